using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Hours;

/// <summary>Somebody's line was asked about.</summary>
/// <param name="Line">Its code.</param>
/// <param name="Who">Whose time it is.</param>
/// <param name="Question">What was asked.</param>
public sealed record HoursQuestioned(Ref Line, string Who, string Question) : Says;

/// <summary>To whose time it is: somebody asks about it.</summary>
/// <param name="Who">Who asks.</param>
/// <param name="Line">The line's code.</param>
/// <param name="Time">How much it says.</param>
/// <param name="When">When.</param>
/// <param name="What">What was done.</param>
/// <param name="Question">What they ask.</param>
public sealed record AskedAboutYours(string Who, Ref Line, Effort Time, When When, string? What, string Question) : Says;

/// <summary>A question about a line was answered.</summary>
/// <param name="Line">Its code.</param>
/// <param name="Answer">What was answered.</param>
public sealed record HoursAnswered(Ref Line, string Answer) : Says;

/// <summary>To who asked about a line: the answer.</summary>
/// <param name="Who">Who answers.</param>
/// <param name="Line">The line's code.</param>
/// <param name="Answer">What they answer.</param>
public sealed record AnswerAboutHours(string Who, Ref Line, string Answer) : Says;

/// <summary>Nobody asked about one's own line.</summary>
/// <param name="Line">Its code.</param>
public sealed record NobodyAsked(Ref Line) : Says;

/// <summary>« Répondre », on a button.</summary>
public sealed record AnswerIt : Says;

/// <summary>Asks about somebody's line, which then waits for the answer; whose line it is answers in the same way.</summary>
[HeardBy(Audience.Asker)]
public sealed record QueryHours(Coded<HoursLine> Line, string Text) : ICommand
{
    private const int LongestText = 300;

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var (line, text) = (Line.Value, Plain.Line(Text));
        Believing.CheckMayRead(line, turn);
        if (text.Length is 0 or > LongestText)
        {
            throw new Refusal(new HoursTextTooLong(LongestText));
        }

        var standing = Standing.Of(line, turn);
        return line.Member == turn.Member.Id ? Answer(line, standing, text, turn) : Ask(line, standing, text, turn);
    }

    private static HoursQuestioned Ask(HoursLine line, Standing standing, string text, Turn turn)
    {
        var whose = turn.Find<Member>(line.Member)!;
        turn.Keep(standing with { Question = text, AskedBy = turn.Member.Id, Answer = null, ApprovedBy = null, At = turn.Now });
        turn.Tell(whose, new AskedAboutYours(turn.Member.Name, line.Ref, line.Time, line.When, line.What, text)
        {
            Offers = [new Offer(new AnswerIt(), Intent.To<QueryHours>().With(nameof(Line), line.Ref)), Noting.OfferToCorrect(line)],
        });
        return new HoursQuestioned(line.Ref, whose.Name, text);
    }

    private static HoursAnswered Answer(HoursLine line, Standing standing, string text, Turn turn)
    {
        if (standing.AskedBy is not { } asker)
        {
            throw new Refusal(new NobodyAsked(line.Ref));
        }

        turn.Keep(standing with { Answer = text, At = turn.Now });
        if (turn.Find<Member>(asker) is { IsForgotten: false } who)
        {
            turn.Tell(who, new AnswerAboutHours(turn.Member.Name, line.Ref, text)
            {
                Offers = [new Offer(new ApproveThat(line.Ref), Intent.To<ApproveHours>().With(nameof(ApproveHours.Line), line.Ref))],
            });
        }

        return new HoursAnswered(line.Ref, text);
    }
}
