using Bot.Adapters.InMemory;
using Bot.Adapters.Tests.Telegram.Fake;
using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using Bot.Host.Replay;
using NodaTime;

namespace Bot.Adapters.Tests.Telegram;

/// <summary>
/// The week of a coop, as its transcript tells it, with all that can happen to a chat on Telegram. After each line everybody
/// reads there what the same conversation shows without Telegram, and no more.
/// </summary>
public sealed class WeekTests
{
    private const long Super = -1_000_000_004_001;
    private const string OnlyThere = "# Là-bas, ";
    private static readonly Duration Cut = Duration.FromSeconds(30);

    [Fact]
    public async Task The_week_of_a_coop_loses_nothing_and_says_nothing_twice()
    {
        var transcript = TranscriptFile.Parse("week.fr.chat", await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "week.fr.chat")));
        await using var village = await Village.Found(joins: false);
        village.Api.HasLimits = true;
        InMemoryStore? last = null;
        await using var alone = new TranscriptPlayer(
            transcript, new Parts(TextBook.Load()), _ => last = last?.Reopen() ?? new InMemoryStore(), new PlayManner());
        var week = new Week(village, alone);
        foreach (var line in transcript.Lines)
        {
            await week.Play(line);
        }

        Assert.Empty(week.Ahead);
        Assert.Equal(0, village.Bot.Waiting);

        // Who pressed while the network was cut: it was heard, but Telegram takes no answer to a press any more after a while.
        Assert.Single(village.Api.OpenPresses);
        Assert.Empty(village.Store.UnsentPlaces());
        Assert.StartsWith("À faire", village.Group.Find(Assert.Single(village.Group.Pinned))!.Text, StringComparison.Ordinal);
        Assert.Equal(Kept(alone.Store, alone.Coops.Single()), Kept(village.Store, village.Store.CoopOf(new Place("telegram", "900001", $"{Super}"))!));
    }

    // What each act left: a thing kept twice, or a number used twice, would show.
    private static string Kept(IStore store, string coop)
    {
        var kept = store.Load(coop);
        return string.Join('\n', kept.Documents.Select(each => $"{each.Kind} {each.Id} {each.IsSettled}")
            .Concat(kept.Counters.Select(each => $"{each.Key} {each.Value}")).Order(StringComparer.Ordinal));
    }

    /// <summary>The conversation with and without Telegram, side by side.</summary>
    private sealed class Week
    {
        private readonly Village village;
        private readonly TranscriptPlayer alone;
        private readonly TelegramPlayer there;
        private readonly SameWords words;
        private readonly Dictionary<string, Func<Task>> onlyThere;

        // While Telegram or the bot is away, people write on, and nobody can read an answer.
        private bool isAway;
        private int refusals = 9;

        public Week(Village village, TranscriptPlayer alone)
        {
            (this.village, this.alone) = (village, alone);
            there = new TelegramPlayer(village);
            words = new SameWords(village, there, alone.Platform);
            onlyThere = new(StringComparer.Ordinal)
            {
                ["Telegram redit tout ce qui s'est dit."] = TellAgain,
                ["le groupe devient un supergroupe, avec un sujet « compost »."] = Migrate,
                ["le bot tombe."] = Fall,
                ["il est relancé."] = Rise,
                ["le serveur n'en peut plus."] = RefuseMuch,
                ["il s'est calmé."] = RefuseNothing,
                ["le réseau est coupé."] = CutOff,
                ["il revient trente secondes plus tard."] = Mend,
                ["le bot devient administrateur : il peut épingler, et chuchoter dans le groupe."] = Promote,
            };
            Ahead = [.. onlyThere.Keys];
        }

        /// <summary>What shall happen on Telegram alone, and has not yet.</summary>
        public HashSet<string> Ahead { get; }

        public async Task Play(TranscriptLine line)
        {
            if (line is PlayedLine played)
            {
                await CatchUp();
                await alone.Play(played);
                await there.Play(played);
            }
            else if (line.Written.StartsWith(OnlyThere, StringComparison.Ordinal))
            {
                var what = line.Written[OnlyThere.Length..];
                await onlyThere[what]();
                Ahead.Remove(what);
            }
            else
            {
                return;
            }

            if (!isAway)
            {
                await village.LetPass();
                await CatchUp();
                words.Check(line);
            }
        }

        // On Telegram an answer takes its time: the other clock follows.
        private Task CatchUp() => alone.Play(new ClockLine(village.Time.GetCurrentInstant()));

        private Task TellAgain()
        {
            village.Api.TellAgain(village.Bot);
            return Task.CompletedTask;
        }

        private Task Migrate()
        {
            words.LeaveBehind();
            village.Group = village.Api.Migrate(village.Group, Super);
            there.BeginTopic("compost");
            return Task.CompletedTask;
        }

        private Task Promote()
        {
            village.Api.SetBot(village.Bot, village.Group, "administrator", village.Lina);
            return Task.CompletedTask;
        }

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

        private Task RefuseMuch()
        {
            isAway = true;
            village.Api.Faults = (method, _) => method is "sendMessage" or "editMessageText" && refusals-- > 0 ? Fault.TooMany : Fault.None;
            return Task.CompletedTask;
        }

        private async Task RefuseNothing()
        {
            isAway = false;
            await village.LetPass();
            village.Api.Faults = (_, _) => Fault.None;
            Assert.InRange(refusals, int.MinValue, 0);
        }

        private Task CutOff()
        {
            isAway = true;
            return village.Api.Cut();
        }

        private async Task Mend()
        {
            isAway = false;
            await village.Pass(Cut);
            await village.Api.Mend();
        }
    }
}
