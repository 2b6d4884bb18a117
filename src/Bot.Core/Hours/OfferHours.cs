using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Facts;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Hours;

/// <summary>
/// Who has done something is asked in private how long it took, and answers with one press: nobody notes time in a tool they have to go to. Asked once, and
/// only who can be asked alone.
/// </summary>
public sealed class OfferHours : IReactTo<ActionWasDone>
{
    private static readonly Duration WhileTheyRemember = Duration.FromDays(2);
    private static readonly Effort[] Usual = [new(30), new(60), new(120)];

    /// <inheritdoc/>
    public void When(ActionWasDone fact, Turn turn)
    {
        if (HoursRules.Of(turn).AsksNobody)
        {
            return;
        }

        foreach (var member in fact.Members.Select(turn.Find<Member>).OfType<Member>().Where(member => turn.HasPrivateChat(member) && !HoursHabit.Of(member.Id, turn).IsNotAsked))
        {
            turn.Tell(member, Ask(new AboutThing(fact.Action, fact.Title)), OutgoingKind.Nudge, turn.Now + WhileTheyRemember);
        }
    }

    private static HowLongDidItTake Ask(AboutThing about) => new(about.Title, about.Code)
    {
        Offers =
        [
            .. Usual.Select(time => new Offer(new ThatLong(time), Intent.To<TellHowLong>().With(nameof(TellHowLong.About), about.Code).With(nameof(TellHowLong.Time), Lasted.Typed(time)))),
            new Offer(new AskMeNoMore(), Intent.To<AskNoMore>()),
        ],
    };
}
