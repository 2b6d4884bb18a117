using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Bookings;

/// <summary>Something is back.</summary>
/// <param name="Title">What.</param>
/// <param name="Booking">Its code.</param>
/// <param name="Who">Who had it.</param>
public sealed record Returned(string Title, Ref Booking, string Who) : Says;

/// <summary>To who had it: another says that it is back.</summary>
/// <param name="By">Who does.</param>
/// <param name="Title">What.</param>
/// <param name="Booking">Its code.</param>
public sealed record ReturnedForYou(string By, string Title, Ref Booking) : Says;

/// <summary>« C'est rendu », on a button.</summary>
public sealed record ItIsBack : Says;

/// <summary>Says that something that was taken along is back.</summary>
public sealed record ReturnThing(Target<Booking> Thing) : ICommand, ISuitMoments, ISeeks<ReturnThing, Booking>
{
    /// <inheritdoc/>
    public static bool FitsNow(Turn turn) => turn.Live<Booking>().Any(booking => booking.IsLoan && booking.Member == turn.Member.Id);

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var loan = Thing.Value;
        if (loan.IsOver)
        {
            throw new Refusal(new BookingIsOver(loan.Title, loan.Ref, loan.IsLoan));
        }

        turn.Keep(loan with { IsOver = true });
        if (loan.Member != turn.Member.Id && turn.Find<Member>(loan.Member) is { } owner && turn.HasPrivateChat(owner))
        {
            turn.Tell(owner, new ReturnedForYou(turn.Member.Name, loan.Title, loan.Ref));
        }

        return new Returned(loan.Title, loan.Ref, loan.Who(turn));
    }

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<Booking>> Candidates(Turn turn)
    {
        var loans = turn.Live<Booking>().Where(booking => booking.IsLoan).ToList();
        return [loans.Where(loan => loan.Member == turn.Member.Id), loans.Where(loan => loan.Member != turn.Member.Id)];
    }

    /// <inheritdoc/>
    public static IEnumerable<Booking> WhatIsOver(Turn turn) =>
        turn.All<Booking>().Where(booking => booking is { IsLoan: true, IsOver: true }).GroupBy(loan => loan.Thing).Select(same => same.Last());

    /// <summary>The button that says it is back.</summary>
    internal static Offer OfferFor(Booking loan) => new(new ItIsBack(), Intent.To<ReturnThing>().With(nameof(Thing), loan.Ref));
}
