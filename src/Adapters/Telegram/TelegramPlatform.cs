using System.Globalization;
using Bot.Adapters.Telegram.Api;
using Bot.Core.Chat;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Bot.Adapters.Telegram;

/// <summary>
/// Telegram, through its Bot API (https://core.telegram.org/bots/api, 10.3): groups, supergroups, their topics, and private chats.
/// Updates are asked for, or delivered by webhook; either way they are confirmed only after what they changed is kept.
/// </summary>
public sealed partial class TelegramPlatform : IChatPlatform, IDisposable
{
    /// <summary>The platform's name.</summary>
    internal const string PlatformName = "telegram";

    /// <summary>What to tell an operator whose token Telegram does not know.</summary>
    internal const string UnknownToken =
        "Telegram does not know the token (Telegram:Token). Ask @BotFather for it again: /mybots, the bot, API Token. It may have been revoked.";

    private static readonly Duration BeforeWeKnowUs = Duration.FromSeconds(1);
    private readonly TelegramSettings settings;
    private readonly TimeProvider time;
    private readonly ILogger<TelegramPlatform> log;
    private readonly TelegramClient client;
    private readonly Chats chats;
    private readonly Presses presses;
    private readonly Sender sender;
    private readonly Backoff backoff = new();
    private volatile Identity? me;
    private volatile IListener? listener;
    private bool isAsking;

    /// <summary>Makes it ready; nothing is asked of Telegram yet.</summary>
    /// <param name="settings">How Telegram is reached.</param>
    /// <param name="time">The clock that was handed in.</param>
    /// <param name="log">For the operator: never what members write, never the token.</param>
    public TelegramPlatform(TelegramSettings settings, TimeProvider time, ILogger<TelegramPlatform> log)
    {
        this.settings = settings;
        this.time = time;
        this.log = log;
        client = new TelegramClient(settings.Root, settings.Token);
        chats = new Chats(client);
        presses = new Presses(client, time);
        sender = new Sender(client, chats, presses, settings.Limits, time, Migrated);
    }

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <summary>Where updates are delivered, once the webhook is open. For tests, which let the system choose a port.</summary>
    internal Task<Uri> ListensOn => listensOn.Task;

    /// <summary>Everybody can have buttons and edits. Only an administrator can whisper at any time; others only to who has just pressed a button.</summary>
    /// <param name="place">A place.</param>
    public Capabilities CapabilitiesOf(Place place) => new(
        Buttons: true,
        Edits: true,
        Whispers: long.TryParse(place.Id, CultureInfo.InvariantCulture, out var chat) && chats.IsAdministrator(chat),
        IdempotentSends: false);

    /// <summary>A deep link (https://core.telegram.org/bots/features#deep-linking), once Telegram has told the bot its name.</summary>
    /// <param name="payload">What it carries.</param>
    public Uri? WayIn(string payload) => me?.User.Username is { } name ? new Uri($"https://t.me/{name}?start={payload}") : null;

    /// <inheritdoc/>
    public async Task Listen(IListener listener, CancellationToken stop)
    {
        try
        {
            this.listener = listener;
            var user = (await Introduce(stop)).User;
            LogListening(user.Username ?? "", settings.Webhook is null ? "asking" : "webhook");
            var menus = Menus.Publish(client, settings.Menus, log, stop);
            await (settings.Webhook is { } webhook ? Serve(webhook, listener, stop) : Poll(listener, stop));
            await menus;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Being stopped is an end like any other.
        }
    }

