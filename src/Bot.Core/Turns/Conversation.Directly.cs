using System.Collections.Concurrent;
using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Turns;

/// <summary>Nothing could be kept; said directly, since it can't be written down either.</summary>
public sealed record NothingWasKept : Says;

/// <summary>To somebody in private whom no coop knows: how to begin.</summary>
public sealed record AddMeToAGroup : Says;

/// <summary>To somebody who writes under a group's or a channel's name, or through an account that several share: the bot cannot know who it is.</summary>
public sealed record NobodySpeaks : Says;

/// <summary>To a group that is encrypted: the bot hears nothing there, and what to do.</summary>
public sealed record CannotReadHere : Says;

/// <summary>To somebody whose private chat with the bot is encrypted: where they can write instead.</summary>
public sealed record CannotReadYou : Says;

/// <summary>What is said past the outbox, because nothing of it is kept.</summary>
public sealed partial class Conversation
{
    private const int MostDropped = 10_000;
    private readonly ConcurrentDictionary<string, bool> dropped = new(StringComparer.Ordinal);

    // Nothing of a sandbox is kept, nor what it says last: that is said directly.
    private async Task TakeLeave(Coops.Guest guest, Draft draft)
    {
        var coop = guest.Coop;
        guest.Reload();
        directory.Forget();
        if (draft.Next is { } next)
        {
            directory.Learn(next.Commit);
            postman.Deliver(next.Commit);
            return;
        }

        foreach (var message in draft.Commit.Outbox)
        {
            await SayDirectly(message, message.Replaces is { } post ? coop.ShownAs(post)?.MessageId : null);
        }
    }

    // To somebody in private whom no coop knows. What was said to a sandbox that is gone by now was answered there.
    private Task Dismiss(Incoming incoming) =>
        incoming.IsPrivate && !store.Heard(incoming.Key) ? Dismiss(incoming, new AddMeToAGroup()) : Task.CompletedTask;

    // What can't be kept is dealt with all the same: delivered once more, it must not mean something else, nor be told twice.
    private Task Dismiss(Incoming incoming, Says says)
    {
        if (dropped.Count >= MostDropped)
        {
            dropped.Clear();
        }

        return dropped.TryAdd(incoming.Key, true) ? TellDirectly(incoming, says) : Task.CompletedTask;
    }

    private async Task TellDirectly(Incoming incoming, Says says)
    {
        if (incoming is Said or Pressed or Opened or BecameUnreadable)
        {
            var language = parts.Texts.Spoken(incoming.By.Locale)?.Code ?? defaults.Language;
            var text = parts.Texts.Write(says, new Voice(language, Vous: false, DateTimeZone.Utc, default) { Prefix = CapabilitiesOf(incoming.Place).Prefix });
            await SayDirectly(new Outgoing($"direct-{incoming.Key}", incoming.Place, text) { Answers = incoming.Key }, edits: null);
        }
    }

    private async Task SayDirectly(Outgoing message, string? edits)
    {
        if (platforms.FirstOrDefault(each => string.Equals(each.Name, message.To.Platform, StringComparison.Ordinal)) is not { } platform)
        {
            return;
        }

        if (await Say(platform, message, edits) is { } later)
        {
            // Nothing of it has to be kept, so nobody waits for it.
            _ = SayLater(platform, message, edits, later);
        }
    }

    private async Task SayLater(IChatPlatform platform, Outgoing message, string? edits, Instant first)
    {
        Instant? later = first;
        for (var attempt = 1; attempt < Attempts && later is { } when; attempt++)
        {
            await Task.Delay(Duration.Max(when - time.GetCurrentInstant(), Duration.Zero).ToTimeSpan(), time);
            later = await Say(platform, message, edits);
        }
    }

    /// <summary>Says it, anew if the message that was to become it is too old; returns when to try again, if the platform asks for that.</summary>
    private static async Task<Instant?> Say(IChatPlatform platform, Outgoing message, string? edits)
    {
        var sent = await platform.Send(message, edits, CancellationToken.None);
        if (sent is Sent.Refused && edits is not null)
        {
            sent = await platform.Send(message, edits: null, CancellationToken.None);
        }

        return (sent as Sent.RetryAt)?.When;
    }
}
