using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Decisions;
using Bot.Core.Memory;
using Bot.Tests;
using NodaTime;
using Xunit.Abstractions;

namespace Bot.Core.Tests.Decisions;

/// <summary>
/// Twenty people do what people do, at random: answer, change their minds, ask, amend, leave, fall silent; messages come twice or late,
/// the bot is restarted, the clock jumps. Whatever happens, what a coop must be able to trust holds. A seed that fails is printed.
/// </summary>
public sealed class SimulationTests(ITestOutputHelper output)
{
    private const int People = 20;
    private const int MostDays = 90;
    private static readonly int Runs = Counting.IsLong ? 3000 : 100;
    private static readonly Capabilities Abilities = new(Buttons: true, Edits: true, Whispers: false, IdempotentSends: true);

    [Fact]
    public async Task Whatever_people_do_consent_can_be_trusted()
    {
        var endings = new SortedDictionary<Ending, int>();
        var acts = 0;
        for (var seed = 1; seed <= Runs; seed++)
        {
            var run = new Run(seed);
            try
            {
                foreach (var ending in await run.Play())
                {
                    endings[ending] = endings.GetValueOrDefault(ending) + 1;
                }
            }
            catch (Exception failure)
            {
                throw new InvalidOperationException($"Seed {seed}, after {run.Acts} acts:\n{string.Join('\n', run.Log.TakeLast(25))}", failure);
            }

            acts += run.Acts;
        }

        output.Count($"{Runs} simulated decisions (seeds 1 to {Runs}), {acts} acts: {string.Join(", ", endings.Select(each => $"{each.Value} {each.Key}"))}.");
    }

    /// <summary>One random story.</summary>
    private sealed class Run(int seed)
    {
        private readonly Random random = new(seed);
        private readonly World world = new(("slate", Abilities));
        private readonly List<Incoming> heard = [];
        private readonly List<(Incoming Incoming, string? Who, Choice? Choice)> held = [];
        private readonly Dictionary<(int Decision, string Who), Choice> expected = [];

        public int Acts { get; private set; }

        public List<string> Log { get; } = [];

        private WorldPlatform Platform => world.Platforms[0];

        public async Task<IReadOnlyList<Ending>> Play()
        {
            await using var _ = world;
            for (var i = 1; i <= People; i++)
            {
                // Some read the group, some only their own chat with the bot, and some have closed it.
                await world.Hear(world.Says(Platform, Name(i), $"/moi {Name(i)}", isPrivate: i > 15));
                if (i > 17 && random.Next(2) == 0)
                {
                    Platform.Closed.Add(Name(i));
                }
            }

            if (random.Next(4) == 0)
            {
                await world.Hear(world.Says(Platform, Name(1), "/regles scrutin fermé"));
            }

            await world.Hear(world.Says(Platform, Name(1 + random.Next(15)), "/consentement fermer le lundi"));
            for (var steps = 10 + random.Next(50); steps > 0; steps--)
            {
                await Act();
                Check();
            }

            // People fall silent; whatever is open then ends by itself.
            for (var day = 0; day < MostDays && world.Coop.Live<Decision>().Any(decision => decision.IsOpen); day++)
            {
                await world.Pass(Duration.FromDays(1), inTime: random.Next(2) == 0);
                Check();
            }

            var all = world.Coop.All<Decision>().ToList();
            Assert.All(all, decision => Assert.False(decision.IsOpen));
            return [.. all.Select(decision => decision.Closure!.Ending)];
        }

        private async Task Act()
        {
            Acts++;
            var who = Name(1 + random.Next(People));
            var subject = world.Coop.Live<Decision>().FirstOrDefault(decision => decision.IsOpen)?.Ref.ToString() ?? "D1";
            switch (random.Next(24))
            {
                case < 9:
                    var choice = (Choice)(random.Next(5) switch { 0 or 1 => 0, var other => other - 1 });
                    await Answer(who, choice, subject);
                    break;
                case 9:
                    await Say(who, $"D1 objection");
                    break;
                case 10 or 11:
                    await Say(who, "/lever " + subject);
                    break;
                case 12:
                    await Say(who, $"/question {subject} et après ?");
                    break;
                case 13:
                    await Say(who, $"/repondre {subject} bientôt");
                    break;
                case 14:
                    await Say(who, $"/amender {subject} fermer le {random.Next(1, 28)}");
                    break;
                case 15:
                    await Say(who, "/oups");
                    break;
                case 16 when heard.Count > 0:
                    Log.Add("again");
                    await world.Hear(heard[random.Next(heard.Count)]);
                    break;
                case 17:
                    await Deliver();
                    break;
                case 18:
                    Log.Add("restart");
                    await world.Restart(isClean: random.Next(2) == 0, Duration.FromMinutes(random.Next(400)));
                    break;
                case 19 when random.Next(4) == 0:
                    await Leave();
                    break;
                case 20:
                    await Say(who, $"/votants {subject} {(random.Next(2) == 0 ? "+" : "-")}{Name(1 + random.Next(People))}");
                    break;
                case 21:
                    await Say(who, $"/accord {subject} pour {Name(1 + random.Next(People))}");
                    break;
                default:
                    var hours = random.Next(30);
                    Log.Add($"{hours} hours pass");
                    await world.Pass(Duration.FromHours(hours), inTime: random.Next(3) > 0);
                    break;
            }
        }

