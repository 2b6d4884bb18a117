using Bot.Adapters.InMemory;
using Bot.Adapters.Sqlite;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using Bot.Host.Replay;

namespace Bot.Core.Tests.Replay;

/// <summary>Plays transcripts from beginning to end.</summary>
internal static class Playing
{
    /// <summary>What the program is made of.</summary>
    public static readonly Parts Parts = new(TextBook.Load());

    public static Func<TimeProvider, IStore> InMemory()
    {
        InMemoryStore? last = null;
        return _ => last = last is null ? new InMemoryStore() : last.Reopen();
    }

    public static Func<TimeProvider, IStore> OnDisk(string folder) => time => SqliteStore.Open(Path.Combine(folder, "babillard.db"), time);

    /// <summary>Plays a transcript and returns what the bot showed after each of its steps.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<BotMessage>>> Play(TranscriptFile transcript, Func<TimeProvider, IStore> stores, PlayManner manner)
    {
        await using var player = new TranscriptPlayer(transcript, Parts, stores, manner);
        return await player.Play(transcript);
    }

    public static async Task<IReadOnlyList<IReadOnlyList<BotMessage>>> Play(this TranscriptPlayer player, TranscriptFile transcript)
    {
        var shown = new List<IReadOnlyList<BotMessage>>();
        foreach (var step in transcript.Steps)
        {
            shown.Add(await player.Play(step.Line));
        }

        return shown;
    }

    /// <summary>Every difference, as a person reads it.</summary>
    public static string Differences(string path, TranscriptFile transcript, IReadOnlyList<IReadOnlyList<BotMessage>> shown) => string.Concat(
        transcript.Steps.Zip(shown)
            .Where(pair => !Comparison.Agrees(pair.First, pair.Second))
            .Select(pair => Comparison.Difference(path, pair.First, pair.Second)));
}
