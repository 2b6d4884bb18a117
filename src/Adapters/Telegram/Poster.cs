using System.Globalization;
using Bot.Adapters.Telegram.Api;
using Bot.Core.Chat;

namespace Bot.Adapters.Telegram;

/// <summary>How a text is to be shown, until the server objects.</summary>
/// <param name="Text">The text.</param>
/// <param name="ParseMode">How it is written; null for plain words.</param>
/// <param name="Thread">The topic; null for none.</param>
internal sealed record Look(string Text, string? ParseMode, long? Thread)
{
    /// <summary>The text as it goes to the server.</summary>
    public string Written(bool isCard) => ParseMode is null ? Text : Rendering.Html(Text, isCard);
}

/// <summary>Asks the server to show a message, or to change one.</summary>
/// <param name="client">Asks the Bot API.</param>
internal sealed class Poster(TelegramClient client)
{
    /// <summary>What comes of a whisper on a server that is too old for it.</summary>
    public static readonly Failure NoWhispers = new(Reach.Answered, 400, "The server knows no messages for one person alone.");

    /// <summary>Whether the server knows messages for one person alone, as far as was seen.</summary>
    public bool KnowsWhispers { get; private set; } = true;

    /// <summary>Texts that are longer than a message.</summary>
    public LongTexts LongTexts { get; } = new();

    /// <summary>Posts the next part of a message.</summary>
    public async Task<(string? Shown, Failure? Failure)> Post(User me, long chat, Outgoing message, Look look, CancellationToken stop)
    {
        var isLast = LongTexts.IsLast(message);
        var reply = LongTexts.IsBegun(message) ? null : ReplyTo(message);
        var keyboard = isLast ? Rendering.Keyboard(message, ChatWith(me, chat)) : null;
        var alone = message.OnlyFor is { } only ? Alone(me, only, message.Answers) : null;
        var answer = isLast && message.File is { } file
            ? await client.Upload(
                new SendFile(chat)
                {
                    Caption = look.Text.Length == 0 ? null : look.Written(message.IsCard),
                    ParseMode = look.ParseMode,
                    MessageThreadId = look.Thread,
                    ReplyParameters = reply,
                    ReplyMarkup = keyboard,
                    EphemeralMessageParameters = alone,
                },
                file,
                stop)
            : await client.Call(
                Methods.SendMessage,
                new SendMessage(chat, look.Written(message.IsCard))
                {
                    ParseMode = look.ParseMode,
                    MessageThreadId = look.Thread,
                    ReplyParameters = reply,
                    ReplyMarkup = keyboard,
                    LinkPreviewOptions = LinkPreviewOptions.None,
                    EphemeralMessageParameters = alone,
                },
                stop);
        if (answer is not { Failure: null, Result: { } sent })
        {
            return ("", answer.Failure);
        }

        if (message.OnlyFor is not null && sent.EphemeralMessageId is null)
        {
            // An older server shows it to everybody: it must go, and never be tried again.
            KnowsWhispers = false;
            await client.Call(Methods.DeleteMessage, new DeleteMessage(chat, sent.MessageId), stop);
            return (null, NoWhispers);
        }

        if (message.Pinning == Pinning.Pinned && message.OnlyFor is null)
        {
            // In silence, and only where the group lets the bot: it reads the same further down.
            await client.Call(Methods.PinChatMessage, new PinChatMessage(chat, sent.MessageId, DisableNotification: true), stop);
        }

        return (Keys.Id(sent.MessageId, sent.EphemeralMessageId), null);
    }

    /// <summary>Makes a message read anew.</summary>
    public async Task<(string? Shown, Failure? Failure)> Edit(long chat, Outgoing message, string edits, Look look, CancellationToken stop)
    {
        var text = look.Written(message.IsCard);
        var keyboard = Rendering.Keyboard(message, "");
        if (Keys.IsEphemeral(edits, out var ephemeral) && message.OnlyFor is { } only)
        {
            var request = new EditEphemeralMessageText(chat, Id(only), ephemeral, text)
            {
                ParseMode = look.ParseMode,
                ReplyMarkup = keyboard,
                LinkPreviewOptions = LinkPreviewOptions.None,
            };
            return (edits, (await client.Call(Methods.EditEphemeralMessageText, request, stop)).Failure);
        }

        if (Keys.IsMessage(edits, out var id))
        {
            var request = new EditMessageText(chat, id, text) { ParseMode = look.ParseMode, ReplyMarkup = keyboard, LinkPreviewOptions = LinkPreviewOptions.None };
            var failure = (await client.Call(Methods.EditMessageText, request, stop)).Failure;
            if (failure is null && message.Pinning == Pinning.Unpinned)
            {
                await client.Call(Methods.UnpinChatMessage, new UnpinChatMessage(chat, id), stop);
            }

            return (edits, failure);
        }

        return (null, new Failure(Reach.Answered, 400, "There is no such message."));
    }

    private static ReplyParameters? ReplyTo(Outgoing message) => message switch
    {
        { OnlyFor: not null } when Keys.IsEphemeral(message.ReplyTo, out var ephemeral) => new ReplyParameters { EphemeralMessageId = ephemeral },
        { OnlyFor: null } when Keys.IsMessage(message.ReplyTo, out var id) => new ReplyParameters { MessageId = id, AllowSendingWithoutReply = true },
        _ => null,
    };

    private static EphemeralMessageParameters Alone(User me, Account only, string? answers) =>
        new(Id(only)) { CallbackQueryId = new Keys(me.Id).QueryOf(answers) };

    private static long Id(Account account) => long.Parse(account.Id, CultureInfo.InvariantCulture);

    // Whoever opens the chat from here is known to come from this group.
    private static string ChatWith(User me, long chat) => Keys.Invariant($"https://t.me/{me.Username}?start={chat}");
}
