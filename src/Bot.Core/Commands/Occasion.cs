using System.Text.Json;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Commands;

/// <summary>A time of the day, on a button.</summary>
/// <param name="Time">The time.</param>
public sealed record ThatTime(LocalTime Time) : Says;

/// <summary>Several days were named for one event.</summary>
public sealed record OneDayEach : Says;

/// <summary>A series may begin on one day or another.</summary>
public sealed record WhichStart : Says;

/// <summary>When something takes place, once or again and again: « mardi 18h30 », « samedi 14h-16h », « un mardi sur deux 18h ».</summary>
/// <param name="Time">When, or when first.</param>
/// <param name="Series">How it comes again, if it does.</param>
public sealed record Occasion(EventTime Time, EventSeries? Series = null) : IReadable<Occasion>
{
    /// <summary>What else the words may say, of what is once.</summary>
    public IReadOnlyList<DueOn> Others { get; init; } = [];

    /// <summary>Of a series of which nobody knows whether it begins now or one turn later: both days.</summary>
    public IReadOnlyList<LocalDate> Starts { get; init; } = [];

    /// <inheritdoc/>
    public static Occasion? Read(Words words, Asked how, Turn turn)
    {
        if (how.IsAlone && Chosen(words) is { } chosen)
        {
            return chosen;
        }

        if (words.IsEmpty || turn.Parts.Reader.ReadWhen(words.LeftText, turn.Spoken(Look.Forward)) is not { } found)
        {
            return null;
        }

        List<Occasion> ways = [.. found.Candidates.Select(Of).OfType<Occasion>().Distinct()];
        if (Due.DoubtOf(found.Unsure, [.. ways.Select(way => WayTo(way, found.Unsure))]) is { } doubt)
        {
            words.Take(found.Parts);
            throw doubt;
        }

        if (found.IsRead && found.Value is When.Several several)
        {
            words.Take(found.Parts);
            throw new Doubt(new OneDayEach(), [.. several.All.Select(Of).OfType<Occasion>().Select(way => WayTo(way, found.Unsure))]);
        }

        return found.IsRead && ways is [var first, .. var others] ? Settled(first, others, found, words, turn) : null;
    }

    /// <summary>When it is, or is first.</summary>
    /// <param name="from">When it begins, if that was asked. All commands call that parameter From.</param>
    /// <exception cref="Doubt">Nobody knows when it begins.</exception>
    internal EventTime Starting(FirstTime? from)
    {
        if (from is not null && Series?.From(Time with { Day = from.Day }).Days(from.Day, from.Day).Any() == true)
        {
            return Time.On(from.Day);
        }

        return Starts.Count == 0 ? Time : throw new Doubt(new WhichStart(), [.. Starts.Select(day => new DueOn(day, null)).Select(day => new Way(day.Told(), Due.Typed(day)))])
        {
            Parameter = "From",
        };
    }

    // The doubt about a beginning is settled apart (FirstTime), so that the rest of what was said stays.
    private static Occasion Settled(Occasion first, List<Occasion> others, Found<When> found, Words words, Turn turn)
    {
        words.Take(found.Parts);
        var occasion = first.Lasting(words, turn);
        if (occasion.Series is null && occasion.Time.Ends(turn.Zone) <= turn.Now)
        {
            throw new Doubt(new DayIsOver(occasion.Time.Told()), []);
        }

        return occasion with
        {
            Others = occasion.Series is not null ? [] : [.. others.Where(other => other.Series is null && other.Time.Ends(turn.Zone) > turn.Now).Select(other => new DueOn(other.Time.Day, other.Time.Time))],
            Starts = found.Unsure == Unsure.SeriesStart ? [first.Time.Day, .. others.Select(other => other.Time.Day)] : [],
        };
    }

    // « réunion mardi 18h30 2h »: how long may stand anywhere else.
    private Occasion Lasting(Words words, Turn turn)
    {
        if (words.IsEmpty || Time.Length is not null || turn.Parts.Reader.ReadWhen(words.LeftText, turn.Spoken(Look.Forward)) is not { IsRead: true, Value: When.Lasting lasting } found)
        {
            return this;
        }

        if (Time.Time is not null && lasting.Length is { HasTimeComponent: true, HasDateComponent: false })
        {
            words.Take(found.Parts);
            return this with { Time = Time with { Length = lasting.Length.ToDuration() } };
        }

        if (Time is { Time: null, Last: null } && Series is null && lasting.Length is { HasTimeComponent: false, Months: 0, Years: 0 })
        {
            words.Take(found.Parts);
            return this with { Time = Time with { Last = Time.Day.Plus(lasting.Length).PlusDays(-1) } };
        }

        return this;
    }

    private static Way WayTo(Occasion way, Unsure unsure) => new(
        unsure == Unsure.SmallHour && way.Time.Time is { } time ? new ThatTime(time) : way.Time.Told(), Json.WriteText(way));

    // What a button of ours stands for, whatever day it is pressed.
    private static Occasion? Chosen(Words words)
    {
        if (!words.LeftText.StartsWith('{'))
        {
            return null;
        }

        try
        {
            var chosen = Json.Read<Occasion>(words.LeftText);
            words.Take(0, words.Left.Count);
            return chosen;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Occasion? Of(When when) => when switch
    {
        When.OnDay on => new(new EventTime(on.Day)),
        When.At at => new(new EventTime(at.Moment.Date, at.Moment.TimeOfDay)),
        When.By by => new(new EventTime(by.Day, by.Time)),
        When.Days days => new(new EventTime(days.First) { Last = days.Last == days.First ? null : days.Last }),
        When.Hours hours => new(new EventTime(hours.Start.Date, hours.Start.TimeOfDay) { Length = EventTime.Between(hours.Start, hours.End) }),
        When.Repeats repeats => Of(repeats.Series),
        _ => null,
    };

    private static Occasion Of(Recurrence series) => new(
        new EventTime(series.Start, series.Time) { Length = series is { Time: not null, Length: { HasDateComponent: false } length } ? length.ToDuration() : null },
        new EventSeries(series.Rule) { Except = series.Except, Also = series.Also });
}

/// <summary>When something takes place that comes again and again.</summary>
/// <param name="Occasion">When.</param>
public sealed record Rhythm(Occasion Occasion) : IReadable<Rhythm>
{
    /// <inheritdoc/>
    public static Rhythm? Read(Words words, Asked how, Turn turn) => Occasion.Read(words, how, turn) switch
    {
        null => null,
        { Series: null } => throw new Doubt(new HowOften(), []),
        var occasion => new Rhythm(occasion),
    };
}

/// <summary>How often something comes again was not said.</summary>
public sealed record HowOften : Says;

/// <summary>When a series begins; said only when that was asked.</summary>
/// <param name="Day">The day.</param>
public sealed record FirstTime(LocalDate Day) : IReadable<FirstTime>
{
    /// <inheritdoc/>
    public static FirstTime? Read(Words words, Asked how, Turn turn) =>
        (how.IsAlone || how.IsAnswer) && Due.Read(words, how, turn) is { } due ? new FirstTime(due.On.Day) : null;
}
