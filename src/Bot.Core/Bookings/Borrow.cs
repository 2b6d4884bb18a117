using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Bookings;

/// <summary>Somebody has taken something along.</summary>
/// <param name="Other">Who, when somebody else than who asks.</param>
/// <param name="Title">What.</param>
/// <param name="Booking">Its code.</param>
/// <param name="Until">Until when.</param>
/// <param name="IsNew">Whether nobody had ever named that thing.</param>
public sealed record Borrowed(string? Other, string Title, Ref Booking, Says Until, bool IsNew) : Says;

/// <summary>Until when is it kept?</summary>
public sealed record KeepUntilWhen : Says;

/// <summary>Takes a tool along until a day, unless somebody needs it before.</summary>
public sealed record Borrow(string Title, LoanEnd? Until = null, OnBehalf? For = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var last = turn.LastId<SharedThing>();
        var thing = SharedThing.Named<Borrow>(Title, Again, turn);
        var loan = new Booking
        {
            Id = turn.NextId<Booking>(),
            Thing = thing.Id,
            Title = thing.Title,
            Member = For?.Member.Id ?? turn.Member.Id,
            Time = new EventTime(turn.Today) { Last = Until?.Day },
            IsLoan = true,
        };
        loan.RefuseIfTaken(turn);
        if (Until is null)
        {
            throw new Doubt(new KeepUntilWhen(), []) { Parameter = nameof(Until) };
        }

        turn.Keep(loan);
        CloseBookings.Plan(loan, turn);
        return new Borrowed(For is null || For.Member.Id == turn.Member.Id ? null : For.Member.Name, loan.Title, loan.Ref, loan.When, thing.Id > last)
        {
            Offers = [ReturnThing.OfferFor(loan)],
        };
    }

    private Intent Again(string title)
    {
        var again = Intent.To<Borrow>().With(nameof(Title), title);
        return OnBehalf.In(Until is null ? again : again.With(nameof(Until), Due.Typed(new DueOn(Until.Day, null))), nameof(For), For);
    }
}
