using System.Globalization;
using Bot.Adapters.Matrix;
using Bot.Adapters.Tests.Chat;
using Bot.Core.Chat;
using Bot.Core.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Bot.EndToEnd.Tests;

/// <summary>What every chat platform must do, on a real homeserver.</summary>
[Collection(nameof(OneVillage))]
public sealed class SynapseContract(OneVillage one) : ChatPlatformContract
{
    private static int accounts;
    private readonly Village village = one.Village;
    private readonly Dictionary<string, Garden> gardens = new(StringComparer.Ordinal);

    // Whoever opens the same far side twice comes back to the same room, where the same was said.
    protected override FarSide Open(IReadOnlyList<string> written)
    {
        var said = string.Join('\n', written);
        var garden = gardens.TryGetValue(said, out var known) ? known : gardens[said] = Garden.Begin(village, ++accounts, written).GetAwaiter().GetResult();
        return new Visit(village, garden);
    }

    /// <summary>A room of Lina's, with a bot of its own in it.</summary>
    private sealed record Garden(string Room, string Bot, string Token, string Position)
    {
        public static async Task<Garden> Begin(Village village, int number, IReadOnlyList<string> written)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"jardin{number}");
            var bot = $"@{name}:test.local";
            var token = await village.People.Ask<string>("account", name, new { password = "pw" });
            var room = await village.People.Ask<string>("make", "Lina", new { name, invite = new[] { bot } });

            // What was said before the bot came in is nothing to it.
            using var platform = Visit.Reach(village, token, around: null);
            using var stop = new CancellationTokenSource();
            string? before = null;
            Listening arriving = null!;
            arriving = new Listening { Awaited = 1, Then = _ => Task.FromResult(before = arriving.Cursor) };
            var listening = platform.Listen(arriving, stop.Token);
            await arriving.HeardEnough;
            await Village.Until(() => arriving.Cursor != before);
            await stop.CancelAsync();
            await listening;
            foreach (var line in written)
            {
                await village.People.Ask<string>("say", "Lina", new { room, text = line });
            }

            return new Garden(room, bot, token, arriving.Cursor!);
        }
    }

    private sealed class Visit : FarSide
    {
        private readonly Village village;
        private readonly Garden garden;
        private readonly Wire wire;
        private readonly MatrixPlatform platform;
        private readonly CancellationTokenSource stop = new();
        private bool isGone;

        public Visit(Village village, Garden garden)
        {
            (this.village, this.garden) = (village, garden);
            wire = new Wire(() => village.Time.GetCurrentInstant().ToUnixTimeMilliseconds());
            platform = Reach(village, garden.Token, wire);
            Platform = new TakenUp(platform, garden.Position);
            Group = new Place("matrix", garden.Bot, garden.Room);
            var listener = new Listening();
            _ = Platform.Listen(listener, stop.Token);
            listener.HasCaughtUp.GetAwaiter().GetResult();
        }

        public override IChatPlatform Platform { get; }

        public override Place Group { get; }

        public override string Shown => string.Join('\n', village.People.Ask<IReadOnlyList<Seen>>(
            "read", "Lina", new { room = garden.Room, of = garden.Bot, events = wire.Sent.Select(each => each.Event) }).GetAwaiter().GetResult().Select(seen => $"{seen.Name} {seen.Text}"));

        public static MatrixPlatform Reach(Village village, string token, Wire? around) => new(
            new MatrixSettings(village.Synapse.Root, token, ["*"]) { BetweenCardEdits = Duration.Zero }, village.Time, NullLogger<MatrixPlatform>.Instance, around);

        public override void GoAway()
        {
            isGone = true;
            village.Synapse.Stop().GetAwaiter().GetResult();
        }

        protected override void Dispose(bool disposing)
        {
            stop.Cancel();
            platform.Dispose();
            stop.Dispose();
            if (isGone)
            {
                village.Synapse.Start().GetAwaiter().GetResult();
            }
        }
    }
}
