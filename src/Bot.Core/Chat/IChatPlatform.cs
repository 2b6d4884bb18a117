namespace Bot.Core.Chat;

/// <summary>What a room of a platform can show.</summary>
/// <param name="Buttons">Buttons under a message. Without them choices are printed with numbers.</param>
/// <param name="Edits">A message of the bot can be changed after it was posted.</param>
/// <param name="Whispers">One person of a room can be shown a message that the others do not see.</param>
/// <param name="IdempotentSends">Handing over the same <see cref="Outgoing.Id"/> twice shows it once.</param>
public sealed record Capabilities(bool Buttons, bool Edits, bool Whispers, bool IdempotentSends)
{
    /// <summary>What people type before a command there, and read in what the bot says; « / » and « ! » are understood everywhere.</summary>
    public char Prefix { get; init; } = '/';

    /// <summary>Whether the choices of a vote can also be shown as a poll of the platform's own (<see cref="Outgoing.Poll"/>).</summary>
    public bool Polls { get; init; }
}

/// <summary>A chat platform, as the bot needs it: one class per platform, held to the shared contract suite.</summary>
public interface IChatPlatform
{
    /// <summary>The platform's name: lower case, the same for ever, part of every stored place.</summary>
    string Name { get; }

    /// <summary>Whether the room can show buttons, edits, whispers. Asked for each thing to be said, so answer from memory.</summary>
    /// <param name="place">A place of this platform.</param>
    Capabilities CapabilitiesOf(Place place);

    /// <summary>
    /// A link that opens a private chat with the bot and hands something over there (<see cref="Opened.Payload"/>); null where the platform has
    /// no such links, or the bot does not know its own name yet.
    /// </summary>
    /// <param name="payload">At most 64 letters and digits.</param>
    Uri? WayIn(string payload) => null;

    /// <summary>
    /// Hands over what happens on the platform until it ends or is cancelled. Things are handed over in the order they
    /// happened, without waiting for one before handing over the next; the task that <see cref="IListener.Hear"/> returns
    /// completes when that one is dealt with and kept. A platform that keeps a position in a stream moves it
    /// (<see cref="IListener.Advance"/>) no further than the oldest one whose task has not completed.
    /// </summary>
    /// <param name="listener">Who hears.</param>
    /// <param name="stop">Stops listening; what was handed over is still finished by the listener.</param>
    /// <exception cref="PlatformRefusedException">The platform will not have the bot as it is configured.</exception>
    Task Listen(IListener listener, CancellationToken stop);

    /// <summary>
    /// Shows one message. Called for one Outgoing at a time per conversation, in order. Never throws for what the far side
    /// does: it answers with a <see cref="Sent"/>.
    /// </summary>
    /// <param name="message">What to show.</param>
    /// <param name="edits">The platform's id of the message that becomes this one, or null for a new message.</param>
    /// <param name="stop">Gives up; the outcome is then uncertain.</param>
    Task<Sent> Send(Outgoing message, string? edits, CancellationToken stop);
}

/// <summary>Who a platform hands things over to.</summary>
public interface IListener
{
    /// <summary>Deals with one thing that happened. Completes when what it changed is on the disk; never throws for a member's mistake.</summary>
    /// <param name="incoming">What happened.</param>
    Task Hear(Incoming incoming);

    /// <summary>
    /// The platform gave a conversation another id: all that belongs to it moves along, in one commit. Completes when it has.
    /// Messages that stood there can no longer be edited or replied to.
    /// </summary>
    /// <param name="key">As <see cref="Incoming.Key"/>: names the move, so that it happens once however often it is told.</param>
    /// <param name="from">The conversation as it was known, without thread.</param>
    /// <param name="to">The conversation as it is known from now on.</param>
    Task Moved(string key, Place from, Place to);

    /// <summary>Tells that what waited while the bot was away has been handed over: jobs that became due meanwhile may now run.</summary>
    void CaughtUp();

    /// <summary>Where the platform's stream was left, or null if it was never read.</summary>
    string? Cursor { get; }

    /// <summary>Keeps where the platform's stream may be taken up again.</summary>
    /// <param name="cursor">The new position.</param>
    Task Advance(string cursor);
}

/// <summary>A platform will not have the bot as it is configured; trying again changes nothing.</summary>
/// <param name="reason">What is wrong and what to do, in a sentence for the operator.</param>
public sealed class PlatformRefusedException(string reason) : Exception(reason);
