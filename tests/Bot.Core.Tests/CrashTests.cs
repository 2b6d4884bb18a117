using Bot.Core.Memory;
using Bot.Core.Tests.Replay;
using Bot.Host.Replay;
using Xunit.Abstractions;

namespace Bot.Core.Tests;

/// <summary>
/// Plays conversations again and again, each time cut short at another call to the store. Whatever was cut short is told to
/// the bot once more, as platforms do: at the end everybody has read, and the coop remembers, what they would have anyway.
/// </summary>
public class CrashTests(ITestOutputHelper output)
{
    private const int MostPoints = 5000;

    public static TheoryData<string> Files => Transcripts.All("actions", "kernel");

    [Theory]
    [MemberData(nameof(Files))]
    public Task The_power_may_go_at_any_call_to_the_store(string path) => CutEverywhere(path, onlyCommits: false);

    [Theory]
    [MemberData(nameof(Files))]
    public Task Any_commit_may_fail_once_before_or_after_it_was_kept(string path) => CutEverywhere(path, onlyCommits: true);

    private async Task CutEverywhere(string path, bool onlyCommits)
    {
        var transcript = Transcripts.Read(path);
        var (shown, remains) = await Play(transcript, new Fuse(int.MaxValue, onlyCommits));
        var at = 0;
        for (var isReached = true; isReached && at < MostPoints;)
        {
            var fuse = new Fuse(++at, onlyCommits);
            var (differences, remainsThen) = await Compare(fuse);
            isReached = fuse.HasBlown;
            Assert.True(differences.Length == 0, $"{path}, cut short at call {at} to the store:\n{differences}");
            Assert.True(remains == remainsThen, $"{path}, cut short at call {at} to the store, it is remembered otherwise:\n{Diff(remains, remainsThen)}");
        }

        Assert.True(at < MostPoints, $"{path} is too long for this test.");
        output.WriteLine($"{path}: cut short at {at - 1} points.");

        async Task<(string Differences, string Remains)> Compare(Fuse fuse)
        {
            var (shownThen, remainsThen) = await Play(transcript, fuse);
            return (string.Concat(transcript.Steps.Zip(shown, shownThen).Where(each => !Same(each.Second, each.Third))
                .Select(each => Comparison.Difference(path, each.First, each.Third))), remainsThen);
        }
    }

    private static async Task<(IReadOnlyList<IReadOnlyList<BotMessage>> Shown, string Remains)> Play(TranscriptFile transcript, Fuse fuse)
    {
        var stores = FailingStore.All(fuse);
        FailingStore? store = null;
        TranscriptPlayer? player = null;
        await using var playing = player = new TranscriptPlayer(transcript, Playing.Parts, time => store = stores(time), new PlayManner
        {
            Around = async step =>
            {
                try
                {
                    await step();
                }
                catch (StoreBrokenException)
                {
                    // What follows starts the bot again, as its host would.
                }

                if (store!.IsDead)
                {
                    await player!.Restart();
                    await step();
                }
            },
        });
        var shown = await player.Play(transcript);
        fuse.TakeOut();
        return (shown, Remains.Of(player));
    }

    private static bool Same(IReadOnlyList<BotMessage> one, IReadOnlyList<BotMessage> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => pair.First.ReadsLike(pair.Second));

    private static string Diff(string expected, string actual)
    {
        var one = expected.Split('\n');
        var other = actual.Split('\n');
        return string.Join('\n', [.. one.Except(other).Select(line => "− " + line), .. other.Except(one).Select(line => "+ " + line)]);
    }
}
