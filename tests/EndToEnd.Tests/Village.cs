using System.Diagnostics;
using System.Security.Cryptography;
using Bot.Adapters.InMemory;
using Bot.Adapters.Matrix;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using Bot.Host;
using Bot.Host.Replay;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Bot.EndToEnd.Tests;

/// <summary>
/// A homeserver, people with clients of others, and the real bot, whose clock goes as the wall's does but can be put forward. The bot can be
/// stopped, killed and started again; its memory stays.
/// </summary>
internal sealed class Village : IAsyncDisposable
{
    // Long enough for the slowest machine: nothing is measured, only ended.
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(3);

    // Longer than anything takes that people do or the bot says.
    private static readonly Duration Soon = Duration.FromMinutes(1);
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(20);
    private readonly CancellationTokenSource ending = new();
    private Task ticking = Task.CompletedTask;
    private InMemoryStore store = new();
    private Babillard? babillard;
    private MatrixPlatform? platform;
    private CancellationTokenSource? stop;
    private Task running = Task.CompletedTask;
    private byte chance;
    private string? answered;
    private int refusalsBefore;

    private Village(Synapse synapse, People people, Instant begin)
    {
        (Synapse, People) = (synapse, people);
        Time = new ManualTime(begin);
        Wire = NewWire();
    }

    public Synapse Synapse { get; }

    public People People { get; }

    public ManualTime Time { get; }

    public Wire Wire { get; private set; }

    public IStore Store => store;

    /// <summary>The bot's id.</summary>
    public static string Bot => "@babillard:test.local";

    /// <summary>How the bot reaches Matrix.</summary>
    public MatrixSettings Settings { get; set; } = null!;

    /// <summary>The messages the bot has sent in its earlier lives, too.</summary>
    public List<(string Room, string Event)> SentBefore { get; } = [];

    /// <summary>A village whose bot runs, and is in no room yet.</summary>
    public static async Task<Village> Found(string limit = "", Instant? begin = null, params string[] names)
    {
        var synapse = await Synapse.Open(limit);
        var people = People.On(synapse);
        var token = await people.Ask<string>("account", "babillard", new { password = "pw" });
        var village = new Village(synapse, people, begin ?? Instant.FromUtc(2026, 11, 21, 9, 0));
        village.Settings = new MatrixSettings(synapse.Root, token, ["test.local"]) { BetweenCardEdits = Duration.Zero };
        foreach (var name in names)
        {
            await people.Enter(name);
        }

        village.ticking = village.GoOn();
        village.Start();
        return village;
    }

    /// <summary>Starts the bot.</summary>
    public void Start()
    {
        SentBefore.AddRange(Wire.Sent);
        refusalsBefore += Wire.Refusals;
        Wire = NewWire();
        platform = new MatrixPlatform(Settings, Time, NullLogger<MatrixPlatform>.Instance, Wire);
        babillard = new Babillard(store, [platform], new Parts(TextBook.Load()), Time, Chance, new Defaults("fr", "Europe/Paris"), NullLoggerFactory.Instance);
        stop = new CancellationTokenSource();
        running = babillard.Run(stop.Token);
    }

    /// <summary>Stops the bot as the system does.</summary>
    public async Task Stop()
    {
        await stop!.CancelAsync();
        await running.WaitAsync(LongEnough);
        await babillard!.DisposeAsync();
        platform!.Dispose();
        store = store.Reopen();
    }

    /// <summary>The bot is gone from one moment to the next.</summary>
    public void Kill()
    {
        babillard!.Postman.Dispose();
        platform!.Dispose();
        stop!.Cancel();
        store = store.Reopen();
    }

    /// <summary>A room of these people, with the bot in it.</summary>
    public async Task<string> Room(string name, string? version, params string[] people)
    {
        var room = await People.Ask<string>("make", people[0], new { name, version, invite = people.Skip(1).Select(People.IdOf) });
        foreach (var other in people.Skip(1))
        {
            await People.Ask<string>("join", other, new { room });
        }

        return room;
    }

    /// <summary>Waits until the bot has dealt with an event, and said all it has to say.</summary>
    public async Task Answers(string heard)
    {
        await Until(() => Wire.IsDealtWith(heard));
        await Until(() => babillard!.Postman.Idle().IsCompleted);
    }

    /// <summary>Waits until the bot has dealt with the last thing somebody did, and with whatever the server told before.</summary>
    /// <param name="last">What they did, if anything.</param>
    public async Task AnswersAll(string? last)
    {
        await Until(() => string.IsNullOrEmpty(last) || Wire.IsDealtWith(last) || last == answered);
        answered = last;
        await Until(() => Wire.IsWaiting && babillard!.Postman.Idle().IsCompleted);
    }

    /// <summary>Lets time pass up to an instant, stopping where something becomes due.</summary>
    public async Task PassUntil(Instant to)
    {
        while (store.NextDue() is { } due && due <= to)
        {
            await PassTo(due);
        }

        Time.MoveTo(to);
        await Quiet();
    }

    /// <summary>
    /// Lets time pass until nothing becomes due any more while somebody does the next thing: what comes first would be chance, and the same
    /// conversation beside this one would perhaps have it the other way round.
    /// </summary>
    public async Task PassWhatIsNear()
    {
        while (store.NextDue() is { } due && due <= Time.GetCurrentInstant() + Soon)
        {
            await PassTo(due);
        }
    }

    // Who enters a coop comes after whoever is in it: what its jobs had to say is with the Postman then.
    private async Task PassTo(Instant due)
    {
        var coops = store.DueCoops(due);
        Time.MoveTo(due);
        await Until(() => store.NextDue() is not { } next || next > due);
        foreach (var coop in coops)
        {
            await babillard!.Conversation.RunDue(coop);
        }

        await Quiet();
    }

    /// <summary>How often the server has said « later ».</summary>
    public int Refusals => refusalsBefore + Wire.Refusals;

    /// <summary>Waits until the bot has nothing more to say.</summary>
    public Task Quiet() => Until(() => babillard!.Postman.Idle().IsCompleted);

    /// <summary>What somebody sees of the bot in a room by now.</summary>
    public Task<IReadOnlyList<Seen>> Sees(string who, string room) => People.Ask<IReadOnlyList<Seen>>(
        "read", who, new { room, of = Bot, events = Wire.Sent.Concat(SentBefore).Where(each => each.Room == room).Select(each => each.Event).Distinct(StringComparer.Ordinal) });

    /// <summary>Somebody writes, and the bot answers.</summary>
    public async Task<string> Say(string who, string room, string text, string? replyTo = null, string? thread = null)
    {
        var heard = await People.Ask<string>("say", who, new { room, text, replyTo, thread });
        await Answers(heard);
        return heard;
    }

    /// <summary>Waits until something is so.</summary>
    public static async Task Until(Func<bool> isSo)
    {
        using var looks = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
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

        await ending.CancelAsync();
        await ticking;
        ending.Dispose();
        People.Dispose();
        await Synapse.DisposeAsync();
    }

    private Wire NewWire() => new(() => Time.GetCurrentInstant().ToUnixTimeMilliseconds());

    // The homeserver's clock goes on by itself: when it asks to wait, the bot's has to go as fast.
    private async Task GoOn()
    {
        using var ticks = new PeriodicTimer(Tick);
        while (!ending.IsCancellationRequested)
        {
            await ticks.WaitForNextTickAsync();
            Time.MoveTo(Time.GetCurrentInstant() + Duration.FromTimeSpan(Tick));
        }
    }

    private byte[] Chance(int count)
    {
        chance++;
        return [.. SHA256.HashData([chance]).Take(count)];
    }
}
