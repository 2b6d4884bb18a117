using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Across;

/// <summary>What somebody wanted to be reminded of.</summary>
/// <param name="Text">Their words.</param>
public sealed record ReminderDue(string Text) : Says;

/// <summary>« Demain », on a button.</summary>
public sealed record Tomorrow : Says;

/// <summary>Reminds somebody. Late is better than never: they asked for it, so it is told whenever the bot is back.</summary>
/// <param name="Subject">The reminder's number.</param>
public sealed record TellReminder(string Subject) : Job(Subject)
{
    /// <summary>The job of a reminder.</summary>
    /// <param name="reminder">The reminder.</param>
    public static TellReminder Of(Reminder reminder) => new(reminder.Id.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override void Run(Turn turn, Instant due)
    {
        // It may have been taken back since.
        if (turn.Find<Reminder>(int.Parse(Subject, CultureInfo.InvariantCulture)) is not { } reminder || turn.Find<Member>(reminder.Member) is not { } member)
        {
            return;
        }

        var tomorrow = new DueOn(turn.Today.PlusDays(1), reminder.At.InZone(turn.Zone).TimeOfDay);
        var again = Intent.To<Remind>().With(nameof(Remind.Text), reminder.Text).With(nameof(Remind.When), Due.Typed(tomorrow));
        turn.Tell(member, new ReminderDue(reminder.Text) { Offers = [new Offer(new Tomorrow(), again)] }, OutgoingKind.Answer);
        turn.Remove(reminder);
    }
}
