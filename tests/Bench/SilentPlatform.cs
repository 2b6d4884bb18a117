using System.Globalization;
using Bot.Core.Chat;

namespace Bench;

/// <summary>A platform that shows everything to nobody, at once: what is measured is the bot.</summary>
internal sealed class SilentPlatform : IChatPlatform
{
    /// <summary>Its name.</summary>
    public const string PlatformName = "silent";

    private static readonly Capabilities All = new(Buttons: true, Edits: true, Whispers: true, IdempotentSends: false);
    private long shown;

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <summary>What was said last, to see that turns do what they are measured for.</summary>
    public string LastText { get; private set; } = "";

    /// <summary>The newest message with buttons, to press them.</summary>
    public (string MessageId, IReadOnlyList<Button> Buttons)? LastButtons { get; private set; }

    /// <inheritdoc/>
    public Capabilities CapabilitiesOf(Place place) => All;

    /// <inheritdoc/>
    public Task Listen(IListener listener, CancellationToken stop) => Task.Delay(Timeout.Infinite, stop);

    /// <inheritdoc/>
    public Task<Sent> Send(Outgoing message, string? edits, CancellationToken stop)
    {
        LastText = message.Text;
        var id = edits ?? Interlocked.Increment(ref shown).ToString(CultureInfo.InvariantCulture);
        LastButtons = message.Buttons.Count > 0 ? (id, message.Buttons) : LastButtons;
        return Task.FromResult<Sent>(new Sent.Shown(id));
    }
}
