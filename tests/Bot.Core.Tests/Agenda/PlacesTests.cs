using System.Globalization;
using Bot.Core.Agenda;
using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Tests.Decisions;
using Bot.Tests;
using NodaTime;
using Xunit.Abstractions;

namespace Bot.Core.Tests.Agenda;

/// <summary>
/// A dozen people want the same few places, at random: come, bring guests, leave, take it back, move the event, call it off. Whatever
/// they do, no place is given twice, none stays empty while somebody waits for it, and what is over is put away.
/// </summary>
public sealed class PlacesTests(ITestOutputHelper output)
{
    private const int People = 12;
    private const int ActsARun = 60;
    private static readonly int Runs = Counting.IsLong ? 500 : 25;
    private static readonly Capabilities Abilities = new(Buttons: true, Edits: true, Whispers: false, IdempotentSends: true);

    private static readonly string[] Lines =
    [
        "/oui atelier", "/oui atelier", "/oui atelier", "/oui atelier +1", "/oui atelier +2", "/non atelier", "/non atelier", "/peutetre atelier",
        "/oui marché", "/oui marché", "/oui marché +1", "/non marché", "/oups", "/oups", "/oups",
        "/reporter marché dimanche 11h cette fois", "/annuler marché cette fois", "/reporter atelier samedi 15h", "/qui_vient atelier",
    ];

    [Fact]
    public async Task No_place_is_given_twice_and_none_is_kept_from_who_waits()
    {
        var (given, waited) = (0, 0);
        for (var seed = 1; seed <= Runs; seed++)
        {
            await using var world = new World(("slate", Abilities));
            var (most, many) = await Play(world, new Random(seed), seed);
            (given, waited) = (given + most, waited + many);
        }

        Assert.True(given > Runs && waited > Runs, "Nothing happened that could go wrong.");
        output.Count($"{Runs} events with few places (seeds 1 to {Runs}), {Runs * ActsARun} acts: {given} places given, {waited} times somebody waited.");
    }

    [Fact]
    public async Task Who_leaves_the_coop_leaves_their_place()
    {
        await using var world = new World(("slate", Abilities));
        await Say(world, "Lina", "/rdv atelier samedi 28 14h 1 place");
        await Say(world, "Lina", "/oui atelier");
        await Say(world, "Sam", "/oui atelier");
        await world.Forget(1);
        var only = Assert.Single(world.Coop.Live<Rsvp>());
        Assert.Equal(("Sam", false), (world.Coop.Find<Member>(only.Member)!.Name, only.IsWaiting));
    }

    [Fact]
    public async Task What_is_over_is_put_away_however_long_it_goes_on()
    {
        await using var world = new World(("slate", Abilities));
        await Say(world, "Lina", "/rituel marché tous les samedis 10h");
        for (var week = 0; week < 30; week++)
        {
            await Say(world, "Lina", "/rdv réunion demain 18h30");
            await Say(world, "Lina", "/oui réunion");
            await Say(world, "Sam", "/oui marché");
            await Say(world, "Sam", "/reporter marché dimanche 11h cette fois");
            await world.Pass(Duration.FromDays(7), inTime: week % 2 == 0);
            Assert.True(world.Coop.Live<CoopEvent>().Count() + world.Coop.Live<Rsvp>().Count() + world.Coop.Live<AlteredTime>().Count() <= 5, $"Week {week} leaves something behind.");
        }

        Assert.Equal(30, world.Coop.All<CoopEvent>().Count(about => about is { IsOver: true, Came: 1 }));
    }

    private static async Task<(int Given, int Waited)> Play(World world, Random random, int seed)
    {
        for (var i = 0; i < People; i++)
        {
            await Say(world, Name(i), $"/moi {Name(i)}");
        }

        await Say(world, Name(0), "/rdv atelier samedi 28 14h 4 places");
        await Say(world, Name(1), "/rituel marché tous les samedis 10h 3 places");
        var (given, waited) = (0, 0);
        for (var act = 0; act < ActsARun; act++)
        {
            var line = Lines[random.Next(Lines.Length)];
            await Say(world, Name(random.Next(People)), line);
            (given, waited) = (given + Seated(world).Count(), waited + world.Coop.Live<Rsvp>().Count(rsvp => rsvp.IsWaiting));
            foreach (var same in world.Coop.Live<Rsvp>().GroupBy(rsvp => (rsvp.Event, rsvp.On)))
            {
                var left = (world.Coop.Find<CoopEvent>(same.Key.Event)!.Places ?? 0) - same.Where(rsvp => rsvp is { Reply: Reply.Yes, IsWaiting: false }).Sum(rsvp => rsvp.Party);
                Assert.True(left >= 0, $"Seed {seed}, act {act}, {line}: a place is given twice.");
                Assert.True(same.Where(rsvp => rsvp.IsWaiting).All(rsvp => rsvp.Party > left), $"Seed {seed}, act {act}, {line}: somebody waits before an empty place.");
                Assert.True(same.DistinctBy(rsvp => rsvp.Member).Count() == same.Count(), $"Seed {seed}, act {act}, {line}: somebody answers twice.");
            }

            await world.Pass(Duration.FromMinutes(random.Next(30)), inTime: true);
        }

        await world.Pass(Duration.FromDays(14), inTime: false);
        Assert.DoesNotContain(world.Coop.Live<Rsvp>(), rsvp => rsvp.On is null);
        return (given, waited);
    }

    private static IEnumerable<Rsvp> Seated(World world) => world.Coop.Live<Rsvp>().Where(rsvp => rsvp is { Reply: Reply.Yes, IsWaiting: false });

    private static Task Say(World world, string who, string text) => world.Hear(world.Says(world.Platforms[0], who, text));

    private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"Membre {(char)('A' + number)}");
}
