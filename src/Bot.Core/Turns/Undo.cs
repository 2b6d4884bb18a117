using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Turns;

/// <summary>What was done is taken back.</summary>
/// <param name="Now">What is true again.</param>
public sealed record Undone(IReadOnlyList<Says> Now) : Says;

/// <summary>What was taken back is done again.</summary>
/// <param name="Now">What is true again.</param>
public sealed record Redone(IReadOnlyList<Says> Now) : Says;

/// <summary>Something is there no more.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Code">Its code.</param>
public sealed record GoneAgain(string Title, Ref Code) : Says;

/// <summary>Something without a title is as it was.</summary>
public sealed record AsBefore : Says;

/// <summary>There is nothing to take back.</summary>
public sealed record NothingToUndo : Says;

/// <summary>Somebody else's act, or one that is too long ago.</summary>
/// <param name="Minutes">How long one's own acts can be taken back.</param>
public sealed record TooLateToUndo(int Minutes) : Says;

/// <summary>Somebody changed the same thing since.</summary>
/// <param name="Who">Who, if a person.</param>
/// <param name="When">When.</param>
/// <param name="Words">What they typed.</param>
public sealed record ChangedSince(string? Who, Instant When, string? Words) : Says;

/// <summary>The open question is forgotten.</summary>
public sealed record QuestionForgotten : Says;

/// <summary>Takes back the member's newest act here, or the one replied to; once more does it again.</summary>
[Menu(12)]
public sealed record TakeBack : ICommand
{
    private const int NewestActs = 1;
    private const int LaterActs = 20;
    private static readonly Duration ForItsAuthor = Duration.FromMinutes(10);
    private static readonly Duration ForCoordination = Duration.FromHours(24);

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        if (turn.RepliedToMessage is null && turn.OpenQuestion() is { } question)
        {
            turn.Close(question);
            turn.HeardBy = Audience.Asker;
            return new QuestionForgotten();
        }

        var line = Act(turn) ?? throw new Refusal(new NothingToUndo());
        var age = turn.Now - line.At;
        if (age > ForCoordination || (age > ForItsAuthor && !turn.Member.Roles.Contains(Role.Coordination))
            || (line.Actor != turn.Member.Id && !turn.Member.Roles.Contains(Role.Coordination)))
        {
            throw new Refusal(new TooLateToUndo((int)ForItsAuthor.TotalMinutes));
        }

        return Reverse(turn, line);
    }

    /// <summary>Puts back what stood before a turn, if nobody has changed it since.</summary>
    /// <exception cref="Refusal">Somebody has.</exception>
    internal static Says Reverse(Turn turn, TraceLine line)
    {
        if (line.Changes.FirstOrDefault(change => !turn.IsAsLeft(change)) is { } changed)
        {
            var later = turn.Trace(query => query with { Kind = changed.Kind, Document = changed.Id }, LaterActs)[0];
            throw new Refusal(new ChangedSince(
                later.Actor is { } actor ? turn.Find<Member>(actor)?.Name : null, later.At, later.Words));
        }

        turn.PutBack(line);
        List<Says> now = [.. line.Changes.Select(change => Describe(turn, change)).OfType<Says>().Distinct()];
        now = now.Count > 0 ? now : [new AsBefore()];
        Says says = TakesBack(turn, line) ? new Redone(now) : new Undone(now);
        if (line.OnBehalfOf is { } other && turn.Find<Member>(other) is { } told)
        {
            turn.Tell(told, says);
        }

        return says;
    }

    // Taking back an undo does the thing again; taking that back undoes it once more.
    private static bool TakesBack(Turn turn, TraceLine line)
    {
        var takesBack = false;
        for (TraceLine? each = line; each?.Undoes is { } earlier; takesBack = !takesBack)
        {
            each = turn.Trace(query => query with { Seq = earlier }, NewestActs).FirstOrDefault();
        }

        return takesBack;
    }

    private static TraceLine? Act(Turn turn) =>
        turn.RepliedToMessage is { } answer
            ? turn.Trace(query => query with { Answer = answer }, NewestActs).FirstOrDefault()
            : turn.Trace(query => query with { Actor = turn.Member.Id, Room = turn.Room?.Id ?? 0, Since = turn.Now - ForCoordination }, NewestActs)
                .FirstOrDefault();

    private static Says? Describe(Turn turn, Change change)
    {
        var kind = Kind.Named(change.Kind)!;
        var document = turn.Document(kind, change.Id);
        return document is IDescribed described ? described.Describe(turn)
            : document is null && change.After is not null && Json.Read(change.After, kind.Type) is ITitled gone
                ? new GoneAgain(gone.Title, new Ref(kind.Letter, change.Id))
            : null;
    }
}
