using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Decisions;
using Bot.Core.Memory;
using Bot.Tests;
using NodaTime;
using Xunit.Abstractions;
using Marks = System.Collections.Immutable.ImmutableSortedDictionary<int, int>;

namespace Bot.Core.Tests.Decisions;

/// <summary>
/// A dozen people vote at random in every way there is, openly and in secret: they change their minds, take back, leave, vote twice at once;
/// the bot is restarted, the clock jumps. What each voted last is what is counted, once, and of a secret nothing is left.
/// </summary>
public sealed class OtherWaysSimulationTests(ITestOutputHelper output)
{
    private const int People = 12;
    private const int MostDays = 40;
    private static readonly int Runs = Counting.IsLong ? 2000 : 90;
    private static readonly Capabilities Abilities = new(Buttons: true, Edits: true, Whispers: false, IdempotentSends: true);

    // How each way is opened, and how somebody answers it at random.
    private static readonly (string Opens, Func<Random, string> Answers)[] Ways =
    [
        ("/vote ouvrir le dimanche", random => Pick(random, "pour", "contre", "abstention", "nppp", "4")),
        ("/vote ouvrir le dimanche aux 2/3 des inscrits à bulletin secret", random => Pick(random, "pour", "contre", "abstention")),
        ("/sondage quelle couleur ? bleu, vert, rouge", random => Pick(random, "1", "2", "rouge")),
        ("/sondage quels jours ? lundi, mardi, jeudi plusieurs choix liste ouverte", random => Pick(random, "1 3", "2", "aucun", "1 2 3")),
        ("/dates fête samedi 5 déc 14h, dimanche 6 déc 11h", random => Pick(random, "oui", "1 oui, 2 non", "2 si besoin", "non")),
        ("/noter quel vélo ? cargo, pliant", random => $"1={random.Next(6)} 2={random.Next(6)}"),
        ("/noter quel vélo ? cargo, pliant à bulletin secret", random => $"2={random.Next(6)}"),
        ("/points quoi d'abord ? toit, cuisine", random => $"1={random.Next(5)} 2={random.Next(5)}"),
        ("/jugement quel nom ? Ruche, Fil", random => $"1={random.Next(6)} 2={random.Next(6)}"),
        ("/jugement quel nom ? Ruche, Fil à bulletin secret", random => $"1={random.Next(6)}"),
        ("/classement quel lieu ? Lyon, Nantes, Lille", random => Order(random)),
        ("/classement quel lieu ? Lyon, Nantes, Lille à bulletin secret", random => Order(random)),
        ("/classement qui siège ? 2 sièges Lyon, Nantes, Lille", random => Order(random)),
        ("/avis acheter une tondeuse, concernés @Pers2 et @Pers3, experts @Pers4", random => Pick(random, "favorable", "partagé : trop cher", "sans avis")),
    ];

    [Fact]
    public async Task Whatever_people_do_each_way_counts_what_they_voted_last()
    {
        var endings = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var seed = 1; seed <= Runs; seed++)
        {
            var run = new Run(seed);
            try
            {
                var ending = await run.Play();
                endings[ending] = endings.GetValueOrDefault(ending) + 1;
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Seed {seed}:\n{string.Join('\n', run.Log.TakeLast(25))}", failure);
            }
        }

