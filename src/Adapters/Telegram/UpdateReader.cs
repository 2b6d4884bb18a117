using System.Globalization;
using Bot.Adapters.Telegram.Api;
using Bot.Core.Chat;
using NodaTime;

namespace Bot.Adapters.Telegram;

/// <summary>
/// Reads what happened. Only people count: other bots, channels, forwarded words and what another bot wrote in somebody's name are
/// not heard, and who hides behind the group's name is nobody in particular.
/// </summary>
/// <param name="me">The bot.</param>
internal sealed class UpdateReader(User me)
{
    private static readonly long LastSecond = Instant.MaxValue.ToUnixTimeSeconds();
    private readonly Keys keys = new(me.Id);
    private readonly string bot = me.Id.ToString(CultureInfo.InvariantCulture);

    /// <summary>What somebody did, or null when it does not concern the bot.</summary>
    /// <param name="update">What happened.</param>
    /// <param name="now">When it was received: presses carry no stamp of their own.</param>
    public Incoming? Read(Update update, Instant now) => update switch
    {
        { Message: { } message } => Read(message, isEdit: false),
        { EditedMessage: { } edited } => Read(edited, isEdit: true),
        { CallbackQuery: { Message: { } message, Data: { } data } query } => Press(query, message, data, now),
        { MyChatMember: { Chat.IsGroup: true, From.IsBot: false, OldChatMember.IsThere: false, NewChatMember.IsThere: true } added } =>
            new Added(keys.Added(added.Chat.Id, added.Date), PlaceOf(added.Chat), SpeakerOf(added.From), At(added.Date)) { Title = added.Chat.Title },
        _ => null,
    };

    /// <summary>The move of a group to the supergroup it has become, if that is what a message tells.</summary>
    /// <param name="update">What happened.</param>
    public (long From, long To)? Move(Update update) => update.Message switch
    {
        { MigrateToChatId: { } to } message => (message.Chat.Id, to),
        { MigrateFromChatId: { } from } message => (from, message.Chat.Id),
        _ => null,
    };

    /// <summary>A place by its id.</summary>
    public Place PlaceOf(long chat) => new(TelegramPlatform.PlatformName, bot, chat.ToString(CultureInfo.InvariantCulture));

    private Place PlaceOf(Chat chat) => PlaceOf(chat.Id);

    private Place PlaceOf(Message message) => message is { IsTopicMessage: true, MessageThreadId: { } thread }
        ? PlaceOf(message.Chat) with { Thread = thread.ToString(CultureInfo.InvariantCulture) }
        : PlaceOf(message.Chat);

    private static Instant At(long seconds) => Instant.FromUnixTimeSeconds(Math.Clamp(seconds, 0, LastSecond));

    private static Speaker SpeakerOf(User user) => new(
        new Account(TelegramPlatform.PlatformName, user.Id.ToString(CultureInfo.InvariantCulture)), user.FirstName, user.LanguageCode);

    private Incoming? Read(Message message, bool isEdit)
    {
        if (!(message.Chat.IsGroup || message.Chat.IsPrivate) || message.From is not { } from
            || message.IsAutomaticForward || message.ForwardOrigin is not null || message.ViaBot is not null
            || (from.IsBot && message.SenderChat is null))
        {
            return null;
        }

        var words = new Words(message.Text ?? message.Caption ?? "", message.Entities ?? message.CaptionEntities ?? [], me);
        if (words.Text.Length == 0 || words.IsForAnotherBot)
        {
            return null;
        }

        // Behind a group's or a channel's name stands an account that everybody shares: it must never become a member.
        var speaker = SpeakerOf(from) with { IsPerson = message.SenderChat is null };
        var id = Keys.Id(message.MessageId, message.EphemeralMessageId);
        var key = keys.Message(message.Chat.Id, message.EphemeralMessageId is null ? id : Keys.Invariant($"{id}:{message.Date}"));
        if (words.Start is { } payload && !isEdit)
        {
            return new Opened(key, PlaceOf(message), speaker with { SharedGroup = SharedGroup(payload) }, At(message.Date))
            {
                IsPrivate = message.Chat.IsPrivate,
                Title = message.Chat.Title,
                Payload = payload.Length == 0 ? null : payload,
            };
        }

        var reply = ReplyOf(message);
        return new Said(isEdit ? keys.Edit(key, message.EditDate ?? message.Date) : key, PlaceOf(message), speaker, At(message.Date), id, words.Text)
        {
            IsPrivate = message.Chat.IsPrivate,
            Title = message.Chat.Title,
            TakesWhisper = message.EphemeralMessageId is not null,
            Addressed = words.NamesMe || reply?.From?.Id == me.Id,
            ReplyTo = reply is null ? null : Keys.Id(reply.MessageId, reply.EphemeralMessageId),
            Quotes = QuoteOf(reply),
            File = Files.Of(message),
            EditOf = isEdit ? key : null,
            EditedAt = isEdit ? At(message.EditDate ?? message.Date) : null,
        };
    }

    // In a topic every message « replies » to the one that began the topic.
    private static Message? ReplyOf(Message message) =>
        message.ReplyToMessage is { } reply && !(message.IsTopicMessage && reply.MessageId == message.MessageThreadId) ? reply : null;

    // What people said, for who keeps it by replying to it. What a bot wrote, or what was said elsewhere and forwarded, is not theirs.
    private static Quoted? QuoteOf(Message? reply)
    {
        if (reply is not { From: { } author, ViaBot: null, ForwardOrigin: null } || (author.IsBot && reply.SenderChat is null))
        {
            return null;
        }

        var (text, file) = (reply.Text ?? reply.Caption ?? "", Files.Of(reply));
        return text.Length == 0 && file is null ? null : new Quoted(SpeakerOf(author) with { IsPerson = reply.SenderChat is null }, text, file);
    }

    private Pressed Press(CallbackQuery query, Message message, string data, Instant now) => new(
        keys.Press(query.Id), PlaceOf(message), SpeakerOf(query.From), now, Keys.Id(message.MessageId, message.EphemeralMessageId), data)
    {
        IsPrivate = message.Chat.IsPrivate,
        Title = message.Chat.Title,
        TakesWhisper = !message.Chat.IsPrivate,
    };

    // The way to the private chat, under the bot's own messages, tells from which group somebody comes.
    private Place? SharedGroup(string payload) =>
        long.TryParse(payload, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var chat) ? PlaceOf(chat) : null;
}
