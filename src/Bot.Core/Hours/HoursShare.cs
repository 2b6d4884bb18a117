using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Hours;

/// <summary>Somebody noted time for another member, who may confirm it.</summary>
/// <param name="Who">Who noted it.</param>
/// <param name="Time">How much.</param>
/// <param name="When">When.</param>
/// <param name="What">What was done.</param>
public sealed record NotedForYou(string Who, Effort Time, When When, string? What) : Says;

/// <summary>Somebody noted time for another member, and it counts.</summary>
/// <param name="Who">Who noted it.</param>
/// <param name="Time">How much.</param>
/// <param name="When">When.</param>
/// <param name="What">What was done.</param>
/// <param name="Line">The line's code.</param>
public sealed record CountedForYou(string Who, Effort Time, When When, string? What, Ref Line) : Says;

/// <summary>What somebody noted for another member, who has not confirmed it; it counts from then on.</summary>
[Kind("hours_share")]
public sealed record HoursShare : Document, IConcernSome, IForget
{
    /// <summary>Whose time it is.</summary>
    public required int Member { get; init; }

    /// <summary>Who noted it.</summary>
    public required int By { get; init; }

    /// <summary>How much was said.</summary>
    public required Effort Time { get; init; }

    /// <summary>The day, or the last.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>The first of several days.</summary>
    public LocalDate? From { get; init; }

    /// <summary>What was done.</summary>
    public string? Text { get; init; }

    /// <summary>For which circle.</summary>
    public string? Circle { get; init; }

    /// <summary>The code of what they worked on.</summary>
    public Ref? About { get; init; }

    /// <summary>Its title then.</summary>
    public string? Title { get; init; }

    /// <summary>The line it became, once it was confirmed; 0 once it was not.</summary>
    public int? Line { get; init; }

    /// <inheritdoc/>
    public override bool IsSettled => Line is not null;

    /// <inheritdoc/>
    public bool IsForSome => true;

    /// <summary>When, as it is told.</summary>
    public When When => From is { } first ? new When.Days(first, Day) : new When.OnDay(Day);

    /// <inheritdoc/>
    public bool Concerns(int member) => member == Member || member == By;

    /// <inheritdoc/>
    public Document? Forget(Forgotten who) => Member == who.Member && Line is null ? null
        : Text is not null && (Concerns(who.Member) || who.IsNamedIn(Text)) ? this with { Text = null }
        : this;

    /// <summary>It as it is asked about.</summary>
    internal Entry Entry => new(Time, new WorkedOn(Day, From))
    {
        Text = Text,
        Circle = Circle is null ? null : new Tag(Circle),
        About = About is { } code ? new AboutThing(code, Title!) : null,
    };
}
