using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Core.Agenda;

/// <summary>What is left of this week, and the next.</summary>
/// <param name="IsWeekend">Whether only its end is left.</param>
public sealed record ThisWeekAndNext(bool IsWeekend) : Says;

/// <summary>Some days, both included.</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
public sealed record FromDayToDay(LocalDate First, LocalDate Last) : Says;

/// <summary>Days that are over, where those are asked for that are to come.</summary>
/// <param name="Day">The last of them.</param>
public sealed record AgendaIsOver(LocalDate Day) : Says;

/// <summary>The days somebody wants to see on the agenda: « demain », « mois », « décembre », « du 3 au 9 ».</summary>
/// <param name="First">The first.</param>
/// <param name="Last">The last.</param>
public sealed record AgendaPeriod(LocalDate First, LocalDate Last) : IReadable<AgendaPeriod>
{
    private const char Slash = '/';
    private const int DaysOfWeek = 7;

    // ISO 8601-1, 5.5.2: a stretch by its first and last day. Only our own buttons say it.
    private string Typed => $"{LocalDatePattern.Iso.Format(First)}{Slash}{LocalDatePattern.Iso.Format(Last)}";

    /// <summary>What is left of this week, and the next.</summary>
    /// <param name="today">The day it is.</param>
    public static AgendaPeriod Usual(LocalDate today) => new(today, today.PlusDays((2 * DaysOfWeek) - (int)today.DayOfWeek));

    /// <summary>What it is called.</summary>
    /// <param name="today">The day it is.</param>
    public Says Told(LocalDate today) => this == Usual(today) ? new ThisWeekAndNext(today.DayOfWeek >= IsoDayOfWeek.Saturday)
        : First == Last ? new ThatDay(First)
        : new FromDayToDay(First, Last);

    /// <inheritdoc/>
    public static AgendaPeriod? Read(Words words, Asked how, Turn turn)
    {
        if (words.IsEmpty)
        {
            return null;
        }

        if (how.IsAlone && Chosen(words) is { } chosen)
        {
            return chosen;
        }

        if (InAWord(words.LeftText, turn) is { } named)
        {
            words.Take(0, words.Left.Count);
            return named;
        }

        if (turn.Parts.Reader.ReadWhen(words.LeftText, turn.Spoken(Look.Forward)) is not { } found)
        {
            return null;
        }

        words.Take(found.Parts);
        if (Due.DoubtOf(found) is { } doubt)
        {
            throw doubt;
        }

        return found.IsRead && found.Value.FirstDay is { } first ? LeftOf(first, found.Value is When.Days days ? days.Last : first, turn) : null;
    }

    /// <summary>What shows these days.</summary>
    internal Intent In(Intent agenda, string parameter) => agenda.With(parameter, Typed);

    // « /agenda mois », « /semaine prochaine »: of no use as a date, but clear here.
    private static AgendaPeriod? InAWord(string text, Turn turn)
    {
        var (texts, word, today) = (turn.Parts.Texts, Folding.Fold(text), turn.Today);
        var sunday = today.PlusDays(DaysOfWeek - (int)today.DayOfWeek);
        return texts.Words("ThisWeek.words").Contains(word) ? new AgendaPeriod(today, sunday)
            : texts.Words("NextWeek.words").Contains(word) ? new AgendaPeriod(sunday.PlusDays(1), sunday.PlusDays(DaysOfWeek))
            : texts.Words("ThisMonth.words").Contains(word) ? new AgendaPeriod(today, DateAdjusters.EndOfMonth(today))
            : null;
    }

    private static AgendaPeriod LeftOf(LocalDate first, LocalDate last, Turn turn) => last < turn.Today
        ? throw new Refusal(new AgendaIsOver(last))
        : new AgendaPeriod(LocalDate.Max(first, turn.Today), last);

    private static AgendaPeriod? Chosen(Words words)
    {
        if (words.LeftText.Split(Slash) is not [var first, var last] || !LocalDatePattern.Iso.Parse(first).TryGetValue(default, out var from) || !LocalDatePattern.Iso.Parse(last).TryGetValue(default, out var to))
        {
            return null;
        }

        words.Take(0, words.Left.Count);
        return new AgendaPeriod(from, to);
    }
}
