using System.Collections.Concurrent;
using Bot.Adapters.Terminal;
using Bot.Adapters.Tests.Chat;
using Bot.Adapters.Tests.Stores;
using Bot.Core.Chat;

namespace Bot.Adapters.Tests.Terminal;

public sealed class TerminalContract : ChatPlatformContract
{
    protected override FarSide Open(IReadOnlyList<string> written) => new SomebodyAtTheKeyboard(written);

    private sealed class SomebodyAtTheKeyboard : FarSide
    {
        private readonly OpenKeyboard keyboard = new();
        private readonly StringWriter output = new();

        public SomebodyAtTheKeyboard(IReadOnlyList<string> written)
        {
            foreach (var line in written)
            {
                keyboard.Type(line);
            }

            Platform = new TerminalPlatform(
                keyboard, output, TextWriter.Null, new HandClock(), new TerminalSettings(1, "lina") { IsInteractive = true }, () => Task.CompletedTask);
        }

        public override IChatPlatform Platform { get; }

        public override Place Group { get; } = new("terminal", "terminal", "maison");

        public override string Shown => output.ToString();

        public override void GoAway() => output.Dispose();

        protected override void Dispose(bool disposing)
        {
            keyboard.Dispose();
            output.Dispose();
        }
    }

    /// <summary>A keyboard at which somebody goes on sitting: its end never comes by itself.</summary>
    private sealed class OpenKeyboard : TextReader
    {
        private readonly BlockingCollection<string> lines = [];

        public void Type(string line) => lines.Add(line);

        public override string? ReadLine() => lines.TryTake(out var line, Timeout.Infinite) ? line : null;

        protected override void Dispose(bool disposing) => lines.CompleteAdding();
    }
}
