using System.Collections.Concurrent;
using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Bot.Core.Turns;

/// <summary>Something that may have been said already, before the bot was cut short.</summary>
/// <param name="Text">What it was.</param>
public sealed record SaidAgain(string Text) : Says;

/// <summary>
/// Carries what was committed to the platforms: one queue per conversation, in order, each on its own, so that a slow or silent
/// conversation never delays another. The store's outbox is the queue; nothing waits here.
/// </summary>
/// <param name="store">Where the outbox is.</param>
/// <param name="coops">The coops in memory, which know the messages that stand in their rooms.</param>
/// <param name="texts">What the bot may say.</param>
/// <param name="platforms">Where things are shown.</param>
/// <param name="time">The clock that was handed in.</param>
/// <param name="log">For the operator: never what is said.</param>
public sealed partial class Postman(
    IStore store, Coops coops, TextBook texts, IReadOnlyList<IChatPlatform> platforms, TimeProvider time, ILogger<Postman> log) : IDisposable
{
    private const int Attempts = 8;

    // About a day: where saying it twice shows it once, a platform may be away for long and nothing is lost.
    private const int HarmlessAttempts = 1500;
    private static readonly Duration FirstPause = Duration.FromSeconds(1);
    private static readonly Duration LongestPause = Duration.FromMinutes(1);
    private readonly ConcurrentDictionary<Place, Round> rounds = new();
    private readonly CancellationTokenSource stop = new();
    private Instant resumed;

    /// <summary>Takes up what an earlier run left unsaid.</summary>
    public void Resume()
    {
        resumed = time.GetCurrentInstant();
        foreach (var place in store.UnsentPlaces())
        {
            Wake(place, isResumed: store.StoppedUncleanly);
        }
    }

    /// <summary>Carries what has just been committed; does not wait.</summary>
    /// <param name="commit">The commit.</param>
    internal void Deliver(Commit commit)
    {
        foreach (var message in commit.Outbox)
        {
            Wake(message.To, isResumed: false);

            // This coop may not know of the private chat yet, and the store sends it there at once.
            if (message.Awaits is { } person && store.EntriesOf(person).FirstOrDefault(entry => entry.PrivateChat is not null) is { } known)
            {
                Wake(known.PrivateChat!, isResumed: false);
            }
        }

        foreach (var relocation in commit.Relocations)
        {
            foreach (var place in store.UnsentPlaces().Where(place => place.Conversation == relocation.To))
            {
                Wake(place, isResumed: false);
            }
        }

        foreach (var entry in commit.Accounts)
        {
            if (entry.PrivateChat is { } chat)
            {
                Wake(chat, isResumed: false);
            }
        }
    }

    /// <summary>Finds another way for what could not be whispered (<see cref="Conversation.Redirect"/>).</summary>
    public Func<Unsent, Task> Redirect { get; set; } = _ => Task.CompletedTask;

    /// <summary>Told of each message of the kind that must not get lost, once it stands where people read it (<see cref="Conversation.Shown"/>).</summary>
    public Func<Unsent, Task> Shown { get; set; } = _ => Task.CompletedTask;

    /// <summary>Who paints what is drawn; without one it is told in words.</summary>
    public IPainter? Painter { get; set; }

    /// <summary>Completes when all that can be said has been said.</summary>
    public async Task Idle()
    {
        while (rounds.Values.Select(round => round.Running).FirstOrDefault(running => !running.IsCompleted) is { } busy)
        {
            await busy;
        }
    }

    /// <summary>Gives up what is under way; it stays in the outbox.</summary>
    public void Dispose()
    {
        stop.Cancel();
        stop.Dispose();
    }

    private void Wake(Place place, bool isResumed)
    {
        var round = rounds.GetOrAdd(place, _ => new Round());
        lock (round)
        {
            round.MayRepeat |= isResumed;
            if (round.IsRunning)
            {
                round.HasMore = true;
                return;
            }

            round.IsRunning = true;
            round.Running = Task.Run(() => Walk(place, round));
        }
    }

    private async Task Walk(Place place, Round round)
    {
        try
        {
            do
            {
                lock (round)
                {
                    round.HasMore = false;
                }

                await CarryAll(place, round);
            }
            while (round.GoesOn());
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            round.End();
        }
        catch (Exception failure)
        {
            LogQueueFailed(failure);
            round.End();
        }
    }

    private async Task CarryAll(Place place, Round round)
    {
        // One at a time: what is taken back while others are under way must not be said. The second row only tells that there is one.
        for (var rows = store.Unsent(place, after: 0, limit: 2); rows.Count > 0;)
        {
            await Carry(rows[0], mayRepeat: round.MayRepeat && rows[0].At <= resumed);
            rows = rows.Count == 1 ? [] : store.Unsent(place, rows[0].Order, limit: 2);
        }

        round.MayRepeat = false;
    }

    private async Task Carry(Unsent row, bool mayRepeat)
    {
        var message = await Painted(row.Message);
        if (platforms.FirstOrDefault(each => string.Equals(each.Name, message.To.Platform, StringComparison.Ordinal)) is not { } platform)
        {
            return;
        }

        var isIdempotent = platform.CapabilitiesOf(message.To).IdempotentSends;
        if (mayRepeat && !isIdempotent && message.Replaces is null)
        {
            message = await Marked(row.Coop, message);
        }

        var edits = await EditedMessage(row.Coop, message);
        var pause = FirstPause;
        var attempt = 1;
        for (var isFirst = true; ; isFirst = false)
        {
            if ((!isFirst || message.Replaces is not null) && WasTakenBack(row))
            {
                return;
            }

            var now = time.GetCurrentInstant();
            if (message.Until is { } until && until <= now)
            {
                Note(row, null, "It came too late to be said.");
                return;
            }

            switch (await Send(platform, message, edits?.MessageId))
            {
                case Sent.Shown shown:
                    await Remember(row, message, shown.MessageId);
                    if (message is { Kind: OutgoingKind.Ballot, Subject: not null, Replaces: null })
                    {
                        await Shown(row);
                    }

                    return;
                case Sent.RetryAt retry:
                    await Wait(retry.When - now);
                    break;
                case Sent.Unreachable unreachable:
                    await Redirect(row);
                    Note(row, null, unreachable.Why);
                    return;
                case Sent.Refused when edits is not null && !string.Equals(edits.Text, message.Text, StringComparison.Ordinal):
                    edits = null;
                    break;
                case Sent.Refused refused:
                    Note(row, null, refused.Why);
                    return;
                case Sent.Uncertain when stop.IsCancellationRequested:
                    throw new OperationCanceledException(stop.Token);
                case Sent.Uncertain uncertain when isIdempotent
                    ? attempt < HarmlessAttempts
                    : attempt < Attempts && (edits is not null || IsNeverDropped(message)):
                    LogUncertain(uncertain.Why);
                    await Wait(pause);
                    pause = Duration.Min(pause + pause, LongestPause);
                    attempt++;
                    message = isIdempotent || edits is not null ? message : await Marked(row.Coop, await Painted(row.Message));
                    break;
                case Sent.Uncertain uncertain:
                    Note(row, null, uncertain.Why);
                    return;
            }
        }
    }

    // Much may have happened while it waited to be tried again.
    private bool WasTakenBack(Unsent row) =>
        store.Unsent(row.Message.To, row.Order - 1, limit: 1) is not [var first] || first.Order != row.Order;

    private static bool IsNeverDropped(Outgoing message) => message.Kind is OutgoingKind.Ballot or OutgoingKind.Urgent;

    private async Task<Sent> Send(IChatPlatform platform, Outgoing message, string? edits)
    {
        try
        {
            return await platform.Send(message, edits, stop.Token);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogPlatformFailed(failure, platform.Name);
            return new Sent.Uncertain(failure.GetType().Name);
        }
    }

    private async Task<ShownMessage?> EditedMessage(string coop, Outgoing message)
    {
        if (message.Replaces is null)
        {
            return null;
        }

        using var guest = await coops.Enter(coop);
        return guest.CoopIfThere?.ShownAs(message.Replaces) is { MessageId.Length: > 0 } shown ? shown : null;
    }

    private async Task<Outgoing> Painted(Outgoing message)
    {
        if (message.File is not { IsDrawing: true } drawing)
        {
            return message;
        }

        return Painter is not null && await Painter.Paint(drawing, stop.Token) is { } picture
            ? message with { File = picture }
            : message with { File = null, Text = drawing.Instead ?? message.Text };
    }

    private async Task<Outgoing> Marked(string coop, Outgoing message)
    {
        using var guest = await coops.Enter(coop);
        if (guest.CoopIfThere?.Find<CoopSettings>(1) is not { } settings)
        {
            return message;
        }

        var voice = new Voice(settings.Language, settings.Vous, DateTimeZone.Utc, default);
        return message with { Text = texts.Write(new SaidAgain(message.Text), voice) };
    }

    private async Task Remember(Unsent row, Outgoing message, string messageId)
    {
        var shown = new ShownMessage(
            message.Replaces ?? message.Id, message.To, messageId, message.Subject, message.IsCard, message.Text, message.Buttons, time.GetCurrentInstant())
        {
            OnlyFor = message.OnlyFor,
        };
        using var guest = await coops.Enter(row.Coop);
        guest.CoopIfThere?.Put(shown);
        Note(row, shown, null);
    }

    private void Note(Unsent row, ShownMessage? shown, string? failure) =>
        store.Note(new Delivery(row.Message.Id, row.Coop, time.GetCurrentInstant(), shown, failure));

    private Task Wait(Duration pause) =>
        pause > Duration.Zero ? Task.Delay(pause.ToTimeSpan(), time, stop.Token) : Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Error, Message = "A queue of the outbox stopped; it goes on with the next message for that conversation.")]
    private partial void LogQueueFailed(Exception failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "It is not sure whether a message was shown: {Why}. It is sent again.")]
    private partial void LogUncertain(string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "The platform {Platform} broke its promise never to throw.")]
    private partial void LogPlatformFailed(Exception failure, string platform);

    /// <summary>The Postman's walk through one conversation's queue.</summary>
    private sealed class Round
    {
        public bool IsRunning { get; set; }

        public bool HasMore { get; set; }

        public bool MayRepeat { get; set; }

        public Task Running { get; set; } = Task.CompletedTask;

        public bool GoesOn()
        {
            lock (this)
            {
                IsRunning = HasMore;
                return HasMore;
            }
        }

        public void End()
        {
            lock (this)
            {
                IsRunning = false;
            }
        }
    }
}
