using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Actions;

/// <summary>A note in an action's history.</summary>
/// <param name="Who">Who left it.</param>
/// <param name="Text">Their words.</param>
/// <param name="When">When.</param>
public sealed record NoteTold(string Who, string Text, Instant When) : Says;

/// <summary>A note that stands again.</summary>
/// <param name="Text">The words.</param>
/// <param name="Action">The action's code.</param>
public sealed record NoteStands(string Text, Ref Action) : Says;

/// <summary>A note that was taken back.</summary>
/// <param name="Action">The action's code.</param>
public sealed record NoteIsGone(Ref Action) : Says;

/// <summary>That people left notes on an action, for who takes care of it.</summary>
/// <param name="Count">How many.</param>
/// <param name="Action">The action's code.</param>
public sealed record NotesLeft(int Count, Ref Action) : Says
{
    /// <summary>The notes on an action, if there are any.</summary>
    internal static NotesLeft? On(CoopAction action, IRecords records) => action.Notes(records).Count() is > 0 and var count ? new(count, action.Ref) : null;
}

/// <summary>What somebody should know about an action: « la tondeuse est chez Yves ».</summary>
[Kind("note")]
public sealed record ActionNote : Document, IDescribed, IBesideAction, ISearchable
{
    /// <inheritdoc/>
    public required int Action { get; init; }

    /// <summary>Who left it.</summary>
    public required int Member { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <summary>Their words, on one line.</summary>
    public required string Text { get; init; }

    /// <summary>Whether it has been put away with its action.</summary>
    public bool IsPutAway { get; init; }

    /// <inheritdoc/>
    public override bool IsSettled => IsPutAway;

    /// <inheritdoc/>
    public string FoundBy => Text;

    /// <inheritdoc/>
    public Ref FoundAs => ActionRef;

    /// <inheritdoc/>
    public LocalDateTime? FoundAt(DateTimeZone zone) => At.InZone(zone).LocalDateTime;

    /// <summary>A note by who speaks.</summary>
    /// <param name="action">What it is about.</param>
    /// <param name="text">Their words.</param>
    /// <param name="turn">The turn.</param>
    public static ActionNote On(CoopAction action, string text, Turn turn) => new()
    {
        Id = turn.NextId<ActionNote>(),
        Action = action.Id,
        Member = turn.Member.Id,
        At = turn.Now,
        Text = text,
        IsPutAway = action.IsPutAway,
    };

    /// <summary>How it reads in the action's history.</summary>
    /// <param name="records">Where names stand.</param>
    public Says Tell(IRecords records) => new NoteTold(records.Find<Member>(Member)!.Name, Text, At);

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new NoteStands(Text, ActionRef);

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => new NoteIsGone(ActionRef);

    private Ref ActionRef => new(Kind.Of<CoopAction>().Letter, Action);
}
