using NodaTime;

namespace Bot.Host.Replay;

/// <summary>One line of a transcript; a message of several lines is one of them.</summary>
public abstract record TranscriptLine
{
    /// <summary>Its number in the file, from 1: that of its first line.</summary>
    public int Number { get; init; }

    /// <summary>As it stands in the file, with the lines that go on with it.</summary>
    public string Written { get; init; } = "";
}

/// <summary>A comment, a header line or a blank line: for the reader, or about the whole file.</summary>
public sealed record AsideLine : TranscriptLine;

/// <summary>What the bot is expected to say.</summary>
/// <param name="Message">It.</param>
public sealed record BotLine(BotMessage Message) : TranscriptLine;

/// <summary>Something that happens, and that the bot may answer.</summary>
public abstract record PlayedLine : TranscriptLine;

/// <summary>Time passes: <c>@ 2026-11-21 10:00</c>, <c>@ +10min</c>.</summary>
/// <param name="To">The instant it is then.</param>
public sealed record ClockLine(Instant To) : PlayedLine;

/// <summary>The bot is stopped and started again: <c>--- restart</c>.</summary>
public sealed record RestartLine : PlayedLine;

/// <summary>The bot does not run for a while: <c>--- down until 2026-11-21 12:00</c>.</summary>
/// <param name="Until">When it is started again.</param>
public sealed record DownLine(Instant Until) : PlayedLine;

/// <summary>The bot cannot write to somebody alone, until they write to it: <c>--- Sam has no private chat</c>.</summary>
/// <param name="Name">Who.</param>
public sealed record NoPrivateChatLine(string Name) : PlayedLine;

/// <summary>Somebody comes into the group, and says nothing: <c>--- Sam joins</c>.</summary>
/// <param name="Name">Who.</param>
public sealed record JoinsLine(string Name) : PlayedLine;

/// <summary>Somebody adds the bot to a group: <c>--- Sam adds the bot</c>, <c>--- Sam adds the bot to #cantine</c>.</summary>
/// <param name="Name">Who.</param>
/// <param name="Where">Where.</param>
public sealed record AddsBotLine(string Name, Where Where) : PlayedLine;

/// <summary>Where a member does something.</summary>
/// <param name="Room">The room's name; null for the group itself.</param>
/// <param name="IsPrivate">Whether only they and the bot are there.</param>
public sealed record Where(string? Room, bool IsPrivate)
{
    /// <summary>The group itself.</summary>
    public static readonly Where Home = new(null, IsPrivate: false);
}

/// <summary>A member does something.</summary>
/// <param name="Name">Who.</param>
/// <param name="Where">Where.</param>
public abstract record MemberLine(string Name, Where Where) : PlayedLine
{
    /// <summary>The name of the file that comes with it: <c>Sam 📎 plan.pdf> voilà</c>.</summary>
    public string? File { get; init; }
}

/// <summary>A member writes: <c>Sam> /aide</c>.</summary>
/// <param name="Name">See <see cref="MemberLine"/>.</param>
/// <param name="Where">See <see cref="MemberLine"/>.</param>
/// <param name="Text">What.</param>
public sealed record SaysLine(string Name, Where Where, string Text) : MemberLine(Name, Where);

/// <summary>A member replies to the bot's newest message there, or to its newest about something: <c>Sam re A1> fait</c>; or to what somebody said last: <c>Sam re Lina> /journal</c>.</summary>
/// <param name="Name">See <see cref="MemberLine"/>.</param>
/// <param name="Where">See <see cref="MemberLine"/>.</param>
/// <param name="Text">What they write.</param>
/// <param name="Subject">What the message is about, or who wrote it, when it is said.</param>
public sealed record RepliesLine(string Name, Where Where, string Text, string? Subject) : MemberLine(Name, Where);

/// <summary>A member edits the message they wrote last there: <c>Sam edit> /aide</c>.</summary>
/// <param name="Name">See <see cref="MemberLine"/>.</param>
/// <param name="Where">See <see cref="MemberLine"/>.</param>
/// <param name="Text">What it reads then.</param>
public sealed record EditsLine(string Name, Where Where, string Text) : MemberLine(Name, Where);

/// <summary>A member presses a button: <c>Sam> [Je prends]</c>, <c>Sam> [Je prends] A1</c>, <c>Sam> [Je prends] old</c>.</summary>
/// <param name="Name">See <see cref="MemberLine"/>.</param>
/// <param name="Where">See <see cref="MemberLine"/>.</param>
/// <param name="Label">What the button says.</param>
/// <param name="Subject">What the message is about, when it is said.</param>
/// <param name="IsOld">Whether it is a button that its message shows no longer.</param>
public sealed record PressesLine(string Name, Where Where, string Label, string? Subject, bool IsOld) : MemberLine(Name, Where);

/// <summary>
/// A member reacts to the bot's newest message, or to its newest about something: <c>Sam react 👍></c>; or takes the last such reaction back:
/// <c>Sam unreact 👍></c>.
/// </summary>
/// <param name="Name">See <see cref="MemberLine"/>.</param>
/// <param name="Where">See <see cref="MemberLine"/>.</param>
/// <param name="Emoji">How.</param>
/// <param name="Subject">What the message is about, when it is said.</param>
/// <param name="IsTakenBack">Whether it is taken back.</param>
public sealed record ReactsLine(string Name, Where Where, string Emoji, string? Subject, bool IsTakenBack = false) : MemberLine(Name, Where);
