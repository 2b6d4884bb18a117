using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Agenda;

/// <summary>What somebody answers to an event.</summary>
public enum Reply
{
    /// <summary>They come.</summary>
    Yes,

    /// <summary>They may come.</summary>
    Maybe,

    /// <summary>They do not come.</summary>
    No,
}

/// <summary>What somebody answered to an event, in its history.</summary>
/// <param name="Who">Who.</param>
/// <param name="Answer">What.</param>
/// <param name="When">When they did.</param>
public sealed record AnsweredThen(string Who, Says Answer, Instant When) : Says;

/// <summary>What somebody's answer is, as after an undo.</summary>
/// <param name="Who">Who.</param>
/// <param name="Answer">What.</param>
/// <param name="Title">The event's title.</param>
/// <param name="Event">Its code.</param>
public sealed record AnswerStands(string Who, Says Answer, string Title, Ref Event) : Says;

/// <summary>There is no answer of somebody any more.</summary>
/// <param name="Who">Who.</param>
/// <param name="Title">The event's title.</param>
/// <param name="Event">Its code.</param>
public sealed record AnswerIsGone(string Who, string Title, Ref Event) : Says;

/// <summary>An answer, in a word.</summary>
/// <param name="Reply">The key of its word.</param>
/// <param name="Guests">How many people somebody brings, if any.</param>
/// <param name="IsWaiting">Whether they wait for a place.</param>
public sealed record ReplyWord(string Reply, int? Guests, bool IsWaiting) : Says
{
    /// <inheritdoc/>
    public override string Key => $"ReplyWord.{Reply}";
}

/// <summary>Whether somebody comes to one time of an event. It goes some hours after that time.</summary>
[Kind("rsvp")]
public sealed record Rsvp : Document, IDescribed, IForget
{
    /// <summary>The event's number.</summary>
    public required int Event { get; init; }

    /// <summary>Which time of it, by the day on which its rule has it; null of what is once.</summary>
    public LocalDate? On { get; init; }

    /// <summary>Who.</summary>
    public required int Member { get; init; }

    /// <summary>What they answer.</summary>
    public Reply Reply { get; init; }

    /// <summary>How many people they bring.</summary>
    public int Guests { get; init; }

    /// <summary>Whether they come as soon as there is a place for them and their guests.</summary>
    public bool IsWaiting { get; init; }

    /// <summary>Since when they come, or wait: who was first has the place.</summary>
    public required Instant At { get; init; }

    /// <summary>How many places they take.</summary>
    public int Party => 1 + Guests;

    /// <summary>How it reads in the event's history.</summary>
    /// <param name="records">Where names stand.</param>
    public Says Tell(IRecords records) => new AnsweredThen(Who(records), Answer(), At);

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new AnswerStands(Who(records), Answer(), About(records).Title, About(records).Ref);

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => new AnswerIsGone(Who(records), About(records).Title, About(records).Ref);

    /// <inheritdoc/>
    public Document? Forget(Forgotten who) => Member == who.Member ? null : this;

    /// <summary>The answer, in a word.</summary>
    internal ReplyWord Answer() => new(Reply.ToString(), Guests == 0 ? null : Guests, IsWaiting);

    private CoopEvent About(IRecords records) => records.Find<CoopEvent>(Event)!;

    private string Who(IRecords records) => records.Find<Member>(Member)!.Name;
}
