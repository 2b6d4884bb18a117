using NodaTime;

namespace Bot.Core.Language.Meanings;

/// <summary>What a phrase about time means.</summary>
internal abstract record Meant
{
    /// <summary>It only says which thing is meant, « la réunion de mardi », or is a feast in a name: any other phrase goes first.</summary>
    public bool IsWeak { get; init; }

    /// <summary>It is a feast, whose name belongs to the title as well.</summary>
    public bool IsFeast { get; init; }

    /// <summary>What it says there and then.</summary>
    public abstract Reading<When> Read(Here here);
}

/// <summary>What looks like time, but is none: « en deux jours ».</summary>
internal sealed record NotATime : Meant
{
    /// <inheritdoc/>
    public override Reading<When> Read(Here here) => Reading<When>.Not(Unsure.Vague);
}

/// <summary>Whatever its sense says.</summary>
/// <param name="Sense">It.</param>
internal sealed record Told(Sense<When> Sense) : Meant
{
    /// <inheritdoc/>
    public override Reading<When> Read(Here here) => Sense(here);
}

/// <summary>A day, a time, or both; what is said apart, « demain appeler Sam à 18 h », can be put together.</summary>
internal sealed record Moment : Meant
{
    /// <summary>The day.</summary>
    public Sense<LocalDate>? Day { get; init; }

    /// <summary>The time.</summary>
    public Clock? Clock { get; init; }

    /// <summary>From when to when.</summary>
    public Hours? Hours { get; init; }

    /// <summary>The part of the day.</summary>
    public Part? Part { get; init; }

    /// <summary>How long.</summary>
    public Span? Lasting { get; init; }

    /// <summary>Whether it says nothing about the time of day.</summary>
    public bool IsDayOnly => Day is not null && !HasTime;

    /// <summary>Whether it says nothing about the day.</summary>
    public bool IsTimeOnly => Day is null && HasTime;

    /// <summary>Whether it says no time, and no part, of the day.</summary>
    public bool IsTimeless => Clock is null && Part is null;

    private bool HasTime => Clock is not null || Hours is not null || Part is not null;

    /// <inheritdoc/>
    public override Reading<When> Read(Here here)
    {
        var reading = Day is null ? Today(here) : Day(here).Then(day => On(day, here));
        var lasting = Lasting is null ? reading : reading.Select(when => Lasting.From(when));
        if (!here.IsBack)
        {
            // Of two readings, one that is over is not meant by who plans.
            return lasting.Unsure is Unsure.Otherwise or Unsure.SmallHour ? lasting.Where(other => other is When.OnDay || Begin(other) > here.Now) : lasting;
        }

        return lasting.IsPossible && Begin(lasting.Value) is { } begin && begin.Date > here.Today
            ? Reading<When>.Not(Unsure.Future, lasting.Value)
            : lasting;
    }

    private static LocalDateTime? Begin(When when) => when switch
    {
        When.At at => at.Moment,
        When.Hours hours => hours.Start,
        _ => when.FirstDay?.AtMidnight(),
    };

    private Reading<When> On(LocalDate day, Here here)
    {
        if (Hours is not null)
        {
            return (Part is null ? Hours : Hours with { From = Part.Settle(Hours.From), To = Part.Settle(Hours.To) })
                .Readings.Then(hours => Between(day, hours.From, hours.To, here));
        }

        if (Clock is not null)
        {
            return (Part?.Settle(Clock) ?? Clock).Readings.Then(minutes => Settled(day, minutes, here.Zone).Select<When>(at => new When.At(at)));
        }

        return Part is null ? Reading<When>.Sure(new When.OnDay(day)) : Between(day, Part.Start, Part.End, here);
    }

    private static Reading<When> Between(LocalDate day, int from, int to, Here here) =>
        Settled(day, from, here.Zone).Then(start => Settled(day, to, here.Zone).Select<When>(end => new When.Hours(start, end)));

    // The clocks that are put forward leave an hour out: what is said within it is as much later.
    private static Reading<LocalDateTime> Settled(LocalDate day, int minutes, DateTimeZone zone)
    {
        var said = day.AtMidnight().PlusMinutes(minutes);
        var settled = said.InZoneLeniently(zone).LocalDateTime;
        return said == settled ? Reading<LocalDateTime>.Sure(said) : Reading<LocalDateTime>.Of(settled, Unsure.SkippedHour);
    }

    // A time without a day is the next one, or looking back the last; so is a part of the day, which lasts until it is over.
    private Reading<When> Today(Here here) => On(here.Today, here).Select(when => Nearest(when, here));

    private When Nearest(When when, Here here)
    {
        var start = Begin(when)!.Value;
        var isOver = Part is not null && when is When.Hours hours ? hours.End <= here.Now : start <= here.Now;
        var days = here.IsBack ? start > here.Now ? -1 : 0 : isOver ? 1 : 0;
        return days == 0 ? when : when switch
        {
            When.At at => new When.At(at.Moment.PlusDays(days).InZoneLeniently(here.Zone).LocalDateTime),
            When.Hours said => new When.Hours(said.Start.PlusDays(days), said.End.PlusDays(days)),
            _ => when,
        };
    }
}
