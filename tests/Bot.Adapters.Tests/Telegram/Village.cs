using System.Diagnostics;
using System.Security.Cryptography;
using Bot.Adapters.InMemory;
using Bot.Adapters.Telegram;
using Bot.Adapters.Tests.Telegram.Fake;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using Bot.Host;
using Bot.Host.Replay;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Bot.Adapters.Tests.Telegram;

/// <summary>
/// Lina, Sam, Amina and the real bot, on a Telegram of their own whose clock is moved by hand. The bot can be stopped, killed and
/// started again; its memory stays.
/// </summary>
internal sealed class Village : IAsyncDisposable
{
    public const string Token = "900001:AAtoken_of_the_bot-that_nobody_may_see1";

    // Long enough for the slowest machine: nothing is measured, only ended.
    // Nothing on the wire for so long: the bot waits for its clock. Were it only slow, its clock would go ahead by a step.
    private static readonly TimeSpan WhileNothingMoves = TimeSpan.FromMilliseconds(5);
    private static readonly Duration Step = Duration.FromMilliseconds(500);
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(1);
    private static readonly Parts Parts = new(TextBook.Load());
    private readonly ILoggerFactory logs;
    private InMemoryStore store = new();
    private Babillard? babillard;
    private CancellationTokenSource? stop;
    private Task running = Task.CompletedTask;
    private byte chance;

    private Village(FakeBotApi api, ManualTime time, Func<TelegramSettings, TelegramSettings> settle, ILoggerFactory? logs, string token)
    {
        Api = api;
        Time = time;
        Settle = settle;
        this.logs = logs ?? NullLoggerFactory.Instance;
        Bot = api.NewBot(token, "babillard_bot");
        Lina = api.NewPerson(7, "Lina");
        Sam = api.NewPerson(8, "Sam");
        Amina = api.NewPerson(9, "Amina", "en");
        Group = api.NewGroup(-4001, "Jardin", isForum: false, Lina, Sam, Amina);
    }

    public FakeBotApi Api { get; }

    public ManualTime Time { get; }

    public FakeBot Bot { get; }

    public Somebody Lina { get; }

    public Somebody Sam { get; }

    public Somebody Amina { get; }

    public FakeChat Group { get; set; }

    public IStore Store => store;

    /// <summary>How the bot is configured when it next starts.</summary>
    public Func<TelegramSettings, TelegramSettings> Settle { get; set; }

    public TelegramPlatform Platform { get; private set; } = null!;

    /// <summary>A village whose bot runs, and is in the group.</summary>
    public static async Task<Village> Found(
        Func<TelegramSettings, TelegramSettings>? settle = null, ILoggerFactory? logs = null, bool joins = true, string token = Token)
    {
        var time = new ManualTime(Instant.FromUtc(2026, 11, 21, 10, 0));
        var village = new Village(await FakeBotApi.Open(time), time, settle ?? (settings => settings), logs, token);
        village.Start();
        if (joins)
        {
            village.Api.SetBot(village.Bot, village.Group, "member", village.Lina);
            await village.Quiet();
        }

        return village;
    }

    /// <summary>Starts the bot.</summary>
    public void Start()
    {
        var settings = Settle(new TelegramSettings(Bot.Token, Api.Root) { Menus = [.. Parts.Texts.Languages.Select(language => Parts.Commands.MenuIn(language.Code))] });
        Platform = new TelegramPlatform(settings, Time, logs.CreateLogger<TelegramPlatform>());
        babillard = new Babillard(store, [Platform], Parts, Time, Chance, new Defaults("fr", "Europe/Paris"), logs);
        stop = new CancellationTokenSource();
        running = babillard.Run(stop.Token);
    }

    /// <summary>Stops the bot as the system does.</summary>
    public async Task Stop()
    {
        await stop!.CancelAsync();
        await Until(() => running.IsCompleted);
        await running;
        await babillard!.DisposeAsync();
        Platform.Dispose();
        store = store.Reopen();
    }

    /// <summary>The bot is gone from one moment to the next.</summary>
    public void Kill()
    {
        babillard!.Postman.Dispose();
        Platform.Dispose();
        stop!.Cancel();
        store = store.Reopen();
    }

