using System.Globalization;
using Bot.Core.Language;
using NodaTime;
using NodaTime.Text;

namespace Bot.Core.Tests.Language;

/// <summary>What was read, as these tables write it.</summary>
internal static class Notation
{
    private static readonly LocalDateTimePattern Minute = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm");

    public static string Of(When when) => when switch
    {
        When.OnDay on => Of(on.Day),
        When.At at => Minute.Format(at.Moment),
        When.Days days => $"{Of(days.First)}/{Of(days.Last)}",
        When.Hours hours => $"{Minute.Format(hours.Start)}/{Minute.Format(hours.End)}",
        When.By { Time: { } time } by => Minute.Format(by.Day.At(time)),
        When.By by => Of(by.Day),
        When.Repeats repeats => Of(repeats.Series),
        When.Several several => string.Join(" + ", several.All.Select(Of)),
        When.Lasting lasting => lasting.Length.ToString(),
        _ => throw new ArgumentOutOfRangeException(nameof(when)),
    };

    public static string Of(Money money) => string.Create(CultureInfo.InvariantCulture, $"{money.Cents} {money.Currency}");

    public static string Kind(When when) => when switch
    {
        When.OnDay => "date",
        When.At => "datetime",
        When.Days or When.Hours => "interval",
        When.By => "deadline",
        When.Repeats => "recurrence",
        When.Several several => Kind(several.All[0]),
        _ => "duration",
    };

    private static string Of(Recurrence series) =>
        (series.Time is { } time ? Minute.Format(series.Start.At(time)) : Of(series.Start)) + " " + RecurrenceText.Write(series.Rule, series.Time is not null)
        + (series.Length is null ? "" : $" for {series.Length}") + Days(" except ", series.Except) + Days(" also ", series.Also);

    private static string Days(string what, IReadOnlyList<LocalDate> days) => days.Count == 0 ? "" : what + string.Join(',', days.Select(Of));

    private static string Of(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