    /// <inheritdoc/>
    public async Task<Sent> Send(Outgoing message, string? edits, CancellationToken stop)
    {
        try
        {
            // One question is enough for all that wait to be said.
            var known = me ?? (Interlocked.Exchange(ref isAsking, true) ? null : (await AskWhoWeAre(stop)).Me);
            return known is not null ? await sender.Send(known.User, message, edits, stop) : new Sent.RetryAt(Now() + BeforeWeKnowUs);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new Sent.Uncertain("The bot was stopped meanwhile.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private Instant Now() => Instant.FromDateTimeOffset(time.GetUtcNow());

    private Task Wait(Instant until, CancellationToken stop)
    {
        var pause = until - Now();
        return pause > Duration.Zero ? Task.Delay(pause.ToTimeSpan(), time, stop) : Task.CompletedTask;
    }

    private async Task<Identity> Introduce(CancellationToken stop)
    {
        while (true)
        {
            var (known, failure) = await AskWhoWeAre(stop);
            if (known is not null)
            {
                backoff.Succeed();
                return known;
            }

            await After(failure, stop);
        }
    }

    private async Task<(Identity? Me, Failure? Failure)> AskWhoWeAre(CancellationToken stop)
    {
        var (user, failure) = await client.Call(Methods.GetMe, new NoParameters(), stop);
        isAsking = false;
        if (user is not null)
        {
            me = new Identity(user, new UpdateReader(user), new Keys(user.Id));
        }

        return (me, failure);
    }

    // What to do when the server would not say what happened, or who we are.
    private async Task After(Failure? failure, CancellationToken stop)
    {
        if (failure is { IsTokenRefused: true })
        {
            throw new PlatformRefusedException(UnknownToken);
        }

        var until = failure?.RetryAfter is { } seconds ? Now() + Duration.FromSeconds(seconds) : backoff.Fail(Now());
        LogNoAnswer(failure?.Description ?? "The answer is empty.");
        await Wait(until, stop);
    }

    /// <summary>Hands over one update; completes when what it changed is kept.</summary>
    private async Task Take(Update update, IListener listener, CancellationToken stop)
    {
        var known = me!;
        if (known.Reader.Move(update) is var (from, to))
        {
            chats.Move(from, to);
            await Migrated(from, to);
            return;
        }

        Notice(update, known.User, stop);
        if (known.Reader.Read(update, Now()) is { } incoming)
        {
            await listener.Hear(await WithoutFalsePretences(incoming, stop));
        }
    }

    private void Notice(Update update, User user, CancellationToken stop)
    {
        if (update.MyChatMember is { } mine)
        {
            chats.Learn(mine.Chat.Id, mine.NewChatMember);
        }
        else if ((update.Message ?? update.EditedMessage ?? update.CallbackQuery?.Message)?.Chat is { } chat)
        {
            chats.Meet(chat, user, stop);
        }

        if (update.CallbackQuery is { } query)
        {
            presses.Begin(query.Id);
        }
    }

    // Anybody can type the number of a group behind /start; only who is in it belongs there.
    private async Task<Incoming> WithoutFalsePretences(Incoming incoming, CancellationToken stop)
    {
        if (incoming.By.SharedGroup is not { } group)
        {
            return incoming;
        }

        var request = new GetChatMember(
            long.Parse(group.Id, CultureInfo.InvariantCulture), long.Parse(incoming.By.Account.Id, CultureInfo.InvariantCulture));
        var (member, _) = await client.Call(Methods.GetChatMember, request, stop);
        return member is { IsThere: true } ? incoming : incoming with { By = incoming.By with { SharedGroup = null } };
    }

    private Task Migrated(long from, long to)
    {
        var known = me!;
        return listener?.Moved(known.Keys.Move(from, to), known.Reader.PlaceOf(from), known.Reader.PlaceOf(to)) ?? Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Listening on Telegram as @{Bot} ({How}).")]
    private partial void LogListening(string bot, string how);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram does not answer as it should: {Why} It is asked again.")]
    private partial void LogNoAnswer(string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The update {Update} cannot be read (at {Where}); it is left out.")]
    private partial void LogUnreadable(long update, string where);

    /// <summary>Who the bot is.</summary>
    private sealed record Identity(User User, UpdateReader Reader, Keys Keys);
}
