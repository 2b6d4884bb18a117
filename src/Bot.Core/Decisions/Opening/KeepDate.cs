using System.Globalization;
using Bot.Core.Commands;
using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Only what asks for dates has one to keep.</summary>
/// <param name="Decision">The code.</param>
/// <param name="Title">The title.</param>
public sealed record NoDatesThere(Ref Decision, string Title) : Says;

/// <summary>Keeps one of the slots: it stands on the agenda, with those who can come.</summary>
public sealed record KeepDate(Proposal On, PageNumber Number) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var decision = On.Decision;
        if (decision.Terms is not { Manner: Manner.Dates } terms)
        {
            throw new Refusal(new NoDatesThere(decision.Ref, decision.Title));
        }

        if (decision.Closure is { Ending: not Ending.Told })
        {
            throw new Refusal(new DecisionIsClosed(decision.Ref, decision.Title));
        }

        if (turn.Member.Id != decision.Author && !turn.Member.Roles.Contains(Role.Coordination))
        {
            throw new Refusal(new OnlyItsAuthor(decision.Ref, turn.Find<Member>(decision.Author)!.Name));
        }

        var kept = terms.Options[BySurvey.Options([Number.Number], decision)[0] - 1];
        RefuseIfOver([kept], turn);
        var slot = ((ByDates)decision.Method).Rank(Urn.Of(decision, decision.Poll(turn), turn, "")).First(each => each.Option == Number.Number);
        var closed = decision.IsOpen ? Closing.Close(decision, Ending.Chosen, turn, [Number.Number], isAnswer: true) : Chosen(decision, turn);
        turn.Raise(new DateWasChosen(decision.Title, new EventTime(kept.Day!.Value, kept.Time) { Length = kept.Length }, slot.Yes, slot.IfNeedBe) { From = decision.Ref });
        return closed.Method.Result(closed, closed.Poll(turn), turn);
    }

    /// <summary>Refuses slots that are over.</summary>
    /// <exception cref="Refusal">One is.</exception>
    internal static void RefuseIfOver(IReadOnlyList<Option> slots, Turn turn)
    {
        if (slots.FirstOrDefault(slot => slot.Day < turn.Today) is { } over)
        {
            throw new Refusal(new DayIsOver(OptionNames.Of(over)));
        }
    }

    /// <summary>To keep a slot.</summary>
    internal static Offer Offer(Decision decision, int number)
    {
        var offer = Offering.To<KeepDate>(new KeepThatDate(OptionNames.Of(decision.Terms!.Options[number - 1])), decision);
        return offer with { Intent = offer.Intent.With(nameof(Number), number.ToString(CultureInfo.InvariantCulture)) };
    }

    private Decision Chosen(Decision decision, Turn turn)
    {
        var chosen = decision with { Closure = decision.Closure! with { Ending = Ending.Chosen, Winners = [Number.Number] } };
        turn.Keep(chosen);
        return chosen;
    }
}
