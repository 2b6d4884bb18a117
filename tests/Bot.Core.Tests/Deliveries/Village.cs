using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Tests.Replay;
using Bot.Core.Turns;
using Bot.Host;
using Bot.Host.Replay;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Bot.Core.Tests.Deliveries;

/// <summary>A whole bot on a scripted platform, a clock moved by hand. Each group is a coop.</summary>
internal sealed class Village : IAsyncDisposable
{
    private readonly Slate slate;
    private readonly Func<TimeProvider, IStore> stores;
    private readonly Parts parts;
    private Babillard bot;
    private int messages;
    private int drawn;

    public Village(Slate slate, Func<TimeProvider, IStore>? stores = null, Parts? parts = null)
    {
        this.parts = parts ?? Playing.Parts;
        this.slate = slate;
        this.stores = stores ?? Playing.InMemory();
        Store = this.stores(Time);
        bot = Build();
    }

    public ManualTime Time { get; } = new(PostOffice.Noon);

    public IStore Store { get; private set; }

    public Conversation Conversation => bot.Conversation;

    public static Place Group(string name, string? thread = null) => new(Slate.PlatformName, "@bot", name, thread);

    public static Place ChatWith(string who) => new(Slate.PlatformName, "@bot", "with-" + who);

    /// <summary>A message of somebody; each has a key of its own. Nobody's private chat is known until they write there.</summary>
    public Said Says(string who, Place where, string text, string? replyTo = null)
    {
        var number = (++messages).ToString(CultureInfo.InvariantCulture);
        return new Said($"{Slate.PlatformName}:{number}", where, new Speaker(new Account(Slate.PlatformName, who), who), Time.GetCurrentInstant(), number, text)
        {
            IsPrivate = where == ChatWith(who),
            Addressed = replyTo is not null,
            ReplyTo = replyTo,
        };
    }

    /// <summary>Somebody writes something; returns when it is kept and all that can be said has been.</summary>
    public async Task Hear(string who, Place where, string text, string? replyTo = null)
    {
        await Conversation.Hear(Says(who, where, text, replyTo));
        await Idle();
    }

    /// <summary>Time passes, and what becomes due on the way runs at its time.</summary>
    public async Task WaitUntil(Instant until)
    {
        while (Store.NextDue() is { } due && due <= until)
        {
            Time.MoveTo(due);
            await bot.Jobs.RunDue();
            await Idle();
        }

        Time.MoveTo(until);
    }

    /// <summary>The bot does not run until then; what became due meanwhile runs late.</summary>
    public async Task BeAwayUntil(Instant until)
    {
        await Restart(isClean: true);
        Time.MoveTo(until);
        await bot.Jobs.RunDue();
        await Idle();
    }

    public Task Idle() => bot.Postman.Idle();

    /// <summary>The bot ends, cleanly or not, and comes back on what it left.</summary>
    public async Task Restart(bool isClean)
    {
        if (isClean)
        {
            await bot.DisposeAsync();
        }
        else
        {
            bot.Postman.Dispose();
        }

        Store = stores(Time);
        bot = Build();
        bot.Postman.Resume();
    }

    /// <summary>The titles of a kind of document in a group's coop, in the order they were written down.</summary>
    public IReadOnlyList<string> TitlesIn(Place group) =>
        [.. Coop.From("", Store.Load(Store.CoopOf(group)!)).All<Actions.CoopAction>().Select(action => action.Title)];

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    private Babillard Build() => new(
        Store, [slate], parts, Time, Bytes, new Defaults("fr", "Europe/Paris"), NullLoggerFactory.Instance);

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        BitConverter.TryWriteBytes(bytes, ++drawn);
        return bytes;
    }
}
