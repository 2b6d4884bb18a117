using Bot.Adapters.Terminal;
using Bot.Adapters.Tests.Chat;
using Bot.Adapters.Tests.Stores;
using Bot.Core.Chat;

namespace Bot.Adapters.Tests.Terminal;

/// <summary>A table with one keyboard, around which Lina (whose login it is) and others sit.</summary>
internal sealed class Table : IDisposable
{
    public static readonly Place Group = new("terminal", "terminal", "maison");

    private readonly Typed typed = new();
    private readonly StringWriter output = new();
    private readonly StringWriter hints = new();
    private int said;

    /// <summary>Whether somebody types, rather than a file being read.</summary>
    public bool IsInteractive { get; init; } = true;

    /// <summary>Whether the screen can show styles.</summary>
    public bool Colours { get; init; }

    /// <summary>What the bot does when it hears something.</summary>
    public Func<Table, Incoming, Task> Bot { get; init; } = (_, _) => Task.CompletedTask;

    /// <summary>What is awaited before each line.</summary>
    public Func<Task> Settled { get; init; } = () => Task.CompletedTask;

    /// <summary>The conversation as it stands on the screen.</summary>
    public string Screen => output.ToString();

    /// <summary>What was said beside the conversation.</summary>
    public string Hints => hints.ToString();

    public TerminalPlatform Platform => field ??= new TerminalPlatform(
        typed, output, hints, new HandClock(), new TerminalSettings(7, "lina") { IsInteractive = IsInteractive, Colours = Colours }, Settled);

    /// <summary>The private chat of somebody.</summary>
    public static Place Alone(string who) => Group with { Id = "@" + who };

    /// <summary>People type these lines; returns what the bot heard.</summary>
    public async Task<IReadOnlyList<Incoming>> Type(params string[] lines)
    {
        typed.Add(lines);
        var listener = new Listening { Then = incoming => Bot(this, incoming) };
        await Platform.Listen(listener, CancellationToken.None);
        return listener.Heard;
    }

    /// <summary>The bot says something.</summary>
    public async Task<string> Say(Place to, string text, params string[] buttons)
    {
        var sent = await Platform.Send(Message(to, text, buttons), edits: null, CancellationToken.None);
        return Assert.IsType<Sent.Shown>(sent).MessageId;
    }

    /// <summary>The bot says something about a code.</summary>
    public async Task<string> SayAbout(string code, Place to, string text, params string[] buttons)
    {
        var sent = await Platform.Send(Message(to, text, buttons) with { Subject = code }, edits: null, CancellationToken.None);
        return Assert.IsType<Sent.Shown>(sent).MessageId;
    }

    /// <summary>The bot edits what it said.</summary>
    public Task<Sent> Edit(string message, Place to, string text, params string[] buttons) =>
        Platform.Send(Message(to, text, buttons) with { Replaces = "1" }, message, CancellationToken.None);

    public void Dispose()
    {
        typed.Dispose();
        output.Dispose();
        hints.Dispose();
    }

    private Outgoing Message(Place to, string text, string[] buttons) => new($"out-{++said}", to, text)
    {
        Buttons = [.. buttons.Select(label => new Button($"token-{said}-{label}", label))],
    };

    /// <summary>Lines that end when all are read.</summary>
    private sealed class Typed : TextReader
    {
        private readonly Queue<string> lines = new();

        public void Add(string[] more) => Array.ForEach(more, lines.Enqueue);

        public override string? ReadLine() => lines.TryDequeue(out var line) ? line : null;
    }
}
