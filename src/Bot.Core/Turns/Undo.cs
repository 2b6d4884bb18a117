using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Facts;
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

/// <summary>Somebody else's act.</summary>
/// <param name="Who">Whose.</param>
public sealed record NotYourAct(string Who) : Says;

/// <summary>An act that is too long ago.</summary>
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
        var isCoordination = turn.Member.Roles.Contains(Role.Coordination);
        if (line.Actor != turn.Member.Id && !isCoordination)
        {
            throw new Refusal(line.Actor is { } actor && turn.Find<Member>(actor) is { } author ? new NotYourAct(author.Name) : new NothingToUndo());
        }

        if (turn.Now - line.At > (isCoordination ? ForCoordination : ForItsAuthor))
        {
            throw new Refusal(new TooLateToUndo((int)ForItsAuthor.TotalMinutes));
        }

        if (turn.Parts.Commands.Find(line.Command)?.Needs is { } needs)
        {
            Permission.Check(needs.Role, turn);
        }

        return Reverse(turn, line);
    }

    /// <summary>Puts back what stood before a turn, if nobody has changed it since.</summary>
    /// <exception cref="Refusal">Somebody has, or it is shut, or nobody would be left to settle things.</exception>
    internal static Says Reverse(Turn turn, TraceLine line)
    {
        if (line.Changes.Select(change => turn.Document(Kind.Named(change.Kind)!, change.Id)).OfType<ISealed>()
            .Select(shut => shut.WhySealed(turn)).FirstOrDefault(why => why is not null) is { } sealedBy)
        {
            throw new Refusal(sealedBy);
        }

        if (line.Changes.FirstOrDefault(change => !turn.IsAsLeft(change)) is { } changed)
        {
            throw new Refusal(SinceThen(turn, changed));
        }

        turn.PutBack(line);

        // An edit took the first words back and said them anew: both go.
        for (var edit = line; edit.Command != nameof(TakeBack) && edit.Undoes is { } first && turn.TraceLine(first) is { } earlier; edit = earlier)
        {
            turn.PutBack(earlier);
        }

        if (turn.Staged.Changed.Select(entry => entry.After).OfType<IExclusive>().Select(put => put.WhyTaken(turn)).FirstOrDefault(why => why is not null) is { } taken)
        {
            throw new Refusal(taken);
        }

        Permission.RefuseIfNobodyIsLeft(turn);
        turn.Raise(new WasPutBack([.. turn.Staged.Changed.Where(entry => !entry.IsQuiet).SelectMany(entry => new[] { entry.Before, entry.After }).OfType<Document>()]));
        List<Says> now = [.. turn.Staged.Changed.Where(entry => !entry.IsQuiet).Select(entry => Describe(turn, entry)).OfType<Says>().Distinct().Take(PageNumber.Length)];
        now = now.Count > 0 ? now : [new AsBefore()];
        Says says = TakesBack(turn, line) ? new Redone(now) : new Undone(now);
        if (line.OnBehalfOf is { } other && turn.Find<Member>(other) is { } told)
        {
            turn.Tell(told, says);
        }

        return says with { Offers = now is [var only] ? only.Offers : [] };
    }

    // What was typed elsewhere, or in private, is nobody else's to read.
    private static ChangedSince SinceThen(Turn turn, Change changed)
    {
        var later = turn.Trace(query => query with { Kind = changed.Kind, Document = changed.Id }, NewestActs)[0];
        var wasHere = turn.Room is { } here && later.Room == here.Id;
        return new ChangedSince(
            later.Actor is { } actor ? turn.Find<Member>(actor)?.Name : null, later.At, wasHere && later.Words is not null ? Plain.Short(later.Words) : null);
    }

    // Taking back an undo does the thing again; taking that back undoes it once more.
    private static bool TakesBack(Turn turn, TraceLine line)
    {
        var takesBack = false;
        for (TraceLine? each = line; each is { Command: nameof(TakeBack), Undoes: { } earlier }; takesBack = !takesBack)
        {
            each = turn.TraceLine(earlier);
        }

        return takesBack;
    }

    private static TraceLine? Act(Turn turn) => turn.RepliedToMessage is { } message
        ? turn.Trace(query => query with { Answer = message, Since = turn.Now - ForCoordination }, NewestActs).FirstOrDefault() ?? turn.TraceLine(Outgoing.TurnOf(message))
        : turn.Trace(query => query with { Actor = turn.Member.Id, Room = turn.Room?.Id ?? 0, Since = turn.Now - ForCoordination }, NewestActs)
            .FirstOrDefault();

    private static Says? Describe(Turn turn, Staging.Entry entry) =>
        entry.After is IDescribed described ? described.Describe(turn)
        : entry.After is not null ? null
        : (entry.Before as IDescribed)?.DescribeGone(turn) ?? (entry.Before is ITitled gone ? new GoneAgain(gone.Title, gone.Ref) : null);
}
