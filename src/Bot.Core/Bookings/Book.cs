using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Bookings;

/// <summary>Something is booked.</summary>
/// <param name="Other">For whom, when for somebody else than who asks.</param>
/// <param name="Title">What.</param>
/// <param name="Booking">Its code.</param>
/// <param name="When">When.</param>
/// <param name="IsNew">Whether nobody had ever named that thing.</param>
public sealed record Booked(string? Other, string Title, Ref Booking, Says When, bool IsNew) : Says;

/// <summary>What comes again is not booked at once.</summary>
public sealed record BookOnce : Says;

/// <summary>Books a room or a tool for some hours or days, unless somebody has it then.</summary>
public sealed record Book(string Title, Occasion On, OnBehalf? For = null) : ICommand
{
    // How long people reckon with when they say only when it begins.
    private static readonly Duration Usual = Duration.FromHours(1);

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        if (On.Series is not null)
        {
            throw new Refusal(new BookOnce());
        }

        var last = turn.LastId<SharedThing>();
        var thing = SharedThing.Named<Book>(Title, title => Again(title, On), turn);
        var booking = new Booking
        {
            Id = turn.NextId<Booking>(),
            Thing = thing.Id,
            Title = thing.Title,
            Member = For?.Member.Id ?? turn.Member.Id,
            Time = On.Time.Time is null ? On.Time : On.Time with { Length = On.Time.Length ?? Usual },
        };
        booking.RefuseIfTaken(turn, other => Afterwards(booking, other, turn));
        turn.Keep(booking);
        CloseBookings.Plan(booking, turn);
        return new Booked(For is null || For.Member.Id == turn.Member.Id ? null : For.Member.Name, booking.Title, booking.Ref, booking.When, thing.Id > last);
    }

    private Intent Again(string title, Occasion on) => OnBehalf.In(Intent.To<Book>().With(nameof(Title), title).With(nameof(On), Json.WriteText(on)), nameof(For), For);

    // The same hours as soon as it is free again that day, if it is.
    private IReadOnlyList<Offer> Afterwards(Booking wanted, Booking taken, Turn turn)
    {
        for (Booking? other = taken; other is { IsLoan: false, Time: { Time: { } from, Length: { } length } } && wanted.Time.Time is not null; other = wanted.ClashOf(turn))
        {
            var end = other.Time.Day.At(from).PlusTicks(length.BclCompatibleTicks);
            if (end.Date != wanted.Time.Day)
            {
                return [];
            }

            wanted = wanted with { Time = wanted.Time with { Time = end.TimeOfDay } };
            if (wanted.ClashOf(turn) is null)
            {
                return [new Offer(wanted.Time.Told(), Again(wanted.Title, new Occasion(wanted.Time)))];
            }
        }

        return [];
    }
}
