using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Bookings;

/// <summary>Until when somebody keeps something: « jusqu'à lundi », « pour 3 jours », « une semaine ».</summary>
/// <param name="Day">The last day.</param>
public sealed record LoanEnd(LocalDate Day) : IReadable<LoanEnd>
{
    /// <inheritdoc/>
    public static LoanEnd? Read(Words words, Asked how, Turn turn)
    {
        if (!words.IsEmpty && turn.Parts.Reader.ReadWhen(words.LeftText, turn.Spoken(Look.Forward)) is { IsRead: true, Value: When.Lasting lasting } found)
        {
            words.Take(found.Parts);
            return new LoanEnd((turn.Now.InZone(turn.Zone).LocalDateTime + lasting.Length).Date);
        }

        return Due.Read(words, how, turn) is { } due ? new LoanEnd(due.On.Day) : null;
    }
}