        // By a button, by words, or alone with the bot; now, or only when the platform gets round to it.
        private async Task Answer(string who, Choice choice, string subject)
        {
            var words = choice switch { Choice.Accord => "d'accord", Choice.Abstention => "abstention", Choice.Reserve => "réserve à voir", _ => "objection trop tôt" };
            var incoming = random.Next(3) switch
            {
                0 when choice is Choice.Accord or Choice.Abstention => world.Presses(Platform, who, choice == Choice.Accord ? "D'accord" : "Abstention"),
                1 => world.Says(Platform, who, $"{subject} {words}", isPrivate: true),
                _ => null,
            } ?? world.Says(Platform, who, $"{subject} {words}");
            if (random.Next(6) == 0)
            {
                Log.Add($"{who} {choice}, held");
                held.Add((incoming, who, choice));
                return;
            }

            await Heard(incoming, who, choice);
        }

        private async Task Deliver()
        {
            if (held.Count > 0)
            {
                var next = held[random.Next(held.Count)];
                held.Remove(next);
                await Heard(next.Incoming, next.Who, next.Choice);
            }
        }

        private Task Say(string who, string text) => Heard(world.Says(Platform, who, text, isPrivate: random.Next(5) == 0), null, null);

        private async Task Heard(Incoming incoming, string? who, Choice? choice)
        {
            Log.Add($"{incoming.By.Name}: {(incoming as Said)?.Text ?? "presses"} {choice}");
            heard.Add(incoming);
            var before = world.Coop;
            if (random.Next(5) == 0)
            {
                await Task.WhenAll(Task.Run(() => world.Conversation.Hear(incoming)), Task.Run(() => world.Conversation.Hear(incoming)));
            }

            await world.Hear(incoming);
            Forget(incoming.By.Name);
            if (who is not null)
            {
                Expect(who, choice!.Value, (incoming as Said)?.Text, before);
            }
        }

        // What was said while it was open, and not long after its end while the bot slept, is there now.
        private void Expect(string who, Choice choice, string? words, Coop before)
        {
            var now = world.Time.GetCurrentInstant();
            var after = world.Coop;
            foreach (var decision in before.Live<Decision>().Where(decision => decision.IsOpen))
            {
                var progress = decision.Progress(before);
                var isOver = now - (progress.CoolingUntil ?? progress.Deadline) > Duration.FromHours(2);
                if (!isOver && after.Live<Member>().FirstOrDefault(each => each.Name == who) is { } member && after.Find<Decision>(decision.Id)!.BallotOf(member.Id, after) is { } ballot
                    && (words?.StartsWith(decision.Ref + " ", StringComparison.Ordinal) ?? !Equals(ballot.At, decision.BallotOf(member.Id, before)?.At)))
                {
                    Assert.Equal(choice, ballot.Choice);
                    expected[(decision.Id, who)] = choice;
                }
            }
        }

        private void Forget(string who)
        {
            foreach (var key in expected.Keys.Where(key => key.Who == who).ToList())
            {
                expected.Remove(key);
            }
        }

        private async Task Leave()
        {
            var who = Name(2 + random.Next(People - 1));
            if (world.Coop.Live<Member>().FirstOrDefault(member => member.Name == who) is { } member)
            {
                Log.Add($"{who} leaves");
                await world.Forget(member.Id);
                Forget(who);
            }
        }

        private void Check()
        {
            var coop = world.Coop;
            foreach (var decision in coop.All<Decision>())
            {
                var ballots = decision.Ballots(coop).ToList();
                Assert.Equal(ballots.Count, ballots.DistinctBy(ballot => ballot.Voter).Count());
                var count = decision.Closure?.Count ?? decision.Poll(coop).Count;
                Assert.True(count.Answered <= count.Voters);
                Assert.Equal(count.Answered, count.Accords + count.Abstentions + count.Reserves + decision.Poll(coop).Valid.Count(ballot => ballot.IsObjection));
                if (decision.Closure is { } closure && closure.Ending.IsAdoption())
                {
                    Adopted(decision, coop);
                }
            }

            Kept(coop);
        }

        // Nobody objects, and each of those who vote was shown it, by the platforms' own account, or answered.
        private void Adopted(Decision decision, Coop coop)
        {
            var poll = decision.Poll(coop);
            Assert.Empty(poll.Objections);
            Assert.Equal(0, decision.Closure!.Count.Objections);
            Assert.All(poll.Voters, voter => Assert.True(
                voter == decision.Author
                    || poll.Ballots.Any(ballot => ballot.Voter == voter && ballot.By is null)
                    || (coop.Find<Member>(voter) is { } member && (member.IsForgotten || world.WasShown(decision.Ref.ToString(), member.Name))),
                $"{voter} was never told of {decision.Ref}."));
        }

        // What somebody answered last, and the bot took, is there until they do something else, whatever others do; the objection of
        // who was taken off the vote ends when nobody takes it over.
        private void Kept(Coop coop)
        {
            foreach (var ((number, who), choice) in expected)
            {
                var member = coop.Live<Member>().First(each => each.Name == who);
                var ballot = coop.Find<Decision>(number)!.BallotOf(member.Id, coop);
                Assert.True(
                    ballot?.Choice == choice || (choice == Choice.Objection && ballot is { Choice: null, Past: [.., { Fate: Fate.Ended }] }),
                    $"{who} answered {choice}, and {ballot?.Choice} stands.");
            }
        }

        private static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"Pers{number}");
    }
}
