using System.Globalization;

namespace Bot.Host.Replay;

/// <summary>A line of a transcript means nothing, or nothing that can happen where it stands.</summary>
/// <param name="line">The line's number.</param>
/// <param name="what">What is wrong with it.</param>
public sealed class MalformedTranscriptException(int line, string what)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"line {line}: {what}"))
{
    /// <summary>The line's number.</summary>
    public int Line { get; } = line;
}
