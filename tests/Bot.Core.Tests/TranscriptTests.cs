using Bot.Core.Tests.Replay;
using Bot.Host.Replay;

namespace Bot.Core.Tests;

/// <summary>
/// Conversations with the bot, each played in several ways: what people see, and what is remembered, must not depend on
/// messages that come twice, on restarts, or on where things are kept.
/// </summary>
public class TranscriptTests
{
    private const string HowToAccept = "If these answers are right, write them down: TRANSCRIPTS=accept dotnet test tests/Bot.Core.Tests";

    public static TheoryData<string> Files => Transcripts.All();

    [Theory]
    [MemberData(nameof(Files))]
    public async Task In_memory(string path)
    {
        var transcript = Transcripts.Read(path);
        var once = await Playing.Play(transcript, Playing.InMemory(), new PlayManner());
        if (Transcripts.IsAccepting)
        {
            transcript = Transcripts.Accept(path, transcript, once);
        }

        Agree(path, "played once", transcript, once);
        await Deliver_all_twice(path, transcript);
        Agree(path, "restarted before every line", transcript, await Playing.Play(transcript, Playing.InMemory(), new PlayManner { RestartsBetween = true }));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task On_disk(string path)
    {
        if (Transcripts.IsAccepting)
        {
            return; // The answers are being written down by the other test.
        }

        var transcript = Transcripts.Read(path);
        foreach (var restarts in new[] { false, true })
        {
            var folder = Directory.CreateTempSubdirectory("babillard-transcript-");
            try
            {
                var shown = await Playing.Play(transcript, Playing.OnDisk(folder.FullName), new PlayManner { RestartsBetween = restarts });
                Agree(path, restarts ? "on disk, restarted before every line" : "on disk", transcript, shown);
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }
    }

    private static async Task Deliver_all_twice(string path, TranscriptFile transcript)
    {
        await using var player = new TranscriptPlayer(transcript, Playing.Parts, Playing.InMemory(), new PlayManner { Twice = true });
        Agree(path, "every message delivered twice at once", transcript, await player.Play(transcript));

        var before = Remains.Of(player);
        var again = await player.HearAllAgain();
        Assert.True(again.Count == 0, $"{path}: all messages were delivered once more at the end, and something was said:\n{string.Join('\n', again.Select(each => each.Write()))}");
        Assert.Equal(before, Remains.Of(player));
    }

    private static void Agree(string path, string how, TranscriptFile transcript, IReadOnlyList<IReadOnlyList<BotMessage>> shown)
    {
        var differences = Playing.Differences(path, transcript, shown);
        Assert.True(differences.Length == 0, $"{path}, {how}:\n{differences}{HowToAccept}");
    }
}
