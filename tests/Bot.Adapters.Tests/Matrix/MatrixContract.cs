using Bot.Adapters.Matrix;
using Bot.Adapters.Tests.Chat;
using Bot.Core.Chat;
using Bot.Host.Replay;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Bot.Adapters.Tests.Matrix;

public sealed class MatrixContract : ChatPlatformContract
{
    protected override FarSide Open(IReadOnlyList<string> written)
    {
        var server = FakeHomeserver.Open().GetAwaiter().GetResult();
        var room = server.Room();
        var time = new ManualTime(Instant.FromUtc(2026, 11, 21, 10, 0));
        var platform = new MatrixPlatform(new MatrixSettings(server.Root, "token", ["*"]) { BetweenCardEdits = Duration.Zero }, time, NullLogger<MatrixPlatform>.Instance);
        return new Garden(server, platform, room, written);
    }

    private sealed class Garden : FarSide
    {
        private readonly FakeHomeserver server;
        private readonly MatrixPlatform platform;
        private readonly string room;
        private readonly CancellationTokenSource stop = new();

        // What was said before the bot's first day is nothing to it: it has been there once.
        public Garden(FakeHomeserver server, MatrixPlatform platform, string room, IReadOnlyList<string> written)
        {
            (this.server, this.platform, this.room) = (server, platform, room);
            Group = new Place("matrix", FakeHomeserver.Bot, room);
            var first = new Listening();
            _ = platform.Listen(first, stop.Token);
            first.HasCaughtUp.GetAwaiter().GetResult();
            Platform = new TakenUp(platform, first.Cursor!);
            foreach (var line in written)
            {
                server.Say(room, line);
            }
        }

        public override IChatPlatform Platform { get; }

        public override Place Group { get; }

        public override string Shown => string.Join('\n', server.Written(room).Select(each => (each["content"]!["m.new_content"] ?? each["content"])!).Select(content => $"{content["filename"]} {content["body"]}"));

        public override void GoAway() => server.Close().GetAwaiter().GetResult();

        protected override void Dispose(bool disposing)
        {
            stop.Cancel();
            platform.Dispose();
            stop.Dispose();
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }
}
