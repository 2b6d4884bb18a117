using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Core.Journal;

/// <summary>A day that is still to come, where one is asked for that was.</summary>
/// <param name="Day">The day.</param>
public sealed record DayToCome(LocalDate Day) : Says;

/// <summary>Today or a day that was: « hier », « vendredi », « ven. 20 nov. », « 20/11 ». Without a year it is the latest that was.</summary>
/// <param name="Date">The day.</param>
public sealed record PastDay(LocalDate Date) : IReadable<PastDay>
{
    /// <inheritdoc/>
    public static PastDay? Read(Words words, Asked how, Turn turn)
    {
        if (words.IsEmpty || turn.Parts.Reader.ReadWhen(words.LeftText, turn.Spoken(Look.Back)) is not { } found)
        {
            return null;
        }

        words.Take(found.Parts);
        return found switch
        {
            { Unsure: Unsure.Future, Candidates: [{ FirstDay: { } day }, ..] } => throw new Refusal(new DayToCome(day)),
            { IsRead: false } when Due.DoubtOf(found) is { } doubt => throw doubt,
            { IsRead: true, Value.FirstDay: { } day } => day <= JournalEntry.DayOf(turn) ? new PastDay(day) : throw new Refusal(new DayToCome(day)),
            _ => null,
        };
    }

    /// <summary>How one could type a day.</summary>
    internal static string Typed(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
