using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Hours;

/// <summary>A line is right, says somebody else.</summary>
/// <param name="Line">Its code.</param>
/// <param name="Who">Whose time it is.</param>
/// <param name="Time">How much.</param>
/// <param name="When">When.</param>
/// <param name="What">What was done.</param>
public sealed record HoursApproved(Ref Line, string Who, Effort Time, When When, string? What) : Says;

/// <summary>Nobody says of their own time, or of what they noted, that it is right.</summary>
/// <param name="Line">The line's code.</param>
public sealed record NotYourOwn(Ref Line) : Says;

/// <summary>A line about which somebody asked something: first comes the answer.</summary>
/// <param name="Line">Its code.</param>
/// <param name="Question">What was asked.</param>
public sealed record AnswerFirst(Ref Line, string Question) : Says;

/// <summary>A line that is no one else's to read.</summary>
/// <param name="Line">Its code.</param>
public sealed record NotForYou(Ref Line) : Says;

/// <summary>No line waits for somebody to say that it is right.</summary>
public sealed record NothingToApprove : Says;

/// <summary>Lines that wait for somebody to say that they are right.</summary>
/// <param name="Count">How many.</param>
/// <param name="Lines">Some of them.</param>
/// <param name="More">How many there are behind them, if any.</param>
public sealed record ToApprove(int Count, IReadOnlyList<Says> Lines, int? More) : Says;

/// <summary>Somebody's line.</summary>
/// <param name="Line">Its code.</param>
/// <param name="Who">Whose time it is.</param>
/// <param name="Time">How much.</param>
/// <param name="When">When.</param>
/// <param name="What">What was done.</param>
public sealed record TheirLine(Ref Line, string Who, Effort Time, When When, string? What) : Says;

/// <summary>« Valider H3 », on a button.</summary>
/// <param name="Line">The line's code.</param>
public sealed record ApproveThat(Ref Line) : Says;

/// <summary>Says of somebody else's line that it is right; alone, shows which wait for that.</summary>
[HeardBy(Audience.Asker)]
public sealed record ApproveHours(Coded<HoursLine>? Line = null, PageNumber? Page = null) : ICommand
{
    private const int MostButtons = 3;

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        if (Line is null)
        {
            return List(turn);
        }

        var line = Line.Value;
        Believing.CheckMayRead(line, turn);
        if (Believing.IsOwn(line, turn))
        {
            throw new Refusal(new NotYourOwn(line.Ref));
        }

        var standing = Standing.Of(line, turn);
        if (standing.IsOpen)
        {
            throw new Refusal(new AnswerFirst(line.Ref, standing.Question!));
        }

        if (!Ledger.Of(turn).Stands(line))
        {
            throw new Refusal(new CorrectedAlready(line.Ref, null));
        }

        turn.Keep(standing with { ApprovedBy = standing.ApprovedBy ?? turn.Member.Id });
        return new HoursApproved(line.Ref, turn.Find<Member>(line.Member)!.Name, line.Time, line.When, line.What);
    }

    private Says List(Turn turn)
    {
        var ledger = Ledger.Of(turn);
        List<HoursLine> waiting = [.. ledger.Standing.Where(line => !Believing.IsOwn(line, turn) && Believing.MayRead(line, turn) && ledger.StateOf(line, turn, turn.Now) == LineState.Declared)];
        if (waiting.Count == 0)
        {
            return new NothingToApprove();
        }

        var page = PageNumber.Of(waiting, Page);
        return new ToApprove(waiting.Count, [.. page.Shown.Select(line => new TheirLine(line.Ref, turn.Find<Member>(line.Member)!.Name, line.Time, line.When, line.What))], page.More)
        {
            Offers = [.. page.Shown.Take(MostButtons).Select(line => new Offer(new ApproveThat(line.Ref), Intent.To<ApproveHours>().With(nameof(Line), line.Ref))), .. page.OfferRest(Intent.To<ApproveHours>(), nameof(Page))],
        };
    }
}

/// <summary>Who may read somebody's line, and say that it is right.</summary>
internal static class Believing
{
    /// <summary>Whether a line is the speaker's time, or was noted by them.</summary>
    public static bool IsOwn(HoursLine line, Turn turn) => line.Concerns(turn.Member.Id);

    /// <summary>Whether the speaker may read a line: their own, all of them when they coordinate, and where each says of others' that it is right.</summary>
    public static bool MayRead(HoursLine line, Turn turn) =>
        IsOwn(line, turn) || turn.Member.Roles.Contains(Role.Coordination) || HoursRules.Of(turn).Validation == Validation.Peer;

    /// <summary>Refuses what is not theirs to read.</summary>
    /// <exception cref="Refusal">It is not.</exception>
    public static void CheckMayRead(HoursLine line, Turn turn)
    {
        if (!MayRead(line, turn))
        {
            throw new Refusal(new NotForYou(line.Ref));
        }
    }
}