    /// <summary>Waits until the bot has heard everything and said everything that it may say by now.</summary>
    public Task Quiet() => Until(() => Api.IsQuiet(Bot) && babillard!.Postman.Idle().IsCompleted);

    /// <summary>Lets time pass, as long as the bot waits for it, until it has nothing left to do.</summary>
    public Task LetPass() => LetPassUntil(isRestful: true, () => Api.IsQuiet(Bot) && babillard!.Postman.Idle().IsCompleted);

    /// <summary>Lets time pass, as long as the bot waits for it, while something is so.</summary>
    public Task LetPassWhile(Func<bool> isSo) => LetPassUntil(isRestful: false, () => !isSo());

    /// <summary>Waits until the bot has ended by itself, and throws what it ended with.</summary>
    public async Task Ended()
    {
        await LetPassWhile(() => !running.IsCompleted);
        await stop!.CancelAsync();
        await running;
    }

    /// <summary>Lets a while pass.</summary>
    public async Task Pass(Duration while_)
    {
        var end = Time.GetCurrentInstant() + while_;
        while (Time.GetCurrentInstant() < end)
        {
            Time.MoveTo(Instant.Min(end, Time.GetCurrentInstant() + Duration.FromSeconds(1)));
            for (var i = 0; i < 20; i++)
            {
                await Task.Yield();
            }
        }
    }

    /// <summary>Lets time pass up to an instant, stopping where something becomes due.</summary>
    public async Task PassUntil(Instant to)
    {
        while (store.NextDue() is { } due && due <= to)
        {
            Time.MoveTo(due);
            await LetPassWhile(() => store.NextDue() <= due);
            await LetPass();
        }

        Time.MoveTo(to);
        await LetPass();
    }

    /// <summary>What the bot's messages in a chat read now, buttons included.</summary>
    public IReadOnlyList<string> Said(FakeChat chat) => [.. Api.WrittenBy(Bot, chat).Select(Written)];

    /// <summary>The newest message of the bot in a chat.</summary>
    public string Newest(FakeChat chat) => Said(chat)[^1];

    /// <summary>Somebody writes in the group, and the bot has its time to answer.</summary>
    public async Task<string> Say(Somebody who, string text, long? thread = null, long? replyTo = null)
    {
        Api.Say(who, Group, text, thread, replyTo);
        await LetPass();
        return Newest(Group);
    }

    /// <summary>Waits, without a clock, until something is so.</summary>
    public static async Task Until(Func<bool> isSo)
    {
        // Only looks: what it waits for moves by itself, on a real network.
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(1));
        for (var start = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(start) < LongEnough; await looks.WaitForNextTickAsync())
        {
            if (isSo())
            {
                return;
            }
        }

        Assert.Fail("It never came to be so.");
    }

    public async ValueTask DisposeAsync()
    {
        if (stop is { IsCancellationRequested: false })
        {
            await Stop();
        }

        logs.Dispose();

        await Api.DisposeAsync();
    }

    /// <summary>A message as people read it, buttons included.</summary>
    public static string Written(Standing message) =>
        message.Text.Replace('\u00A0', ' ').Replace('\u202F', ' ') + string.Concat(message.Buttons.Select(button => $" [{button.Label}]"));

    private Task LetPassUntil(bool isRestful, Func<bool> isSo)
    {
        var (state, since) = (Api.State(Bot), Stopwatch.GetTimestamp());
        return Until(() =>
        {
            var now = Api.State(Bot);
            var isResting = now == state && Stopwatch.GetElapsedTime(since) > WhileNothingMoves;
            if ((isResting || !isRestful) && isSo())
            {
                return true;
            }

            if (isResting)
            {
                Time.MoveTo(Time.GetCurrentInstant() + Step);
            }

            (state, since) = isResting || now != state ? (now, Stopwatch.GetTimestamp()) : (state, since);
            return false;
        });
    }

    private byte[] Chance(int count)
    {
        chance++;
        return [.. SHA256.HashData([chance]).Take(count)];
    }
}
