using System.Collections.Concurrent;
using System.Globalization;
using Bot.Adapters.Matrix.Api;
using Bot.Core.Chat;
using NodaTime;

namespace Bot.Adapters.Matrix;

/// <summary>
/// Shows messages, and says what became of them. Everything is sent under the message's own id, so that whatever is sent twice, after a cut or a
/// restart, is shown once.
/// </summary>
/// <param name="client">Asks the homeserver.</param>
/// <param name="rooms">What is known of the rooms.</param>
/// <param name="chats">Opens private chats.</param>
/// <param name="polls">Shows votes as polls.</param>
/// <param name="reader">What was heard lately.</param>
/// <param name="betweenCardEdits">At least so long between two edits of one card.</param>
/// <param name="time">The clock that was handed in.</param>
internal sealed class Sender(
    MatrixClient client, Rooms rooms, DirectChats chats, Polls polls, EventReader reader, Duration betweenCardEdits, TimeProvider time)
{
    private static readonly Duration WhileTokenIsRefused = Duration.FromMinutes(1);
    private readonly Backoff backoff = new();
    private readonly ConcurrentDictionary<string, Instant> edited = new(StringComparer.Ordinal);

    // Servers count what an account sends, wherever it is.
    private readonly Lock gate = new();
    private Instant free;

    /// <summary>Shows a message, or makes one that stands there read so.</summary>
    /// <param name="message">The message.</param>
    /// <param name="edits">The id of the one that becomes this one.</param>
    /// <param name="stop">Gives up.</param>
    public async Task<Sent> Send(Outgoing message, string? edits, CancellationToken stop)
    {
        if (message.To.Bot != rooms.Me || message.OnlyFor is not null)
        {
            return new Sent.Refused("The place is not one of this bot, or it cannot show something to one person alone.");
        }

        if (Later(message, edits) is { } later)
        {
            return new Sent.RetryAt(later);
        }

        var (room, failure) = await RoomOf(message, stop);
        if (room is null)
        {
            return failure is null ? new Sent.Refused("The bot is not in that room any more, or they have left it, or it is encrypted.") : Outcome(failure);
        }

        var goesOn = room.Replacement is { } next && rooms.Of(next).Has(rooms.Me) ? rooms.Of(next) : null;
        if (goesOn is not null && edits is not null)
        {
            return new Sent.Refused("The room goes on elsewhere: its older messages are out of reach.");
        }

        var (shown, refused) = await (edits is null ? Post(goesOn ?? room, message, stop) : Edit(room, message, edits, stop));
        return refused is not null ? Outcome(refused) : Shown(shown, message, edits);
    }

    private Instant Now() => Instant.FromDateTimeOffset(time.GetUtcNow());

    private Instant? Later(Outgoing message, string? edits)
    {
        var now = Now();
        lock (gate)
        {
            if (free > now)
            {
                return free;
            }
        }

        return message.IsCard && edits is not null && edited.TryGetValue(edits, out var last) && last + betweenCardEdits > now ? last + betweenCardEdits : null;
    }

    private async Task<(KnownRoom? Room, Failure? Failure)> RoomOf(Outgoing message, CancellationToken stop)
    {
        if (!Rooms.IsPerson(message.To))
        {
            var room = rooms.Of(message.To.Id);
            return (room.Has(rooms.Me) && (!room.IsEncrypted || Keys.IsUnreadable(message.Answers)) ? room : null, null);
        }

        if (rooms.ChatWith(message.To.Id) is null && rooms.HasLeft(message.To.Id))
        {
            return (null, null);
        }

        var (chat, failure) = await chats.Open(message.To.Id, stop);
        return (chat is null ? null : rooms.Of(chat), failure);
    }

    private Sent.Shown Shown(string shown, Outgoing message, string? edits)
    {
        backoff.Succeed();
        if (edits is not null && message.IsCard)
        {
            edited[edits] = Now();
        }
        else if (edits is not null)
        {
            edited.TryRemove(edits, out _);
        }

        return new Sent.Shown(shown);
    }

    private async Task<(string Shown, Failure? Failure)> Post(KnownRoom room, Outgoing message, CancellationToken stop)
    {
        var parts = Parts(message, room);
        var shown = "";
        for (var n = 0; n < parts.Count; n++)
        {
            var isLast = n == parts.Count - 1;
            var (content, failure) = await Content(parts[n], isLast ? message.File : null, message, room, stop);
            if (content is not null)
            {
                var belongs = content with { RelatesTo = Contents.Belonging(message.To.Thread, n == 0 ? message.ReplyTo : null) };
                var transaction = isLast ? message.Id : string.Create(CultureInfo.InvariantCulture, $"{message.Id}.{n}");
                (var sent, failure) = await client.Send(room.Id, Kinds.Message, transaction, belongs, MatrixJson.Default.MessageContent, stop);
                shown = sent?.EventId ?? "";
            }

            if (failure is not null)
            {
                return ("", failure);
            }
        }

        if (message.To.Thread is { } thread)
        {
            reader.NoteOwn(shown, thread);
        }

        return (shown, await Accompany(room, shown, message, stop));
    }

    // What goes with a message: it hangs above the conversation, opens a poll, or asks somebody into a chat of their own.
    private async Task<Failure?> Accompany(KnownRoom room, string shown, Outgoing message, CancellationToken stop)
    {
        var failure = room.IsBridged ? null : await polls.Open(room.Id, shown, message, stop);
        if (message.Pinning == Pinning.Pinned && !room.Pinned.Contains(shown) && room.MaySet(rooms.Me, Kinds.Pinned))
        {
            failure ??= await Pin(room, [.. room.Pinned, shown], stop);
        }

        if (message is { Invitation: not null, ReplyTo: { } asked } && reader.AuthorOf(asked) is { } person && !room.IsBridged)
        {
            failure ??= (await chats.Open(person, stop)).Failure;
        }

        // What cannot be, for want of a right, does not have to.
        return failure is { Passes: true } ? failure : null;
    }

    private async Task<(string Shown, Failure? Failure)> Edit(KnownRoom room, Outgoing message, string edits, CancellationToken stop)
    {
        var content = Contents.Edit(Contents.Of(LongText.Short(message.Text, Contents.LongestIn(room)), message.IsCard, room), edits);
        var (_, failure) = await client.Send(room.Id, Kinds.Message, message.Id, content, MatrixJson.Default.MessageContent, stop);
        if (failure is null && message.Buttons.Count == 0 && !room.IsBridged)
        {
            failure = await polls.Close(room.Id, edits, message, stop);
        }

        if (failure is null && message.Pinning == Pinning.Unpinned && room.Pinned.Contains(edits))
        {
            failure = await Pin(room, [.. room.Pinned.Where(each => each != edits)], stop) is { Passes: true } later ? later : null;
        }

        return (edits, failure);
    }

    private async Task<Failure?> Pin(KnownRoom room, IReadOnlyList<string> pinned, CancellationToken stop) =>
        (await client.Pin(room.Id, new PinnedContent { Pinned = pinned }, stop)).Failure;

    private async Task<(MessageContent? Content, Failure? Failure)> Content(string text, Attachment? file, Outgoing message, KnownRoom room, CancellationToken stop)
    {
        if (file is not null)
        {
            var (uploaded, failure) = await client.Upload(file, stop);
            return (uploaded is null ? null : Contents.Of(file, uploaded.ContentUri, text), failure);
        }

        var content = Contents.Of(text, message.IsCard, room);
        return (message is { Invitation: not null, ReplyTo: { } asked } && reader.AuthorOf(asked) is { } person ? Contents.Calling(content, person, room.NameOf(person)) : content, null);
    }

    // What does not fit beside a file comes before it.
    private static IReadOnlyList<string> Parts(Outgoing message, KnownRoom room)
    {
        var longest = Contents.LongestIn(room);
        return message.Text.Length <= longest ? [message.Text]
            : message.File is null ? LongText.Parts(message.Text, longest)
            : [.. LongText.Parts(message.Text, longest), ""];
    }

    private Sent Outcome(Failure failure)
    {
        var now = Now();
        if (failure.RetryAfter is { } pause)
        {
            lock (gate)
            {
                return new Sent.RetryAt(free = Instant.Max(free, now + pause));
            }
        }

        return failure.IsTokenRefused ? new Sent.RetryAt(now + WhileTokenIsRefused)
            : failure.Passes ? new Sent.RetryAt(backoff.Fail(now))
            : new Sent.Refused($"{failure.Code} {failure.Description}".Trim());
    }
}
