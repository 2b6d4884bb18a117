using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Bookings;

/// <summary>Who has something, and when, as after an undo.</summary>
/// <param name="Who">Who.</param>
/// <param name="Title">What.</param>
/// <param name="Booking">Its code.</param>
/// <param name="When">When, or until when.</param>
/// <param name="IsLoan">Whether they took it along.</param>
/// <param name="IsOver">Whether it is free again.</param>
public sealed record BookingStands(string Who, string Title, Ref Booking, Says When, bool IsLoan, bool IsOver) : Says;

/// <summary>Somebody else has it then.</summary>
/// <param name="Title">What.</param>
/// <param name="Booking">The code of their booking.</param>
/// <param name="Who">Who has it.</param>
/// <param name="When">When, or until when.</param>
/// <param name="IsLoan">Whether they took it along.</param>
public sealed record NotFree(string Title, Ref Booking, string Who, Says When, bool IsLoan) : Says;

/// <summary>A booking is over, or was called off.</summary>
/// <param name="Title">What it was of.</param>
/// <param name="Booking">Its code.</param>
/// <param name="IsLoan">Whether it was taken along, and is back.</param>
public sealed record BookingIsOver(string Title, Ref Booking, bool IsLoan) : Says;

/// <summary>To whose booking it was: another changed it.</summary>
/// <param name="By">Who did.</param>
/// <param name="Title">What it is of.</param>
/// <param name="Booking">Its code.</param>
/// <param name="Now">When it is now; null when it was called off.</param>
/// <param name="Before">When it was.</param>
public sealed record BookingChanged(string By, string Title, Ref Booking, Says? Now, Says Before) : Says;

/// <summary>A booking, on a line of the agenda.</summary>
/// <param name="When">When it is.</param>
/// <param name="Title">What it is of.</param>
/// <param name="Booking">Its code.</param>
/// <param name="Who">Whose it is.</param>
public sealed record BookingOnAgenda(Says When, string Title, Ref Booking, string Who) : Says;

/// <summary>Until when somebody has something.</summary>
/// <param name="Day">The last day.</param>
public sealed record UntilDay(LocalDate Day) : Says;

/// <summary>Somebody has a room or a tool for some time: booked ahead, or taken along until a day.</summary>
[Kind("booking", Letter = 'R')]
public sealed record Booking : Document, ITitled, IDescribed, IForget, IMovable, ICancellable, IOftenOnAgenda, IExclusive, ISearchable
{
    /// <summary>What it is of.</summary>
    public required int Thing { get; init; }

    /// <inheritdoc/>
    public required string Title { get; init; }

    /// <summary>Whose it is.</summary>
    public required int Member { get; init; }

    /// <summary>When; of what was taken along from the day it was until the day it is to be back.</summary>
    public required EventTime Time { get; init; }

    /// <summary>Whether it was taken along.</summary>
    public bool IsLoan { get; init; }

    /// <summary>Whether it is free again.</summary>
    public bool IsOver { get; init; }

    /// <inheritdoc/>
    public override bool IsSettled => IsOver;

    /// <inheritdoc/>
    public string FoundBy => Title;

    /// <inheritdoc/>
    public Ref FoundAs => Ref;

    /// <summary>When, or until when.</summary>
    internal Says When => IsLoan ? new UntilDay(LastDay) : Time.Told();

    /// <summary>The day on which it is to be back.</summary>
    internal LocalDate LastDay => Time.Last ?? Time.Day;

    /// <inheritdoc/>
    public IEnumerable<AgendaLine> OnAgenda(LocalDate first, LocalDate last, Turn turn) =>
        IsLoan || !Time.Touches(first, last) ? [] : [new AgendaLine(Time, new BookingOnAgenda(Time.Told(), Title, Ref, Who(turn)))];

    /// <inheritdoc/>
    public LocalDateTime? FoundAt(DateTimeZone zone) => Time.Day.At(Time.Time ?? LocalTime.Midnight);

    /// <inheritdoc/>
    public Shift MovedTo(Due to, bool isAll, Turn turn)
    {
        RefuseIfOver();
        var moved = this with { Time = IsLoan ? Time with { Last = to.On.Day } : Time.MovedTo(to) };
        if (moved.Time.Ends(turn.Zone) <= turn.Now)
        {
            throw new Refusal(new DayIsOver(moved.When));
        }

        moved.RefuseIfTaken(turn);
        CloseBookings.Plan(moved, turn);
        TellOwner(moved.When, turn);
        return new Shift(moved, moved.When, When);
    }

    /// <inheritdoc/>
    public CallingOff CalledOff(DueOn? on, bool isAll, Turn turn)
    {
        RefuseIfOver();
        TellOwner(now: null, turn);
        return new CallingOff(this with { IsOver = true }, When, Member == turn.Member.Id ? [] : [Who(turn)]);
    }

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new BookingStands(Who(records), Title, Ref, When, IsLoan, IsOver);

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => new BookingStands(Who(records), Title, Ref, When, IsLoan, IsOver: true);

    // What somebody took along is still with them, whoever they were.
    /// <inheritdoc/>
    public Document? Forget(Forgotten who) => Member == who.Member && !IsLoan ? null : this;

    /// <summary>Whose it is.</summary>
    internal string Who(IRecords records) => records.Find<Member>(Member)!.Name;

    /// <summary>Says no when somebody has the same thing then. Where one ends and the other begins, both have it in turn.</summary>
    /// <exception cref="Refusal">Somebody has.</exception>
    internal void RefuseIfTaken(Turn turn, Func<Booking, IReadOnlyList<Offer>>? instead = null)
    {
        if (ClashOf(turn) is { } other)
        {
            throw new Refusal(other.Taken(turn) with { Offers = instead?.Invoke(other) ?? [] });
        }
    }

    /// <inheritdoc/>
    public Says? WhyTaken(Turn turn) => IsOver ? null : ClashOf(turn)?.Taken(turn);

    /// <summary>What somebody else has at that time, of the same thing; what they took along and did not bring back is still with them.</summary>
    internal Booking? ClashOf(Turn turn) => turn.Live<Booking>().Where(other => other.Id != Id && other.Thing == Thing).OrderBy(other => other.Time.Begins(turn.Zone))
        .FirstOrDefault(other => Begins(turn) < other.Ends(turn) && other.Begins(turn) < Ends(turn) && !(IsLoan && !other.IsLoan && other.Member == Member));

    private NotFree Taken(Turn turn) => new(Title, Ref, Who(turn), When, IsLoan);

    private Instant Begins(Turn turn) => IsLoan ? Instant.Min(turn.Now, Time.Begins(turn.Zone)) : Time.Begins(turn.Zone);

    private Instant Ends(Turn turn) => IsLoan ? Instant.Max(turn.Now + Duration.Epsilon, Time.Ends(turn.Zone)) : Time.Ends(turn.Zone);

    private void RefuseIfOver()
    {
        if (IsOver)
        {
            throw new Refusal(new BookingIsOver(Title, Ref, IsLoan));
        }
    }

    private void TellOwner(Says? now, Turn turn)
    {
        if (Member != turn.Member.Id && turn.Find<Member>(Member) is { } owner && turn.HasPrivateChat(owner))
        {
            turn.Tell(owner, new BookingChanged(turn.Member.Name, Title, Ref, now, When), until: Time.Ends(turn.Zone));
        }
    }
}
