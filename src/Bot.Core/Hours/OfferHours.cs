using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Facts;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Hours;

/// <summary>
/// Who has done something, or has held a slot, is asked in private how long it took, and answers with one press: nobody notes time in a tool they have to go
/// to. Asked once, and only who can be asked alone.
/// </summary>
public sealed class OfferHours : IReactTo<ActionWasDone>, IReactTo<SlotHeld>
{
    private const int MostTimes = 3;
    private static readonly Duration WhileTheyRemember = Duration.FromDays(2);
    private static readonly Effort[] Usual = [new(30), new(60), new(120)];

    /// <inheritdoc/>
    public void When(ActionWasDone fact, Turn turn) => AskEach(fact.Members, new AboutThing(fact.Action, fact.Title), Usual, fact.On ?? WorkedOn.Today(turn), turn);

    /// <inheritdoc/>
    public void When(SlotHeld fact, Turn turn) =>
        AskEach(fact.Members, new AboutThing(fact.Slot, fact.Title), Usual.Prepend(new Effort((int)fact.Length.TotalMinutes)), fact.Day, turn);

    private static void AskEach(IEnumerable<int> members, AboutThing about, IEnumerable<Effort> times, LocalDate on, Turn turn)
    {
        if (HoursRules.Of(turn).AsksNobody)
        {
            return;
        }

        foreach (var member in members.Select(turn.Find<Member>).OfType<Member>().Where(member => turn.HasPrivateChat(member) && !HoursHabit.Of(member.Id, turn).IsNotAsked))
        {
            turn.Tell(member, Ask(about, times.Where(time => time.Minutes > 0).Distinct().Take(MostTimes), on), OutgoingKind.Nudge, turn.Now + WhileTheyRemember);
        }
    }

    private static HowLongDidItTake Ask(AboutThing about, IEnumerable<Effort> times, LocalDate on) => new(about.Title, about.Code)
    {
        Offers =
        [
            .. times.Select(time => new Offer(new ThatLong(time), Intent.To<TellHowLong>().With(nameof(TellHowLong.About), about.Code)
                .With(nameof(TellHowLong.Time), Lasted.Typed(time)).With(nameof(TellHowLong.On), Due.Typed(new DueOn(on, null)))) { OrOther = nameof(TellHowLong.Time) }),
            new Offer(new AskMeNoMore(), Intent.To<AskNoMore>()),
        ],
    };
}
