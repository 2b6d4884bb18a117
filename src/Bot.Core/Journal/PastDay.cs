using System.Globalization;
using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Core.Journal;

/// <summary>A day that is still to come, where one is asked for that was.</summary>
/// <param name="Day">The day.</param>
public sealed record DayToCome(LocalDate Day) : Says;

/// <summary>Today or a day that was: « hier », « vendredi », « ven. 20 nov. », « 20/11 », « 2026-11-20 ». Without a year it is the latest that was.</summary>
/// <param name="Date">The day.</param>
public sealed record PastDay(LocalDate Date) : IReadable<PastDay>
{
    private const int MostWords = 4;
    private const int ShortestName = 3;
    private const int MostYearsBetweenLeapDays = 8;
    private static readonly char[] Between = [' ', '/', '-'];

    /// <inheritdoc/>
    public static PastDay? Read(Words words, Asked how, Turn turn)
    {
        var today = JournalEntry.DayOf(turn);
        for (var count = Math.Min(MostWords, words.Left.Count); count > 0; count--)
        {
            if (DayIn(Folding.Fold(words.First(count)).Split(Between, StringSplitOptions.RemoveEmptyEntries), today, turn.Parts.Texts) is { } day)
            {
                words.Take(0, count);
                return day <= today ? new PastDay(day) : throw new Refusal(new DayToCome(day));
            }
        }

        return null;
    }

    /// <summary>How one could type a day.</summary>
    internal static string Typed(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static LocalDate? DayIn(string[] typed, LocalDate today, TextBook texts)
    {
        var phrase = string.Join(' ', typed);
        return texts.Words("Today.words").Contains(phrase) ? today
            : texts.Words("Yesterday.words").Contains(phrase) ? today.PlusDays(-1)
            : texts.Words("DayBeforeYesterday.words").Contains(phrase) ? today.PlusDays(-2)
            : Weekday(typed[0], texts) is not { } weekday ? DateIn(typed, today, texts)
            : typed.Length == 1 ? today.PlusDays(1).Previous(weekday)
            : DateIn(typed[1..], today, texts) is { } date && date.DayOfWeek == weekday ? date
            : null;
    }

    private static LocalDate? DateIn(string[] typed, LocalDate today, TextBook texts) => typed switch
    {
        [var day, var month] => Enumerable.Range(0, MostYearsBetweenLeapDays + 1)
            .Select(ago => Valid(today.Year - ago, Month(month, texts), Number(day))).FirstOrDefault(date => date <= today),
        [{ Length: 4 } year, var month, var day] => Valid(Number(year), Number(month), Number(day)),
        [var day, var month, { Length: 4 } year] => Valid(Number(year), Month(month, texts), Number(day)),
        _ => null,
    };

    private static LocalDate? Valid(int? year, int? month, int? day) =>
        LocalDatePattern.Iso.Parse(string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{month:00}-{day:00}")) is { Success: true, Value: var date } ? date : null;

    private static int? Month(string typed, TextBook texts) => Number(typed)
        ?? PlaceIn(texts.Languages.Select(language => texts.Words(language.Code, "Month.words")), typed);

    private static IsoDayOfWeek? Weekday(string typed, TextBook texts) =>
        (IsoDayOfWeek?)PlaceIn(texts.Languages.Select(language => texts.Words(language.Code, "Weekday.words")), typed);

    // The first of a month is « 1er » in French.
    private static int? Number(string typed) =>
        int.TryParse(typed == "1er" ? "1" : typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // « nov. » and « novembre » are the eleventh of their list.
    private static int? PlaceIn(IEnumerable<IReadOnlyList<string>> lists, string typed)
    {
        var name = typed.TrimEnd('.', ',');
        var places = name.Length < ShortestName ? [] : lists.Select(list => list.ToList().FindIndex(each => each.StartsWith(name, StringComparison.Ordinal)) + 1);
        return places.FirstOrDefault(place => place > 0) is > 0 and var found ? found : null;
    }
}
