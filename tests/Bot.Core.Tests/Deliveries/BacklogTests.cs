using System.Runtime.CompilerServices;
using Bot.Adapters.Sqlite;
using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Tests.Replay;
using Bot.Core.Turns;
using Bot.Host;
using Bot.Host.Replay;
using Bot.Tests;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using Xunit.Abstractions;

namespace Bot.Core.Tests.Deliveries;

/// <summary>What waits for a bot that comes back after a week off.</summary>
public sealed class BacklogTests(ITestOutputHelper output) : IDisposable
{
    private const int Messages = 10_000;
    private const int People = 20;
    private static readonly Place[] Places =
        [Village.Group("garden"), Village.Group("garden", "kitchen"), Village.Group("mill"), Village.Group("dairy"), Village.Group("bakery")];

    private readonly string folder = Directory.CreateTempSubdirectory("backlog-").FullName;

    [Fact]
    public async Task Ten_thousand_messages_after_a_week_off_are_all_dealt_with_in_order_and_none_is_held_afterwards()
    {
        var time = new ManualTime(PostOffice.Noon);
        var said = Places.ToDictionary(place => place, _ => new List<int>());
        var slate = new Backlog(sending =>
        {
            // A hundred messages a second, so that notes are written as they are in life.
            time.MoveTo(time.GetCurrentInstant() + Duration.FromMilliseconds(10));
            said[sending.Message.To].Add(NumberIn(sending.Message.Text));
        });
        var store = SqliteStore.Open(Path.Combine(folder, "babillard.db"), time);
        var titles = new Dictionary<Place, List<int>>();
        await using (var bot = new Babillard(
            store, [slate], Playing.Parts, time, Bytes, new Defaults("fr", "Europe/Paris"), NullLoggerFactory.Instance))
        {
            await bot.Run(CancellationToken.None);
            await Waiting.Until(() => slate.StillHeld() < People);
            foreach (var coop in Places.GroupBy(place => store.CoopOf(place)!))
            {
                var actions = Coop.From(coop.Key, store.Load(coop.Key)).All<Actions.CoopAction>().Select(action => NumberIn(action.Title)).ToList();
                foreach (var place in coop)
                {
                    titles[place] = [.. actions.Where(number => PlaceOf(number) == place)];
                }
            }

            Assert.Empty(store.UnsentPlaces());
        }

        foreach (var place in Places)
        {
            var expected = Enumerable.Range(0, Messages).Where(number => PlaceOf(number) == place).ToList();
            Assert.Equal(expected, titles[place]);
            Assert.Equal(expected, said[place]);
        }

        Assert.Equal(1, slate.Inner.MostAtOnce);
        output.Count($"{Messages} messages waiting: {titles.Values.Sum(each => each.Count)} kept, {said.Values.Sum(each => each.Count)} answered, in order.");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static Place PlaceOf(int number) => Places[number * 7 % Places.Length];

    private static int NumberIn(string text) =>
        int.Parse(System.Text.RegularExpressions.Regex.Match(text, "(?<=tâche )[0-9]+", default, TimeSpan.FromSeconds(5)).Value, null);

    private static int drawn;

    private static byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        BitConverter.TryWriteBytes(bytes, Interlocked.Increment(ref drawn));
        return bytes;
    }

    /// <summary>Hands over all that waited without waiting for any of it, and keeps none of it.</summary>
    private sealed class Backlog(Action<Sending> onSend) : IChatPlatform
    {
        private readonly List<WeakReference> handedOver = [];

        public Slate Inner { get; } = new() { Remembers = false };

        public string Name => Inner.Name;

        public Capabilities CapabilitiesOf(Place place) => Inner.Abilities;

        public int StillHeld()
        {
            GC.Collect();
            return handedOver.Count(each => each.IsAlive);
        }

        public async Task Listen(IListener listener, CancellationToken stop)
        {
            var hearing = Enumerable.Range(0, Messages).Select(number => HandOver(listener, number)).ToList();
            listener.CaughtUp();
            await Task.WhenAll(hearing);
        }

        public Task<Sent> Send(Outgoing message, string? edits, CancellationToken stop)
        {
            lock (onSend)
            {
                onSend(new Sending(message, edits));
            }

            return Inner.Send(message, edits, stop);
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        private Task HandOver(IListener listener, int number)
        {
            var who = $"p{number % People}";
            var when = PostOffice.Noon - Duration.FromDays(7) + Duration.FromMinutes(number);
            var message = new Said(
                $"slate:{number}", PlaceOf(number), new Speaker(new Account("slate", who), who), when, $"{number}", $"/action tâche {number}");
            handedOver.Add(new WeakReference(message));
            return listener.Hear(message);
        }
    }
}
