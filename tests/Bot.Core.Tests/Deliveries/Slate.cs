using Bot.Core.Chat;

namespace Bot.Core.Tests.Deliveries;

/// <summary>Something the bot handed over to be shown.</summary>
internal sealed record Sending(Outgoing Message, string? Edits);

/// <summary>A platform that does what a test tells it to do with each message. It outlives the bot's restarts, as a real one does.</summary>
internal sealed class Slate : IChatPlatform
{
    public const string PlatformName = "slate";

    private readonly Lock gate = new();
    private readonly List<Sending> sendings = [];
    private readonly List<(Place Place, string Text)> shown = [];
    private readonly Dictionary<string, string> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<Place, int> underWay = [];
    private int answered;

    public string Name => PlatformName;

    public Capabilities Abilities { get; init; } = new(Buttons: true, Edits: true, Whispers: false, IdempotentSends: true);

    /// <summary>What becomes of a message; null shows it.</summary>
    public Func<Sending, Sent?> Answer { get; set; } = _ => null;

    /// <summary>What a message is kept waiting for before anything becomes of it.</summary>
    public Func<Sending, Task> Hold { get; set; } = _ => Task.CompletedTask;

    /// <summary>Whether everything that was handed over is remembered; a long test would keep it all in memory.</summary>
    public bool Remembers { get; init; } = true;

    /// <summary>The most messages of one conversation that were handed over at the same time.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>All that was handed over, attempt by attempt.</summary>
    public IReadOnlyList<Sending> Sendings
    {
        get
        {
            lock (gate)
            {
                return [.. sendings];
            }
        }
    }

    /// <summary>How many attempts have been answered: what a later change of the clock can't change any more.</summary>
    public int Answered
    {
        get
        {
            lock (gate)
            {
                return answered;
            }
        }
    }

    public Capabilities CapabilitiesOf(Place place) => Abilities;

    public Task Listen(IListener listener, CancellationToken stop)
    {
        listener.CaughtUp();
        return Task.CompletedTask;
    }

    /// <summary>What people read in a conversation: each post and each edit, in order.</summary>
    public IReadOnlyList<string> ReadIn(Place place)
    {
        lock (gate)
        {
            return [.. shown.Where(each => each.Place == place).Select(each => each.Text)];
        }
    }

    /// <summary>The platform's id of the message that reads so.</summary>
    public string MessageReading(string text)
    {
        lock (gate)
        {
            return taken[sendings.Last(each => each.Message.Text.Contains(text, StringComparison.Ordinal)).Message.Id];
        }
    }

    public async Task<Sent> Send(Outgoing message, string? edits, CancellationToken stop)
    {
        var sending = new Sending(message, edits);
        lock (gate)
        {
            if (Remembers)
            {
                sendings.Add(sending);
            }

            var now = underWay[message.To] = underWay.GetValueOrDefault(message.To) + 1;
            MostAtOnce = Math.Max(MostAtOnce, now);
        }

        try
        {
            await Hold(sending).WaitAsync(stop);
            return Answer(sending) ?? Show(sending);
        }
        finally
        {
            lock (gate)
            {
                underWay[message.To]--;
                answered++;
            }
        }
    }

    /// <summary>Shows a message; where sends are idempotent, once however often it is handed over.</summary>
    public Sent Show(Sending sending)
    {
        lock (gate)
        {
            if (!Abilities.IdempotentSends || !taken.ContainsKey(sending.Message.Id))
            {
                shown.Add((sending.Message.To, sending.Message.Text));
                taken[sending.Message.Id] = sending.Edits ?? $"p{shown.Count}";
            }

            return new Sent.Shown(taken[sending.Message.Id]);
        }
    }
}
