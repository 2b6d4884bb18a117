using NodaTime;

namespace Bot.Host.Replay;

/// <summary>A transcript: a conversation with the bot that anybody in the coop could have written down.</summary>
/// <param name="Header">What it says about the whole of it.</param>
/// <param name="Begin">When it begins.</param>
/// <param name="Lines">All its lines, in order.</param>
public sealed record TranscriptFile(TranscriptHeader Header, Instant Begin, IReadOnlyList<TranscriptLine> Lines)
{
    /// <summary>What happens in it, each with what the bot is expected to say then.</summary>
    public IReadOnlyList<Step> Steps { get; } = [.. StepsOf(Lines)];

    /// <summary>Something that happens, and what the bot is expected to say then.</summary>
    /// <param name="Line">What happens.</param>
    /// <param name="Expected">What the bot is expected to say, in order.</param>
    public sealed record Step(PlayedLine Line, IReadOnlyList<BotLine> Expected);

    /// <summary>Reads a transcript.</summary>
    /// <param name="name">The file's name: one that ends with .en.chat begins in English.</param>
    /// <param name="text">What the file holds.</param>
    /// <exception cref="MalformedTranscriptException">A line means nothing.</exception>
    public static TranscriptFile Parse(string name, string text) => new TranscriptParser(name).Parse(text);

    private static IEnumerable<Step> StepsOf(IReadOnlyList<TranscriptLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i] is PlayedLine played)
            {
                yield return new Step(played, [.. lines.Skip(i + 1).TakeWhile(line => line is not PlayedLine).OfType<BotLine>()]);
            }
        }
    }
}
