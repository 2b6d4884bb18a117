using NodaTime;

namespace Bot.Host.Replay;

/// <summary>What a transcript says about the whole of it, in lines that begin with %.</summary>
/// <param name="Language">The language a new coop starts with: <c>% lang fr</c>.</param>
/// <param name="Zone">The time zone of its clock, and of a new coop: <c>% zone Europe/Paris</c>.</param>
public sealed record TranscriptHeader(string Language, DateTimeZone Zone)
{
    /// <summary>Groups of other people, each with a coop of its own: <c>% group cantine</c>; what is said in it is written like a room.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];

    /// <summary>Whether messages can have buttons: <c>% platform buttons</c>.</summary>
    public bool Buttons { get; init; } = true;

    /// <summary>Whether messages can be edited: <c>% platform edit</c>.</summary>
    public bool Edits { get; init; } = true;

    /// <summary>What commands begin with there: <c>% platform text !</c>.</summary>
    public char Prefix { get; init; } = '/';

    /// <summary>Whether one person of a room can be shown something alone: <c>% platform ephemeral</c>.</summary>
    public bool Whispers { get; init; }
}
