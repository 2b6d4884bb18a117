using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Across;

/// <summary>Somebody will be reminded.</summary>
/// <param name="When">When.</param>
public sealed record ReminderKept(Instant When) : Says;

/// <summary>A moment that is over, where one is asked for that is to come.</summary>
/// <param name="When">The moment.</param>
public sealed record MomentIsOver(Instant When) : Says;

/// <summary>Words that would not fit on a phone.</summary>
/// <param name="Most">How many characters fit.</param>
public sealed record ReminderTooLong(int Most) : Says;

/// <summary>Reminds who asks, at a time they choose and alone.</summary>
[HeardBy(Audience.Asker, IsPersonal = true)]
public sealed record Remind(Due When, string Text) : ICommand
{
    private const int LongestText = 500;
    private static readonly LocalTime Morning = new(9, 0);

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var text = Plain.Line(Text);
        if (text.Length == 0)
        {
            throw Doubt.NoWords<Remind>(nameof(Text));
        }

        if (text.Length > LongestText)
        {
            throw new Refusal(new ReminderTooLong(LongestText));
        }

        var at = When.On.Day.At(When.On.Time ?? Morning).InZoneLeniently(turn.Zone).ToInstant();
        if (at <= turn.Now)
        {
            throw new Refusal(new MomentIsOver(at));
        }

        var reminder = new Reminder { Id = turn.NextId<Reminder>(), Member = turn.Member.Id, At = at, Text = text };
        turn.Keep(reminder);
        turn.At(at, TellReminder.Of(reminder));
        return new ReminderKept(at)
        {
            Offers = [.. When.OfferOthers(Intent.To<Remind>().With(nameof(Text), text), nameof(When))],
        };
    }
}
