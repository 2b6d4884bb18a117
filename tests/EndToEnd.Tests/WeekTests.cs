using Bot.Adapters.InMemory;
using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using Bot.Host.Replay;

namespace Bot.EndToEnd.Tests;

/// <summary>
/// The week of a coop on a real homeserver, where people use a client of others. The bot is killed in the middle, and the server goes
/// down as it takes an answer. After each line everybody reads there what the same conversation shows without Matrix, and no more.
/// </summary>
public sealed class WeekTests
{
    private const string OnlyThere = "# Là-bas, ";

    [SynapseFact]
    public Task The_week_of_a_coop_loses_nothing_and_says_nothing_twice() => Live(version: null, limit: "");

    /// <summary>Lives through it.</summary>
    /// <param name="version">The version of the group's room.</param>
    /// <param name="limit">How fast messages may come; nothing for no limit.</param>
    internal static async Task Live(string? version, string limit)
    {
        var transcript = TranscriptFile.Parse("week-text.fr.chat", await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "week-text.fr.chat")));
        await using var village = await Village.Found(limit, transcript.Begin, "Lina", "Sam");
        var group = await village.Room("Jardin", version, "Lina", "Sam");
        InMemoryStore? last = null;
        await using var alone = new TranscriptPlayer(transcript, new Parts(TextBook.Load()), _ => last = last?.Reopen() ?? new InMemoryStore(), new PlayManner());
        var week = new Week(village, group, alone);
        foreach (var line in transcript.Lines)
        {
            await week.Play(line);
        }

        Assert.Empty(week.Ahead);
        Assert.Null(village.Wire.OnceTaken);
        Assert.Empty(village.Store.UnsentPlaces());
        Assert.Equal(Kept(alone.Store, alone.Coops.Single()), Kept(village.Store, village.Store.CoopOf(new Place("matrix", Village.Bot, group))!));
        Assert.Equal(limit.Length > 0, village.Refusals > 0);

        // What the poll shows, as another client reads it, is what the bot has counted.
        var card = (await village.Sees("Sam", group)).First(seen => SameWords.Plain(seen.Text).StartsWith("D1 : adoptée", StringComparison.Ordinal));
        var poll = await village.People.Ask<SeenPoll>("poll", "Sam", new { room = group, about = card.Id });
        Assert.Equal("D1\u00A0: ta réponse\u00A0? C'est mon décompte qui compte.".Replace('\u00A0', ' '), SameWords.Plain(poll.Question));
        Assert.Equal((1, 5), (poll.Most, poll.Answers.Count));
        var tally = await village.People.Ask<Tally>("tally", "Sam", new { room = group, poll = poll.Id });
        Assert.Equal([$"{village.People.IdOf("Lina")} D'accord"], tally.Votes);
        Assert.True(tally.IsEnded);
        Assert.Contains("D'accord : 2 (Sam et Lina)", SameWords.Plain(card.Text), StringComparison.Ordinal);
    }

    // What each act left: a thing kept twice, or a number used twice, would show.
    private static string Kept(IStore store, string coop)
    {
        var kept = store.Load(coop);
        return string.Join('\n', kept.Documents.Select(each => $"{each.Kind} {each.Id} {each.IsSettled}")
            .Concat(kept.Counters.Select(each => $"{each.Key} {each.Value}")).Order(StringComparer.Ordinal));
    }

    /// <summary>The conversation with and without Matrix, side by side.</summary>
    private sealed class Week
    {
        private readonly Village village;
        private readonly TranscriptPlayer alone;
        private readonly MatrixPlayer there;
        private readonly SameWords words;
        private readonly Dictionary<string, Func<Task>> onlyThere;
        private bool isAway;

        public Week(Village village, string group, TranscriptPlayer alone)
        {
            (this.village, this.alone) = (village, alone);
            there = new MatrixPlayer(village, group, alone.Platform);
            words = new SameWords(village, group, "Lina", there, alone.Platform);
            onlyThere = new(StringComparer.Ordinal)
            {
                ["le bot tombe."] = Fall,
                ["il est relancé."] = Rise,
                ["le serveur redémarre."] = RestartServer,
            };
            Ahead = [.. onlyThere.Keys];
        }

        /// <summary>What shall happen on Matrix alone, and has not yet.</summary>
        public HashSet<string> Ahead { get; }

        public async Task Play(TranscriptLine line)
        {
            switch (line)
            {
                case ClockLine clock:
                    await village.PassUntil(clock.To);
                    await alone.Play(clock);
                    break;
                case RestartLine restart:
                    await village.Stop();
                    village.Start();
                    await alone.Play(restart);
                    break;
                case PlayedLine played:
                    await CatchUp();
                    var act = await there.Prepare(played);
                    await alone.Play(played);
                    await act();
                    break;
                case var aside when aside.Written.StartsWith(OnlyThere, StringComparison.Ordinal):
                    var what = line.Written[OnlyThere.Length..];
                    await onlyThere[what]();
                    Ahead.Remove(what);
                    break;
                default:
                    return;
            }

            if (!isAway)
            {
                await village.AnswersAll(there.Last);
                await village.PassWhatIsNear();
                await CatchUp();
                await words.Check(line);
            }
        }

        // The homeserver's clock goes on by itself: the other one follows.
        private Task CatchUp() => alone.Play(new ClockLine(village.Time.GetCurrentInstant()));

        private Task Fall()
        {
            isAway = true;
            village.Kill();
            return Task.CompletedTask;
        }

        private Task Rise()
        {
            isAway = false;
            village.Start();
            return Task.CompletedTask;
        }

        // It goes down with the next thing the bot says: it has taken it, but the bot does not know.
        private Task RestartServer()
        {
            village.Wire.OnceTaken = async () =>
            {
                await village.Synapse.Stop();
                await village.Synapse.Start();
            };
            return Task.CompletedTask;
        }
    }
}

/// <summary>The same week in a room of version 12, where the server takes a message a second; beside the other one, since it mostly waits.</summary>
public sealed class SlowWeekTests
{
    [SynapseFact]
    public Task It_is_the_same_where_the_server_counts_messages() => WeekTests.Live("12", "{per_second: 1, burst_count: 3}");
}
