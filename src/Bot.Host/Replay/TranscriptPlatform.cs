using System.Globalization;
using Bot.Core.Chat;

namespace Bot.Host.Replay;

/// <summary>
/// The platform of a transcript: a group of people, their private chats, and what the bot shows them. It outlives the bot's
/// restarts, as a real one does.
/// </summary>
/// <param name="header">What the transcript says it can do.</param>
public sealed class TranscriptPlatform(TranscriptHeader header) : IChatPlatform
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Sent> taken = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StandingMessage> standing = new(StringComparer.Ordinal);
    private readonly List<Arrival> arrivals = [];
    private readonly List<string> coops = [];
    private readonly HashSet<string> closed = new(StringComparer.Ordinal);

    /// <summary>Something the bot showed, as it came in.</summary>
    private sealed record Arrival(Outgoing Message, StandingMessage Standing, bool IsEdit, string Coop, long Turn, int Number);

    /// <inheritdoc/>
    public string Name => TranscriptPlaces.Platform;

    /// <summary>How its places are named.</summary>
    internal TranscriptPlaces Places { get; } = new(header.Groups);

    /// <summary>The messages of the bot, the newest first.</summary>
    internal IReadOnlyList<StandingMessage> Newest
    {
        get
        {
            lock (gate)
            {
                return [.. standing.Values.Where(message => message.Rank > 0).OrderByDescending(message => message.Rank)];
            }
        }
    }

    /// <inheritdoc/>
    public Capabilities CapabilitiesOf(Place place) => new(header.Buttons, header.Edits, header.Whispers, IdempotentSends: true) { Prefix = header.Prefix };

    /// <summary>Hands nothing over: who plays the transcript does.</summary>
    /// <param name="listener">Who would hear.</param>
    /// <param name="stop">Stops nothing.</param>
    public Task Listen(IListener listener, CancellationToken stop)
    {
        listener.CaughtUp();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<Sent> Send(Outgoing message, string? edits, CancellationToken stop)
    {
        lock (gate)
        {
            if (!taken.TryGetValue(message.Id, out var known))
            {
                taken[message.Id] = known = Take(message, edits);
            }

            return Task.FromResult(known);
        }
    }

    /// <summary>Whether the bot may write to somebody alone.</summary>
    internal bool HasPrivateChat(string name)
    {
        lock (gate)
        {
            return !closed.Contains(name);
        }
    }

    /// <summary>From now on the bot can, or can't, write to somebody alone.</summary>
    internal void SetPrivateChat(string name, bool isOpen)
    {
        lock (gate)
        {
            _ = isOpen ? closed.Remove(name) : closed.Add(name);
        }
    }

    /// <summary>
    /// What the bot has shown since this was last asked, in the order in which it was said: conversations are served side by
    /// side, so the order in which things come in means nothing.
    /// </summary>
    internal IReadOnlyList<BotMessage> TakeShown()
    {
        lock (gate)
        {
            coops.AddRange(arrivals.Select(arrival => arrival.Coop).Except(coops, StringComparer.Ordinal).Order(StringComparer.Ordinal));
            var inOrder = arrivals.OrderBy(arrival => coops.IndexOf(arrival.Coop)).ThenBy(arrival => arrival.Turn).ThenBy(arrival => arrival.Number).ToList();
            foreach (var post in inOrder.Where(arrival => !arrival.IsEdit))
            {
                post.Standing.Rank = standing.Count + 1;
            }

            arrivals.Clear();
            return [.. inOrder.Select(Written)];
        }
    }

    private Sent Take(Outgoing message, string? edits)
    {
        if (TranscriptPlaces.OwnerOf(message.To) is { } owner && closed.Contains(owner))
        {
            return new Sent.Refused($"{owner} has no private chat.");
        }

        if (edits is null)
        {
            var post = standing[message.Id] = new StandingMessage("shown-" + message.Id, message);
            Note(message, post, isEdit: false);
            return new Sent.Shown(post.Id);
        }

        if (!header.Edits || standing.Values.FirstOrDefault(each => each.Id == edits) is not { } edited)
        {
            return new Sent.Refused("There is no such message to edit.");
        }

        edited.Becomes(message);
        Note(message, edited, isEdit: true);
        return new Sent.Shown(edited.Id);
    }

    // An id is coop-turn-number; what is said past the outbox has another, and comes first.
    private void Note(Outgoing message, StandingMessage shown, bool isEdit)
    {
        var parts = message.Id.Split('-');
        var isOfOutbox = parts.Length == 3
            & long.TryParse(parts.ElementAtOrDefault(1), NumberStyles.None, CultureInfo.InvariantCulture, out var turn)
            & int.TryParse(parts.ElementAtOrDefault(2), NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        arrivals.Add(new Arrival(message, shown, isEdit, isOfOutbox ? parts[0] : "", turn, number));
    }

    private BotMessage Written(Arrival arrival) => new(
        TranscriptPlaces.Head(arrival.Message, arrival.IsEdit, arrival.Standing.Subject),
        arrival.Message.Text,
        header.Buttons ? [.. arrival.Message.Buttons.Select(button => button.Label)] : []);
}
