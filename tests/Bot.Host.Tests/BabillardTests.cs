using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Bot.Host.Tests;

/// <summary>How the parts begin and end together.</summary>
public class BabillardTests
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(1);
    private static readonly Parts Parts = new(TextBook.Load());

    [Fact]
    public async Task It_ends_when_every_platform_has_ended()
    {
        var second = new TaskCompletionSource();
        await using var bot = Of(StoreInFront.With(), new Stage("one", (_, _) => Task.CompletedTask), new Stage("two", (_, _) => second.Task));
        var running = bot.Run(CancellationToken.None);
        Assert.True(bot.IsRunning);
        Assert.False(running.IsCompleted);
        second.SetResult();
        await running.WaitAsync(LongEnough);
        Assert.False(bot.IsRunning);
    }

    [Fact]
    public async Task It_ends_when_it_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        await using var bot = Of(StoreInFront.With(), new Stage("one", UntilStopped));
        var running = bot.Run(stop.Token);
        await stop.CancelAsync();
        await running.WaitAsync(LongEnough);
    }

    [Fact]
    public async Task It_ends_when_the_store_is_broken()
    {
        var broken = new TaskCompletionSource<string>();
        await using var bot = Of(
            StoreInFront.With(("get_Broken", () => broken.Task)),
            new Stage("one", UntilStopped));
        var running = bot.Run(CancellationToken.None);
        broken.SetResult("The disk burnt.");
        await running.WaitAsync(LongEnough);
    }

    [Fact]
    public async Task A_platform_that_hears_of_the_broken_store_first_ends_it_the_same_way()
    {
        var broken = new TaskCompletionSource<string>();
        Task Burn()
        {
            broken.TrySetResult("The disk burnt.");
            return Task.FromException<CommitOutcome>(new StoreBrokenException("The disk burnt."));
        }

        await using var bot = Of(
            StoreInFront.With(("get_Broken", () => broken.Task), ("Commit", Burn)),
            new Stage("one", (listener, _) => listener.Hear(Written("one", "/libres"))));
        await bot.Run(CancellationToken.None).WaitAsync(LongEnough);
    }

    [Fact]
    public async Task A_platform_that_fails_for_good_ends_the_others()
    {
        await using var bot = Of(
            StoreInFront.With(),
            new Stage("one", (_, _) => throw new InvalidOperationException("It was thrown out.")),
            new Stage("two", UntilStopped));
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => bot.Run(CancellationToken.None).WaitAsync(LongEnough));
        Assert.Equal("It was thrown out.", failure.Message);
    }

    [Fact]
    public async Task What_cannot_be_dealt_with_ends_nothing()
    {
        var platform = new Stage("one", async (listener, _) =>
        {
            await listener.Hear(Written("one", "/libres"));
            await listener.Hear(Written("one", "/libres"));
        });
        await using var bot = Of(StoreInFront.With(("Heard", () => throw new InvalidOperationException("A bug."))), platform);
        await bot.Run(CancellationToken.None).WaitAsync(LongEnough);
    }

    [Fact]
    public async Task What_was_heard_before_the_end_is_answered()
    {
        var platform = new Stage("one", (listener, _) => Task.WhenAny(listener.Hear(Written("one", "/aide")), Task.CompletedTask));
        await using var bot = Of(StoreInFront.With(), platform);
        await bot.Run(CancellationToken.None).WaitAsync(LongEnough);
        Assert.NotEmpty(platform.Shown);
    }

    private static Task UntilStopped(IListener listener, CancellationToken stop) => Task.Delay(Timeout.InfiniteTimeSpan, WallClock.Time, stop);

    private static Babillard Of(IStore store, params IChatPlatform[] platforms) => new(
        store, platforms, Parts, WallClock.Time, count => new byte[count], new Defaults("fr", "Europe/Paris"), NullLoggerFactory.Instance);

    private static Said Written(string platform, string text)
    {
        var place = new Place(platform, "bot", "group");
        return new Said($"{platform}:1", place, new Speaker(new Account(platform, "lina"), "Lina"), default(Instant), "1", text);
    }

    /// <summary>A platform on which happens what the test says.</summary>
    private sealed class Stage(string name, Func<IListener, CancellationToken, Task> play) : IChatPlatform
    {
        private readonly List<string> shown = [];

        public string Name => name;

        public IReadOnlyList<string> Shown => shown;

        public Capabilities CapabilitiesOf(Place place) => new(Buttons: true, Edits: true, Whispers: false, IdempotentSends: true);

        public async Task Listen(IListener listener, CancellationToken stop)
        {
            listener.CaughtUp();
            await play(listener, stop);
        }

        public Task<Sent> Send(Outgoing message, string? edits, CancellationToken stop)
        {
            shown.Add(message.Text);
            return Task.FromResult<Sent>(new Sent.Shown(message.Id));
        }
    }
}
