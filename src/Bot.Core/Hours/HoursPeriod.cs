using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Core.Hours;

/// <summary>A whole month.</summary>
/// <param name="Month">Its name.</param>
/// <param name="Year">Its year.</param>
internal sealed record MonthNamed(WordOf Month, int Year) : Says;

/// <summary>A quarter of a year.</summary>
/// <param name="Quarter">Which, from 1.</param>
/// <param name="Year">Its year.</param>
internal sealed record QuarterNamed(int Quarter, int Year) : Says;

/// <summary>A whole year.</summary>
/// <param name="Year">It.</param>
internal sealed record YearNamed(int Year) : Says;

/// <summary>All there ever was.</summary>
internal sealed record SinceEver : Says;

/// <summary>Some other days.</summary>
/// <param name="Days">They.</param>
internal sealed record TheseDays(When Days) : Says;

/// <summary>The days that somebody wants to look back on: « octobre », « trimestre », « 2026 », « semaine dernière », « du 3 au 9 ».</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
public sealed record HoursPeriod(LocalDate First, LocalDate Last) : IReadable<HoursPeriod>
{
    private const int MonthsAYear = 12;
    private const int MonthsAQuarter = 3;

    /// <summary>All there ever was.</summary>
    public static readonly HoursPeriod Always = new(LocalDate.MinIsoValue, LocalDate.MaxIsoValue);

    /// <summary>The month of a day.</summary>
    /// <param name="day">The day.</param>
    public static HoursPeriod MonthOf(LocalDate day) => MonthsFrom(DateAdjusters.StartOfMonth(day), 1);

    /// <summary>Whether a day is one of them.</summary>
    /// <param name="day">The day.</param>
    public bool Holds(LocalDate day) => First <= day && day <= Last;

    /// <inheritdoc/>
    public static HoursPeriod? Read(Words words, Asked how, Turn turn)
    {
        if (words.IsEmpty)
        {
            return null;
        }

        if (InAWord(words.LeftText, turn) is { } named)
        {
            words.Take(0, words.Left.Count);
            return named;
        }

        if (turn.Parts.Reader.ReadWhen(words.LeftText, turn.Spoken(Look.Back)) is not { } found)
        {
            return null;
        }

        words.Take(found.Parts);
        return found switch
        {
            { Unsure: Unsure.Future, Candidates: [{ FirstDay: { } later }, ..] } => throw new Refusal(new NotWorkedYet(later)),
            { IsRead: true, Value: When.Days days } => new HoursPeriod(days.First, days.Last),
            { IsRead: true, Value.FirstDay: { } day } => new HoursPeriod(day, day),
            _ when Due.DoubtOf(found) is { } doubt => throw doubt,
            _ => null,
        };
    }

    /// <summary>How one could type it.</summary>
    internal string Typed => $"{LocalDatePattern.Iso.Format(First)} - {LocalDatePattern.Iso.Format(Last)}";

    /// <summary>What it is called.</summary>
    internal Says Told() => this == Always ? new SinceEver()
        : this == MonthOf(First) ? new MonthNamed(new WordOf("Months.words", First.Month - 1), First.Year)
        : this == YearOf(First) ? new YearNamed(First.Year)
        : this == QuarterOf(First) ? new QuarterNamed(1 + ((First.Month - 1) / MonthsAQuarter), First.Year)
        : new TheseDays(First == Last ? new When.OnDay(First) : new When.Days(First, Last));

    /// <summary>The months it touches.</summary>
    internal IEnumerable<HoursPeriod> Months()
    {
        for (var month = MonthOf(First); month.First <= Last; month = MonthsFrom(month.First.PlusMonths(1), 1))
        {
            yield return month;
        }
    }

    /// <summary>The year of a day.</summary>
    internal static HoursPeriod YearOf(LocalDate day) => MonthsFrom(new LocalDate(day.Year, 1, 1), MonthsAYear);

    private static HoursPeriod QuarterOf(LocalDate day) =>
        MonthsFrom(new LocalDate(day.Year, 1 + ((day.Month - 1) / MonthsAQuarter * MonthsAQuarter), 1), MonthsAQuarter);

    private static HoursPeriod MonthsFrom(LocalDate first, int months) => new(first, first.PlusMonths(months).PlusDays(-1));

    // Of no use as a date, but clear here; what is going on is meant.
    private static HoursPeriod? InAWord(string text, Turn turn)
    {
        var (texts, word, today) = (turn.Parts.Texts, Folding.Fold(text), WorkedOn.Today(turn));
        return texts.Words("HoursMonth.words").Contains(word) ? MonthOf(today)
            : texts.Words("HoursQuarter.words").Contains(word) ? QuarterOf(today)
            : texts.Words("HoursLastQuarter.words").Contains(word) ? QuarterOf(QuarterOf(today).First.PlusDays(-1))
            : texts.Words("HoursYear.words").Contains(word) ? YearOf(today)
            : texts.Words("HoursEver.words").Contains(word) ? Always
            : null;
    }
}
