using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Hours;

/// <summary>How far a line is believed.</summary>
public enum LineState
{
    /// <summary>Somebody says so.</summary>
    Declared,

    /// <summary>Somebody else says so too, or nobody asked for three days.</summary>
    Approved,

    /// <summary>It is part of what is settled.</summary>
    Locked,

    /// <summary>Somebody asked about it, and waits for the answer.</summary>
    Questioned,

    /// <summary>It was taken back, or takes another one back.</summary>
    Cancelled,
}

/// <summary>What others said of a line, which itself never changes. Its own number is the line's.</summary>
[Kind("standing")]
public sealed record Standing : Document, IForget
{
    /// <summary>How long a line waits for questions before it counts as right, where nobody has to say so.</summary>
    public static readonly Duration Silence = Duration.FromHours(72);

    /// <summary>Who said that it is right.</summary>
    public int? ApprovedBy { get; init; }

    /// <summary>What somebody asked about it.</summary>
    public string? Question { get; init; }

    /// <summary>Who asked.</summary>
    public int? AskedBy { get; init; }

    /// <summary>What was answered.</summary>
    public string? Answer { get; init; }

    /// <summary>When it was asked, or answered.</summary>
    public Instant? At { get; init; }

    /// <summary>Whether somebody waits for an answer.</summary>
    public bool IsOpen => AskedBy is not null && Answer is null;

    /// <summary>What others said of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="records">What the coop knows.</param>
    public static Standing Of(HoursLine line, IRecords records) => records.Find<Standing>(line.Id) ?? new Standing { Id = line.Id };

    /// <summary>How far a line is believed that was not taken back.</summary>
    /// <param name="line">The line.</param>
    /// <param name="rules">The coop's rules.</param>
    /// <param name="now">The time it is.</param>
    public LineState StateOf(HoursLine line, HoursRules rules, Instant now) => IsOpen ? LineState.Questioned
        : rules.IsClosed(line.Day) ? LineState.Locked
        : ApprovedBy is not null || (rules.Validation == Validation.Trust && now - Instant.Max(line.At, At ?? line.At) >= Silence) ? LineState.Approved
        : LineState.Declared;

    /// <inheritdoc/>
    public Document Forget(Forgotten who) => this with
    {
        Question = AskedBy == who.Member || who.IsNamedIn(Question) ? Gone(Question) : Question,
        Answer = who.IsNamedIn(Answer) ? Gone(Answer) : Answer,
    };

    // That something was asked, and answered, stays true.
    private static string? Gone(string? words) => words is null ? null : "";
}
