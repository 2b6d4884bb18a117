using Bot.Core.Chat;
using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Bookings;

/// <summary>Something is expected back.</summary>
/// <param name="Title">What.</param>
/// <param name="Booking">Its code.</param>
/// <param name="Who">Who has it, where others read.</param>
/// <param name="Until">Until when they said.</param>
public sealed record ExpectedBack(string Title, Ref Booking, string? Who, Says Until) : Says, IPassing
{
    /// <inheritdoc/>
    public Says? Still(Member? reader, Turn turn) =>
        turn.Find<Booking>(Booking.Number) is { IsOver: false } loan && turn.Parts.Sayings.AreTheSame(loan.When, Until) ? this with { Offers = [ReturnThing.OfferFor(loan)] } : null;

    /// <inheritdoc/>
    public Says? Joined(Says earlier) => earlier is ExpectedBack other && other.Booking == Booking ? this : null;
}

/// <summary>
/// Once its time is over a booking makes room. Who has taken something along is reminded in the morning of the day they said, and once more some days
/// after: it stays with them until they say that it is back. Late does no harm.
/// </summary>
/// <param name="Subject">The booking's code.</param>
public sealed record CloseBookings(string Subject) : Job(Subject)
{
    private const int OnceMore = 3;
    private static readonly LocalTime Morning = new(9, 0);

    /// <inheritdoc/>
    public override void Run(Turn turn, Instant due)
    {
        if (!Ref.TryParse(Subject, out var code) || turn.Find<Booking>(code.Number) is not { IsOver: false } booking)
        {
            return;
        }

        if (booking.IsLoan)
        {
            Remind(booking, turn);
        }
        else if (booking.Time.Ends(turn.Zone) <= turn.Now)
        {
            turn.KeepQuietly(booking with { IsOver = true });
        }
    }

    /// <summary>Sees to it.</summary>
    internal static void Plan(Booking booking, Turn turn)
    {
        var at = booking.IsLoan ? MorningOf(booking.LastDay, turn) : booking.Time.Ends(turn.Zone);
        turn.At(at > turn.Now ? at : MorningOf(turn.Today.PlusDays(1), turn), new CloseBookings(booking.Ref.ToString()));
    }

    private void Remind(Booking loan, Turn turn)
    {
        var says = new ExpectedBack(loan.Title, loan.Ref, null, loan.When) { Offers = [ReturnThing.OfferFor(loan)] };
        if (turn.Find<Member>(loan.Member) is { IsForgotten: false } owner && turn.HasPrivateChat(owner))
        {
            turn.Tell(owner, says, OutgoingKind.Nudge);
        }
        else if (turn.Find<Room>(turn.Settings.Home) is { } home)
        {
            turn.Tell(home, says with { Who = loan.Who(turn) }, OutgoingKind.Nudge);
        }

        if (turn.Today < loan.LastDay.PlusDays(OnceMore))
        {
            turn.At(MorningOf(loan.LastDay.PlusDays(OnceMore), turn), this);
        }
    }

    private static Instant MorningOf(LocalDate day, Turn turn) => day.At(Morning).InZoneLeniently(turn.Zone).ToInstant();
}
