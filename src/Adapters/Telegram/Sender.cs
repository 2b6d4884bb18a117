using System.Globalization;
using Bot.Adapters.Telegram.Api;
using Bot.Core.Chat;
using NodaTime;

namespace Bot.Adapters.Telegram;

/// <summary>Shows messages, and says what became of them.</summary>
/// <param name="client">Asks the Bot API.</param>
/// <param name="chats">What is known of the chats.</param>
/// <param name="presses">Presses that wait for their answer.</param>
/// <param name="limits">How much may be sent in a while.</param>
/// <param name="time">The clock that was handed in.</param>
/// <param name="moved">Told when the server says that a group has become a supergroup.</param>
internal sealed class Sender(TelegramClient client, Chats chats, Presses presses, Limits limits, TimeProvider time, Func<long, long, Task> moved)
{
    private const string Html = "HTML";
    private static readonly Duration WhileTokenIsRefused = Duration.FromMinutes(1);
    private static readonly string[] NotThere = ["blocked by the user", "kicked", "not a member", "deactivated", "chat not found"];
    private static readonly string[] NoThread = ["thread not found", "TOPIC_CLOSED", "TOPIC_DELETED"];
    private readonly Pacing pacing = new(limits);
    private readonly Backoff backoff = new();
    private readonly Poster poster = new(client);

    /// <summary>Shows a message, or makes one that stands there read so.</summary>
    /// <param name="me">The bot.</param>
    /// <param name="message">The message.</param>
    /// <param name="edits">The id of the one that becomes this one.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<Sent> Send(User me, Outgoing message, string? edits, CancellationToken stop)
    {
        if (edits == Keys.Alert)
        {
            // It was read and put away: there is nothing to change.
            return new Sent.Shown(Keys.Alert);
        }

        if (!long.TryParse(message.To.Id, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat)
            || message.To.Bot != me.Id.ToString(CultureInfo.InvariantCulture))
        {
            return new Sent.Refused("The place is not one of this bot.");
        }

        if (chats.MovedTo(chat) is { } goesOn)
        {
            if (edits is not null)
            {
                return new Sent.Refused("The group has become a supergroup: its older messages are out of reach.");
            }

            chat = goesOn;
        }

        if (chats.HasLeft(chat))
        {
            return new Sent.Refused("The bot is not in that chat any more.");
        }

        if (await IsToldByAlert(me, message, edits, stop))
        {
            return new Sent.Shown(Keys.Alert);
        }

        if (!poster.KnowsWhispers && message.OnlyFor is not null)
        {
            return new Sent.Unreachable(Poster.NoWhispers.Description);
        }

        var now = Now();
        var card = message.IsCard ? edits : null;
        return pacing.Take(chat, card, now) is { } later ? new Sent.RetryAt(later) : await Show(me, chat, message, edits, stop);
    }

    private Instant Now() => Instant.FromDateTimeOffset(time.GetUtcNow());

    // Whoever pressed a button sees at once what came of it. What is for them alone and needs no button is told by that.
    private async Task<bool> IsToldByAlert(User me, Outgoing message, string? edits, CancellationToken stop)
    {
        if (new Keys(me.Id).QueryOf(message.Answers) is not { } query)
        {
            return false;
        }

        var suffices = message is { OnlyFor: not null, Buttons.Count: 0, File: null } && edits is null && Presses.Fits(message.Text);
        return await presses.Tell(query, message.Text, suffices, stop) && suffices;
    }

    private async Task<Sent> Show(User me, long chat, Outgoing message, string? edits, CancellationToken stop)
    {
        var text = edits is null ? poster.LongTexts.NextPart(message) : LongText.Short(message.Text, Rendering.LongestText);
        var look = new Look(text, Html, long.TryParse(message.To.Thread, CultureInfo.InvariantCulture, out var thread) ? thread : null);
        while (true)
        {
            var (shown, failure) = edits is null ? await poster.Post(me, chat, message, look, stop) : await poster.Edit(chat, message, edits, look, stop);
            pacing.Sent(chat, message.IsCard ? edits : null, Now());
            if (failure is null)
            {
                backoff.Succeed();
                return edits is not null || poster.LongTexts.IsWhole(message) ? new Sent.Shown(shown!) : new Sent.RetryAt(Now());
            }

            if (look.ParseMode is not null && failure.Says("can't parse entities"))
            {
                look = look with { ParseMode = null };
            }
            else if (look.Thread is not null && NoThread.Any(failure.Says))
            {
                look = look with { Thread = null };
            }
            else
            {
                return await Outcome(chat, message, edits, failure);
            }
        }
    }

    private async Task<Sent> Outcome(long chat, Outgoing message, string? edits, Failure failure)
    {
        var now = Now();
        if (failure.MigrateToChatId is { } to)
        {
            chats.Move(chat, to);
            await moved(chat, to);
            return new Sent.RetryAt(now);
        }

        if (failure.RetryAfter is { } seconds)
        {
            var until = now + Duration.FromSeconds(seconds);
            pacing.Hold(chat, until, now);
            return new Sent.RetryAt(until);
        }

        if (edits is not null && failure.Says("message is not modified"))
        {
            return new Sent.Shown(edits);
        }

        if (failure.Reach == Reach.Nowhere || failure.IsServersOwn)
        {
            return new Sent.RetryAt(backoff.Fail(now));
        }

        if (failure.IsTokenRefused)
        {
            return new Sent.RetryAt(now + WhileTokenIsRefused);
        }

        poster.LongTexts.Forget(message);
        if (failure.Reach == Reach.Unknown)
        {
            return new Sent.Uncertain(failure.Description);
        }

        if (NotThere.Any(failure.Says) && message.OnlyFor is null)
        {
            chats.Leave(chat);
        }

        return message.OnlyFor is not null && edits is null ? new Sent.Unreachable(failure.Description) : new Sent.Refused(failure.Description);
    }
}
