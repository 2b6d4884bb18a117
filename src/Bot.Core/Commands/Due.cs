using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime.Text;

namespace Bot.Core.Commands;

/// <summary>A day that is over, where one is asked for that is to come.</summary>
/// <param name="Day">The day.</param>
public sealed record DayIsOver(Says Day) : Says;

/// <summary>A weekday and a date that are not the same day.</summary>
public sealed record NotTheSameDay : Says;

/// <summary>A time that may be at night or in the afternoon.</summary>
public sealed record NightOrAfternoon : Says;

/// <summary>29 February, in a year that has none.</summary>
public sealed record NoLeapDay : Says;

/// <summary>A date that no calendar has.</summary>
public sealed record NoSuchDay : Says;

/// <summary>Words about time that say too little.</summary>
public sealed record WhichMoment : Says;

/// <summary>
/// By when, or when: « vendredi », « avant le 30 », « demain 9h », « entre lundi et mercredi ». Of some hours the end counts. What can be read
/// in several ways is taken in its likeliest one; the others are offered (<see cref="Others"/>).
/// </summary>
/// <param name="On">The day, with the time if one was said; or the days.</param>
public sealed record Due(DueOn On) : IReadable<Due>
{
    /// <summary>When it begins: of a stretch of time its beginning, else the same.</summary>
    public DueOn From { get; init; } = On;

    /// <summary>What else the words may say.</summary>
    public IReadOnlyList<DueOn> Others { get; init; } = [];

    /// <inheritdoc/>
    public static Due? Read(Words words, Asked how, Turn turn)
    {
        if (words.IsEmpty || turn.Parts.Reader.ReadWhen(words.LeftText, turn.Spoken(Look.Forward)) is not { } found)
        {
            return null;
        }

        if (how.IsAlone && found.IsRead && DayOf(found.Value) is { } chosen && Typed(chosen) == words.LeftText)
        {
            words.Take(found.Parts);
            return new Due(chosen);
        }

        // A word alone is a title: « sept » need not be September.
        var isAsked = how.IsRequired || how.IsAlone || how.IsAnswer;
        if (!isAsked && (found.Unsure == Unsure.Vague || (words.Left.Count == 1 && found.Rest.Length == 0)))
        {
            return null;
        }

        if (DoubtOf(found) is { } doubt)
        {
            words.Take(found.Parts);
            throw doubt;
        }

        if (!found.IsRead || DayOf(found.Value) is not { } due)
        {
            return null;
        }

        words.Take(found.Parts);
        return new Due(Remaining(due, turn)) { From = BeginningOf(found.Value) ?? due, Others = [.. WaysOf(found).Where(way => way != due)] };
    }

    /// <summary>The other readings as buttons.</summary>
    /// <param name="instead">The command that takes one, without it.</param>
    /// <param name="parameter">Its parameter: use nameof.</param>
    public IEnumerable<Offer> OfferOthers(Intent instead, string parameter) =>
        Others.Select(other => new Offer(other.Told(), instead.With(parameter, Typed(other))));

    /// <summary>How one could type it.</summary>
    internal static string Typed(DueOn due) => due.From is { } first ? $"{LocalDatePattern.Iso.Format(first)} - {LocalDatePattern.Iso.Format(due.Day)}"
        : due.Time is { } time ? $"{LocalDatePattern.Iso.Format(due.Day)} {LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(time)}"
        : LocalDatePattern.Iso.Format(due.Day);

    // « Cette semaine », said on Wednesday, is what is left of it.
    private static DueOn Remaining(DueOn due, Turn turn) => due.From < turn.Today ? due with { From = null } : due;

    private static DueOn? DayOf(When when) => when switch
    {
        When.OnDay on => new DueOn(on.Day, null),
        When.At at => new DueOn(at.Moment.Date, at.Moment.TimeOfDay),
        When.By by => new DueOn(by.Day, by.Time),
        When.Days days => new DueOn(days.Last, null) { From = days.First < days.Last ? days.First : null },
        When.Hours hours => new DueOn(hours.End.Date, hours.End.TimeOfDay),
        _ => null,
    };

    private static DueOn? BeginningOf(When when) => when switch
    {
        When.Days days => new DueOn(days.First, null),
        When.Hours hours => new DueOn(hours.Start.Date, hours.Start.TimeOfDay),
        _ => null,
    };

    /// <summary>What to ask when words about time cannot be acted upon as they are; null when they can.</summary>
    internal static Doubt? DoubtOf(Found<When> found) => DoubtOf(found.Unsure, [.. WaysOf(found).Select(way => new Way(way.Told(), Typed(way)))]);

    /// <summary>What to ask when words about time cannot be acted upon as they are; null when they can.</summary>
    /// <param name="unsure">Why.</param>
    /// <param name="ways">What they may say, in the order of likelihood.</param>
    internal static Doubt? DoubtOf(Unsure unsure, IReadOnlyList<Way> ways) => unsure switch
    {
        Unsure.Past when ways is [var over, ..] => new Doubt(new DayIsOver(over.Label), [.. ways.Skip(1)]),
        Unsure.SmallHour => new Doubt(new NightOrAfternoon(), ways),
        Unsure.LeapDay => new Doubt(new NoLeapDay(), ways),
        Unsure.WeekdayMismatch => new Doubt(new NotTheSameDay(), ways),
        Unsure.Impossible => new Doubt(new NoSuchDay(), ways),
        Unsure.Vague => new Doubt(new WhichMoment(), []),
        _ => null,
    };

    private static IEnumerable<DueOn> WaysOf(Found<When> found) => found.Candidates.Select(DayOf).OfType<DueOn>().Distinct();
}
