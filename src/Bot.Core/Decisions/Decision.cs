using System.Collections.Immutable;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>The proposal is closed; nothing of it changes any more.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
public sealed record DecisionIsClosed(Ref Decision, string Title) : Says;

/// <summary>Others have answered the text as it stands: it is not changed behind their backs.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Title">Its title.</param>
public sealed record OthersHaveAnswered(Ref Decision, string Title) : Says;

/// <summary>Only the author of a proposal can do that.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Author">Who is.</param>
public sealed record OnlyItsAuthor(Ref Decision, string Author) : Says;

/// <summary>How a proposal stands, after it was put back.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Decision">Its code.</param>
/// <param name="IsOpen">Whether people can still answer.</param>
public sealed record DecisionStands(string Title, Ref Decision, bool IsOpen) : Says;

/// <summary>One text of a proposal.</summary>
/// <param name="Text">The text.</param>
/// <param name="At">When it was written.</param>
/// <param name="IsCorrection">Whether it only corrects a slip: what was answered before still stands.</param>
public sealed record Wording(string Text, Instant At, bool IsCorrection = false);

/// <summary>What becomes true by itself when a proposal is adopted.</summary>
/// <param name="Rule">The rule of the charter that changes, as it is stored; null for none.</param>
/// <param name="Value">What it becomes.</param>
/// <param name="Ends">The number of the decision that no longer stands; 0 for none.</param>
public sealed record Effect(string? Rule = null, string? Value = null, int Ends = 0);

/// <summary>
/// Something the coop decides, by consent or otherwise: what was proposed, to whom, by which rules, and how it ended. What people answer stands in
/// documents of their own (<see cref="Ballot"/>, <see cref="Inquiry"/>), so that each answer can be taken back alone.
/// </summary>
[Kind("decision", Letter = 'D')]
public sealed record Decision : Document, ITitled, IDescribed, IExplained, IRemarked, ISealed, ISearchable, IComeFrom
{
    private const int LongestTitle = 60;

    /// <summary>Who proposes it.</summary>
    public required int Author { get; init; }

    /// <summary>When it was opened.</summary>
    public required Instant OpenedAt { get; init; }

    /// <summary>Its texts, oldest first: number one is version 1.</summary>
    public required ImmutableList<Wording> Wordings { get; init; }

    /// <summary>Who voted from the beginning: persons, not accounts.</summary>
    public required ImmutableSortedSet<int> Electorate { get; init; }

    /// <summary>By which rules it is decided.</summary>
    public required Rules Rules { get; init; }

    /// <summary>How it is decided when not by consent, and between what.</summary>
    public Terms? Terms { get; init; }

    /// <summary>Whether it touches the statutes, the accounts, who is a member: then only a general meeting can decide it.</summary>
    public bool IsStatutory { get; init; }

    /// <summary>The rooms where it was put up.</summary>
    public ImmutableSortedSet<int> Rooms { get; init; } = [];

    /// <inheritdoc/>
    public Ref? From { get; init; }

    /// <summary>What becomes true by itself when it is adopted.</summary>
    public Effect? Effect { get; init; }

    /// <summary>How it ended; null while it is open.</summary>
    public Closure? Closure { get; init; }

    /// <summary>What the author added to the outcome.</summary>
    public string? Note { get; init; }

    /// <summary>When the coop looks at it again.</summary>
    public LocalDate? ReviewOn { get; init; }

    /// <summary>The decision that took its place or ended it; 0 while it stands.</summary>
    public int EndedBy { get; init; }

    /// <summary>How it is answered, counted and told.</summary>
    internal Method Method => Method.Of(Terms);

    /// <summary>Its present text.</summary>
    public string Text => Wordings[^1].Text;

    /// <summary>The number of its present text, from 1.</summary>
    public int Version => Wordings.Count;

    /// <summary>The version from which on answers count: later ones are corrections of it.</summary>
    public int Since => Wordings.FindLastIndex(wording => !wording.IsCorrection) + 1;

    /// <summary>Whether people can still answer.</summary>
    public bool IsOpen => Closure is null;

    /// <summary>Whether the coop decided it, and still holds to it.</summary>
    public bool Stands => Closure is { } closure && closure.Ending.IsAdoption() && EndedBy == 0;

    /// <summary>Whether people will talk about it at their next meeting: until somebody writes down what came of it.</summary>
    public bool IsForMeeting => Closure is { } closure && closure.Ending.IsForMeeting() && Note is null;

    /// <inheritdoc/>
    public string Title => Plain.Short(Text, LongestTitle);

    /// <inheritdoc/>
    public string FoundBy => Note is null ? Text : $"{Text} ({Note})";

    /// <inheritdoc/>
    public Ref FoundAs => Ref;

    /// <inheritdoc/>
    public LocalDateTime? FoundAt(DateTimeZone zone) => (Closure?.At ?? OpenedAt).InZone(zone).LocalDateTime;

    // What people are to talk about is read by every turn that asks for it; the rest is for who searches.
    /// <inheritdoc/>
    public override bool IsSettled => !IsOpen && !IsForMeeting;

    /// <summary>With a new text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">When.</param>
    /// <param name="isCorrection">Whether what was answered before still stands.</param>
    public Decision Amended(string text, Instant at, bool isCorrection) => this with { Wordings = Wordings.Add(new Wording(text, at, isCorrection)) };

    /// <summary>With its last correction taken as a change of what it means.</summary>
    public Decision Contested() => this with { Wordings = Wordings.SetItem(Wordings.Count - 1, Wordings[^1] with { IsCorrection = false }) };

    /// <summary>Closed.</summary>
    /// <param name="closure">How it ended, when, and what was counted.</param>
    /// <param name="zone">Where the day is counted on which the coop looks at it again.</param>
    /// <exception cref="InvalidOperationException">It is closed already, and nothing can open it.</exception>
    public Decision ClosedBy(Closure closure, DateTimeZone zone) => IsOpen
        ? this with
        {
            Closure = closure,
            ReviewOn = closure.Ending.IsAdoption() && Method.IsReviewed ? closure.At.InZone(zone).Date.PlusMonths(Rules.ReviewMonths) : null,
        }
        : throw new InvalidOperationException($"{Ref} is closed already.");

    /// <summary>Refuses what only its author may do.</summary>
    /// <param name="turn">The turn.</param>
    /// <exception cref="Refusal">It is somebody else's, or closed.</exception>
    internal void RefuseIfNotMine(Turn turn)
    {
        if (!IsOpen)
        {
            throw new Refusal(new DecisionIsClosed(Ref, Title));
        }

        if (turn.Member.Id != Author)
        {
            throw new Refusal(new OnlyItsAuthor(Ref, turn.Find<Member>(Author)!.Name));
        }
    }

    /// <inheritdoc/>
    public Says? WhySealed(IRecords records) =>
        !IsOpen ? new DecisionIsClosed(Ref, Title)
        : this.Ballots(records).Any(ballot => ballot.HasAnswer && ballot.Voter != Author) ? new OthersHaveAnswered(Ref, Title)
        : null;

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new DecisionStands(Title, Ref, IsOpen);

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => new GoneAgain(Title, Ref);

    /// <inheritdoc/>
    public bool TellsAll => true;

    /// <inheritdoc/>
    public IEnumerable<Remark> Remarks(IRecords records) => Story.Of(this, records);

    /// <inheritdoc/>
    public Says Explain(Turn turn) => Method.Explain(this, turn);
}
