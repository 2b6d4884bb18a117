using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Turns;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Bot.Host.Replay;

/// <summary>Plays a transcript to the bot, on a clock moved by hand and with chance that is always the same.</summary>
public sealed class TranscriptPlayer : IAsyncDisposable
{
    private const int MostJobsAtOnce = 1000;
    private readonly ManualTime time;
    private readonly TranscriptHeader header;
    private readonly Parts parts;
    private readonly Func<TimeProvider, IStore> stores;
    private readonly PlayManner manner;
    private readonly Deeds deeds;
    private readonly List<Incoming> heard = [];
    private readonly long firstBoot;
    private Babillard bot;
    private bool hasBegun;
    private int drawn;

    /// <summary>Gets ready to play a transcript; the bot is started.</summary>
    /// <param name="file">The transcript.</param>
    /// <param name="parts">What the bot is made of.</param>
    /// <param name="stores">Opens the store, once more after each restart.</param>
    /// <param name="manner">How it is played.</param>
    public TranscriptPlayer(TranscriptFile file, Parts parts, Func<TimeProvider, IStore> stores, PlayManner manner)
    {
        header = file.Header;
        this.parts = parts;
        this.stores = stores;
        this.manner = manner;
        time = new ManualTime(file.Begin);
        Platform = new TranscriptPlatform(header);
        Store = stores(time);
        firstBoot = Store.Boots;
        deeds = new Deeds(Platform, header, time, firstBoot);
        bot = Compose();
    }

    /// <summary>The store, as it is open now.</summary>
    public IStore Store { get; private set; }

    /// <summary>Where it is played.</summary>
    internal TranscriptPlatform Platform { get; }

    /// <summary>The coops of its groups, as far as they have begun: that of the group itself first.</summary>
    public IReadOnlyList<string> Coops =>
        [.. header.Groups.Prepend(null).Select(group => Store.CoopOf(Platform.Places.Of("", new Where(group, IsPrivate: false)))).OfType<string>()];

    /// <summary>Plays the next line.</summary>
    /// <param name="line">The line.</param>
    /// <returns>What the bot showed, in the order in which it was said.</returns>
    /// <exception cref="MalformedTranscriptException">It cannot happen where it stands.</exception>
    public async Task<IReadOnlyList<BotMessage>> Play(PlayedLine line)
    {
        if (!hasBegun || manner.RestartsBetween)
        {
            await (hasBegun ? Restart() : TakeUp());
        }

        switch (line)
        {
            case ClockLine clock:
                await MoveTo(clock.To);
                break;
            case DownLine down:
                await Restart(down.Until);
                break;
            case RestartLine:
                await Restart();
                break;
            case NoPrivateChatLine closes:
                Platform.SetPrivateChat(closes.Name, isOpen: false);
                break;
            case AddsBotLine adds:
                await Hear(deeds.Of(adds));
                break;
            case MemberLine member:
                await Hear(deeds.Of(member));
                break;
        }

        await Step(() =>
        {
            Store.NoteAlive(time.GetCurrentInstant());
            return Task.CompletedTask;
        });
        return Platform.TakeShown();
    }

    /// <summary>Tells the bot once more all that happened, as a platform may after a cut.</summary>
    /// <returns>What the bot showed.</returns>
    public async Task<IReadOnlyList<BotMessage>> HearAllAgain()
    {
        foreach (var incoming in heard)
        {
            await Step(() => bot.Conversation.Hear(incoming));
        }

        return Platform.TakeShown();
    }

    /// <summary>Stops the bot and starts it again.</summary>
    public Task Restart() => Restart(time.GetCurrentInstant());

    /// <summary>Stops the bot.</summary>
    public ValueTask DisposeAsync() => bot.DisposeAsync();

    private async Task Restart(Instant at)
    {
        await bot.DisposeAsync();
        time.MoveTo(at);
        Store = stores(time);
        bot = Compose();
        await TakeUp();
    }

    // What an earlier run left unsaid and undone.
    private Task TakeUp()
    {
        hasBegun = true;
        return Step(() =>
        {
            bot.Postman.Resume();
            return bot.Jobs.RunDue();
        });
    }

    private async Task Hear(Incoming incoming)
    {
        heard.Add(incoming);
        await Step(() => manner.Twice
            ? Task.WhenAll(Task.Run(() => bot.Conversation.Hear(incoming)), Task.Run(() => bot.Conversation.Hear(incoming)))
            : bot.Conversation.Hear(incoming));
    }

    // Jobs run at the time they are due, one stop after the other.
    private async Task MoveTo(Instant to)
    {
        var last = Instant.MinValue;
        var times = 0;
        while (await NextDue() is { } due && due <= to)
        {
            times = due == last ? times + 1 : 0;
            if (times > MostJobsAtOnce)
            {
                throw new InvalidOperationException("A job becomes due again and again at the same instant.");
            }

            last = due;
            time.MoveTo(due);
            await Step(() => bot.Jobs.RunDue());
        }

        time.MoveTo(to);
        await Step(() => Task.CompletedTask);
    }

    private async Task<Instant?> NextDue()
    {
        Instant? due = null;
        await Step(() =>
        {
            due = Store.NextDue();
            return Task.CompletedTask;
        });
        return due;
    }

    private Task Step(Func<Task> step) => manner.Around(async () =>
    {
        try
        {
            await step();
        }
        finally
        {
            // Where the step was cut short, what is still under way ends before anything begins anew.
            await bot.Postman.Idle();
        }
    });

    private Babillard Compose() => new(
        Store, [Platform], parts, time, Bytes, new Defaults(header.Language, header.Zone.Id), NullLoggerFactory.Instance);

    private byte[] Bytes(int count)
    {
        var seed = string.Create(CultureInfo.InvariantCulture, $"{TranscriptPlaces.Platform}:{firstBoot}:{++drawn}");
        return SHA256.HashData(Encoding.UTF8.GetBytes(seed))[..count];
    }
}
