using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Bot.Adapters.Telegram;
using Bot.Adapters.Tests.Telegram.Fake;
using Bot.Core.Chat;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Bot.Adapters.Tests.Telegram;

/// <summary>Whoever has the token is the bot. It stands in the address of every request, and must come out nowhere.</summary>
public sealed class TokenTests
{
    // No other test has it: the ears hear the whole process.
    private const string Planted = "900001:AAplanted_where-everything_is_looked_through";

    [Fact]
    public async Task It_stands_in_no_log_no_trace_and_no_metric_whatever_goes_wrong()
    {
        using var ears = new Ears();
        await using (var village = await Village.Found(logs: ears, token: Planted))
        {
            var faults = new Queue<Fault>(Enum.GetValues<Fault>());
            village.Api.Faults = (_, _) => faults.TryDequeue(out var fault) ? fault : Fault.None;
            for (var n = 0; n < 10; n++)
            {
                await village.Say(village.Lina, "/action jardinage");
            }

            await village.Api.Cut();
            await village.Pass(Duration.FromSeconds(5));
            await village.Api.Mend();
            await village.LetPass();
            village.Api.Revoke(village.Bot);
            ears.Hear((await Assert.ThrowsAsync<PlatformRefusedException>(village.Ended)).ToString());
        }

        Assert.NotEmpty(ears.Heard);
        Assert.Contains(ears.Heard, text => text.Contains("http.", StringComparison.Ordinal));
        Assert.DoesNotContain(ears.Heard, text => text.Contains(Planted, StringComparison.OrdinalIgnoreCase) || text.Contains("AAplanted", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Settings_that_are_printed_do_not_hold_it() =>
        Assert.Equal("Telegram at https://api.telegram.org/", new TelegramSettings(Planted, TelegramSettings.OfficialRoot).ToString());

    /// <summary>Hears everything the process says of itself.</summary>
    private sealed class Ears : ILoggerFactory, ILogger
    {
        private readonly ConcurrentQueue<string> heard = new();
        private readonly ActivityListener activities;
        private readonly MeterListener meters = new();

        public Ears()
        {
            activities = new ActivityListener
            {
                ShouldListenTo = _ => true,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity => Hear($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)}"),
            };
            ActivitySource.AddActivityListener(activities);
            meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
            meters.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Hear($"{instrument.Name} {string.Join(' ', tags.ToArray())}"));
            meters.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Hear($"{instrument.Name} {string.Join(' ', tags.ToArray())}"));
            meters.Start();
        }

        public IReadOnlyCollection<string> Heard => heard;

        public void Hear(string text) => heard.Enqueue(text);

        public ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Hear(formatter(state, exception) + exception);

        public void Dispose()
        {
            activities.Dispose();
            meters.Dispose();
        }
    }
}