        output.Count($"{Runs} simulated votes in {Ways.Length} ways (seeds 1 to {Runs}): {string.Join(", ", endings.Select(each => $"{each.Value} {each.Key}"))}.");
    }

    private static string Pick(Random random, params string[] some) => some[random.Next(some.Length)];

    private static string Order(Random random) => string.Join('>', Enumerable.Range(1, 3).OrderBy(_ => random.Next()).Take(1 + random.Next(3)));

    /// <summary>One random story.</summary>
    private sealed class Run(int seed)
    {
        private readonly Random random = new(seed);
        private readonly World world = new(("slate", Abilities));
        private readonly Dictionary<int, Marks> expected = [];
        private readonly Func<Random, string> answers = Ways[seed % Ways.Length].Answers;

        public List<string> Log { get; } = [];

        private WorldPlatform Platform => world.Platforms[0];

        private Decision Decision => world.Coop.Find<Decision>(1)!;

        public async Task<string> Play()
        {
            await using var _ = world;
            for (var i = 1; i <= People; i++)
            {
                await world.Hear(world.Says(Platform, Name(i), $"/moi {Name(i)}"));
            }

            await Say(Name(1), Ways[seed % Ways.Length].Opens, isPrivate: false);
            for (var steps = 10 + random.Next(40); steps > 0; steps--)
            {
                await Act();
                Check();
            }

            for (var day = 0; day < MostDays && Decision.IsOpen; day++)
            {
                await world.Pass(Duration.FromDays(1), inTime: random.Next(2) == 0);
                Check();
            }

            Assert.False(Decision.IsOpen);
            return Decision.Closure!.Ending.ToString();
        }

        private async Task Act()
        {
            var who = Name(1 + random.Next(People));
            switch (random.Next(16))
            {
                case < 10:
                    await Vote(who);
                    break;
                case 10:
                    await Say(who, "/oups", random.Next(2) == 0);
                    Forget(who);
                    break;
                case 11:
                    Log.Add("restart");
                    await world.Restart(isClean: random.Next(2) == 0, Duration.FromMinutes(random.Next(100)));
                    break;
                case 12 when random.Next(4) == 0 && MemberOf(who) is { } leaver && who != Name(1):
                    Log.Add($"{who} leaves");
                    await world.Forget(leaver.Id);
                    expected.Remove(leaver.Id);
                    break;
                case 13:
                    await Say(who, Pick(random, "D1 9=9 8", "D1 + lundi 7 déc 19h", "/accord D1", "/retenir D1 1", "/decider D1 je décide", "/amender D1 autre"), isPrivate: false);
                    break;
                default:
                    Log.Add("hours pass");
                    await world.Pass(Duration.FromHours(random.Next(12)), inTime: random.Next(3) > 0);
                    break;
            }
        }

        private async Task Vote(string who)
        {
            var before = Of(who);
            var wasOpen = Decision.IsOpen;
            var incoming = world.Says(Platform, who, "D1 " + answers(random), isPrivate: Decision.Terms!.IsSecret || random.Next(3) == 0);
            Log.Add($"{who}: {incoming.Text}");
            if (random.Next(4) == 0)
            {
                await Task.WhenAll(Task.Run(() => world.Conversation.Hear(incoming)), Task.Run(() => world.Conversation.Hear(incoming)));
            }

            await world.Hear(incoming);
            if (wasOpen && MemberOf(who) is { } member && Read(incoming.Text, before) is { } marks
                && world.Time.GetCurrentInstant() < Decision.Progress(world.Coop).Deadline)
            {
                expected[member.Id] = marks;
            }
        }

        // What the words say by the rules of the paper, worked out beside the bot.
        private Marks? Read(string text, Marks? before) => ((ByBallot)Decision.Method).Read(text[3..], Decision, before, Replay.Playing.Parts.Texts)?.Marks;

        private Marks? Of(string who) => MemberOf(who) is { } member ? Decision.MarksOf(member.Id, world.Coop) : null;

        private void Check()
        {
            var (coop, decision) = (world.Coop, Decision);
            var ballots = decision.Ballots(coop).ToList();
            Assert.Equal(ballots.Count, ballots.DistinctBy(ballot => ballot.Voter).Count());
            Assert.True(decision.Poll(coop).Count.Answered <= decision.Poll(coop).Count.Voters);
            var urn = Urn.Of(decision, decision.Poll(coop), coop, "seed");
            Assert.Equal(
                expected.Select(each => Write(each.Value)).Order(StringComparer.Ordinal),
                urn.Ballots.Select(each => Write(each.Marks)).Order(StringComparer.Ordinal));
            if (!decision.Terms!.IsSecret)
            {
                return;
            }

            Assert.All(ballots, ballot => Assert.Null(ballot.Marks));
            if (!decision.IsOpen)
            {
                Assert.Empty(coop.All<SecretBallot>());
            }
        }

        private async Task Say(string who, string text, bool isPrivate)
        {
            Log.Add($"{who}: {text}");
            await world.Hear(world.Says(Platform, who, text, isPrivate));
        }

        // What was taken back, or given again, is what stands; a secret stays.
        private void Forget(string who)
        {
            if (MemberOf(who) is not { } member || Decision.Terms!.IsSecret)
            {
                return;
            }

            if (Decision.MarksOf(member.Id, world.Coop) is { } marks)
            {
                expected[member.Id] = marks;
            }
            else
            {
                expected.Remove(member.Id);
            }
        }

        private Member? MemberOf(string who) => world.Coop.Live<Member>().FirstOrDefault(each => each.Name == who);

        private static string Write(Marks marks) => string.Join(' ', marks.Select(mark => $"{mark.Key}={mark.Value}"));

        private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"Pers{number}");
    }
}
