using System.Globalization;
using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Journal;

/// <summary>Days that were: « hier », « novembre », « 2026 ».</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
public sealed record PastDays(LocalDate First, LocalDate Last) : IReadable<PastDays>
{
    private const int FirstYear = 2000;

    /// <inheritdoc/>
    public static PastDays? Read(Words words, Asked how, Turn turn)
    {
        if (words.IsEmpty)
        {
            return null;
        }

        var today = JournalEntry.DayOf(turn);
        if (words.Left is [var only] && int.TryParse(only.Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year >= FirstYear && year <= today.Year)
        {
            words.Take(0, 1);
            return new PastDays(new LocalDate(year, 1, 1), LocalDate.Min(today, new LocalDate(year, 12, 31)));
        }

        if (turn.Parts.Reader.ReadWhen(words.LeftText, turn.Spoken(Look.Back)) is { IsRead: true, Value: When.Days(var first, var last) } found && first <= today)
        {
            words.Take(found.Parts);
            return new PastDays(first, LocalDate.Min(today, last));
        }

        return PastDay.Read(words, how, turn) is { } day ? new PastDays(day.Date, day.Date) : null;
    }
}
