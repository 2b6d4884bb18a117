using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Actions;

/// <summary>Nothing to do about an action before it comes back.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="Next">When it comes back.</param>
public sealed record ComesBackThen(string Title, Ref Action, Says Next) : Says;

/// <summary>An action does not come back on that day.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="Day">The day.</param>
/// <param name="Next">When it comes next, if that is known.</param>
public sealed record NotBackThatDay(string Title, Ref Action, LocalDate Day, Says? Next) : Says;

/// <summary>A rhythm that can't be shifted so.</summary>
/// <param name="Action">The action's code.</param>
public sealed record OtherActionRhythm(Ref Action) : Says;

/// <summary>What comes back: it rests until its next day is near, and then is as new, but for what people wrote on it.</summary>
public sealed partial record CoopAction
{
    // As long before its day people hear what nobody has taken.
    private const int DaysBefore = Nudged.DaysBefore;

    /// <summary>How it comes back, if it does.</summary>
    public ActionRhythm? Rhythm { get; init; }

    /// <summary>For when it comes back, while it rests.</summary>
    public DueOn? Returns { get; init; }

    /// <summary>Whether its next day came while it was still to be done: once will do.</summary>
    public bool HasWaited { get; init; }

    /// <inheritdoc/>
    bool IMovable.ComesAgain => Rhythm?.Series is not null && (IsOpen || Returns is not null);

    /// <inheritdoc/>
    bool ICancellable.ComesAgain => Rhythm is not null && (IsOpen || Returns is not null);

    // Who did it last time is not bound to the next.
    /// <inheritdoc/>
    IReadOnlyList<string> IOnAgenda.Who(IRecords records) => IsOpen ? Who(records) : [];

    /// <summary>When it is looked at again, to come back or to stand for its next day; null when it does neither.</summary>
    /// <param name="today">The day it is.</param>
    public LocalDate? ComesNear(LocalDate today) => IsCalledOff ? null
        : Returns is not null ? LocalDate.Max(Returns.Day.PlusDays(-DaysBefore), today.PlusDays(1))
        : IsOpen && Rhythm?.NextDay(Rhythm.Day) is { } next ? NearTo(next) : null;

    /// <summary>Coming back from now on.</summary>
    /// <param name="again">How.</param>
    /// <param name="from">When first, if that was asked.</param>
    internal CoopAction ComingBack(Comeback again, FirstTime? from)
    {
        if (again.On is not { } on)
        {
            return this with { Rhythm = new ActionRhythm { After = again.After } };
        }

        var first = on.Starting(from ?? (Due is null ? null : new FirstTime(Due.Day)));
        return this with { Rhythm = new ActionRhythm { First = first, Series = on.Series, Day = first.Day }, Due = Due ?? new DueOn(first.Day, first.Time) };
    }

    /// <summary>As it stands in the morning of a day: back, if that is near, or for its next day, if it was not done meanwhile.</summary>
    /// <param name="today">The day.</param>
    internal CoopAction On(LocalDate today)
    {
        if (Returns is not null)
        {
            return Returns.Day.PlusDays(-DaysBefore) <= today ? Back(Returns).On(today) : this;
        }

        var action = this;
        while (action.IsOpen && action.Rhythm is { Series: not null } rhythm && rhythm.NextDay(rhythm.Day) is { } next && action.NearTo(next) <= today)
        {
            var isLater = action.Due is null || action.Due.Day < next;
            action = action with { Rhythm = rhythm with { Day = next }, Due = isLater ? new DueOn(next, rhythm.First!.Time) : action.Due, HasWaited = !IsForEach && (HasWaited || isLater) };
        }

        return action;
    }

    /// <summary>Resting until its next time; if there is none, done for good or called off.</summary>
    /// <param name="left">The day on which it was done, or is left out.</param>
    internal CoopAction Resting(LocalDate left) => Rhythm?.Next(left) is { } next
        ? this with { Returns = next, Rhythm = Rhythm with { Day = next.Day }, HasWaited = false }
        : this with { Returns = null, IsCalledOff = DoneAt is null };

    private CoopAction Back(DueOn due) => Anew() with { Due = due, Returns = null, DoneAt = null, HasWaited = false, IsPutAway = false };

    private CoopAction Anew() => this with { BegunAt = null, Owners = [], Lead = 0, Learning = null };

    // Of what comes each day, the day before is not over yet.
    private LocalDate NearTo(LocalDate next) => LocalDate.Max(next.PlusDays(-DaysBefore), Rhythm!.Day.PlusDays(1));

    // Who says another day means it at the same time.
    private Shift MovedAgain(DueOn said, bool isAll, Turn turn)
    {
        var to = said.Time is null && said.From is null && Rhythm?.First?.Time is { } time ? said with { Time = time } : said;
        var rhythm = !isAll || Rhythm?.Series is null ? Rhythm : Rhythm.Shifted(to) ?? throw new Refusal(new OtherActionRhythm(Ref));
        var moved = (Returns is null ? MovedTo(to, turn) : this with { Returns = to }) with { Rhythm = rhythm };
        BringBack.Plan(moved, turn);
        return new Shift(moved, to.Told(), (Returns ?? Due)?.Told());
    }

    // One time of it: the one that is open or comes next, or a later one.
    private CallingOff LeftOut(DueOn? on, Turn turn)
    {
        var (stands, left) = (Returns ?? Due, Rhythm!.Series is null ? Returns?.Day ?? turn.Today : Rhythm.Day);
        if (on is not null && on.Day != stands?.Day && on.Day != Rhythm.Day)
        {
            return Rhythm.Series is not null && Rhythm.NextDay(LocalDate.Max(on.Day.PlusDays(-1), left)) == on.Day
                ? new CallingOff(this with { Rhythm = Rhythm.Without(on.Day) }, new ThatDay(on.Day), [])
                : throw new Refusal(new NotBackThatDay(Title, Ref, on.Day, stands?.Told()));
        }

        var resting = (IsOpen ? Anew() : this).Resting(left);
        BringBack.Plan(resting, turn);
        return new CallingOff(resting, stands?.Told(), TellCalledOff(stands?.Told(), turn));
    }
}
