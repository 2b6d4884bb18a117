using Bot.Core.Chat;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Bot.Adapters.Matrix;

/// <summary>
/// Matrix, through the client-server API of a homeserver (https://spec.matrix.org/v1.19/client-server-api/): rooms, their threads, chats with one
/// person, and, through bridges, groups of other networks. Rooms that are encrypted cannot be read, and are told so: all that is read passes
/// <see cref="EventReader"/>, and all that is said passes <see cref="Sender"/>, which is where encryption would come.
/// </summary>
public sealed partial class MatrixPlatform : IChatPlatform, IDisposable
{
    /// <summary>The platform's name.</summary>
    internal const string PlatformName = "matrix";

    /// <summary>What to tell an operator whose token the homeserver does not know.</summary>
    internal const string UnknownToken = "The homeserver does not know the token (Matrix:Token), or not any more. Make a new one: babillard matrix-login.";

    // An exclamation mark, since some apps keep lines that begin with a slash to themselves.
    private const char Prefix = '!';
    private static readonly Duration BeforeWeKnowUs = Duration.FromSeconds(1);
    private readonly MatrixSettings settings;
    private readonly TimeProvider time;
    private readonly ILogger<MatrixPlatform> log;
    private readonly MatrixClient client;
    private readonly Asking asking;
    private volatile Presence? here;

    /// <summary>Makes it ready; nothing is asked of the homeserver yet.</summary>
    /// <param name="settings">How Matrix is reached.</param>
    /// <param name="time">The clock that was handed in.</param>
    /// <param name="log">For the operator: never what members write, never the token.</param>
    public MatrixPlatform(MatrixSettings settings, TimeProvider time, ILogger<MatrixPlatform> log)
        : this(settings, time, log, around: null)
    {
    }

    /// <summary>The same, with something between the bot and the network.</summary>
    internal MatrixPlatform(MatrixSettings settings, TimeProvider time, ILogger<MatrixPlatform> log, DelegatingHandler? around)
    {
        this.settings = settings;
        this.time = time;
        this.log = log;
        client = new MatrixClient(settings.Homeserver, settings.Token, around);
        asking = new Asking(client, time, failure => LogNoAnswer(failure.Description));
    }

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <summary>
    /// Nobody has buttons. Messages can be edited, unless other networks show them: there, what is said is said. A private chat is never bridged
    /// to an unknown network by the bot itself, but may be one.
    /// </summary>
    /// <param name="place">A place.</param>
    public Capabilities CapabilitiesOf(Place place)
    {
        var rooms = here?.Rooms;
        var room = rooms is null ? null : Rooms.IsPerson(place) ? rooms.ChatWith(place.Id) : rooms.Of(place.Id);
        var isBridged = room?.IsBridged == true;
        return new Capabilities(Buttons: false, Edits: !isBridged, Whispers: false, IdempotentSends: true)
        {
            Prefix = Prefix,
            Polls = !isBridged && !Rooms.IsPerson(place),
        };
    }

    /// <inheritdoc/>
    public async Task Listen(IListener listener, CancellationToken stop)
    {
        try
        {
            var me = await Introduce(stop);
            using var now = await Look(me, stop);
            here = now;
            LogListening(me);
            await Hear(now, listener, stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Being stopped is an end like any other.
        }
    }

    /// <inheritdoc/>
    public async Task<Sent> Send(Outgoing message, string? edits, CancellationToken stop)
    {
        try
        {
            return here is { } present ? await present.Sender.Send(message, edits, stop) : new Sent.RetryAt(Instant.FromDateTimeOffset(time.GetUtcNow()) + BeforeWeKnowUs);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new Sent.Uncertain("The bot was stopped meanwhile.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    // Before it knows who it is, the bot must not hear: it would answer itself, without end.
    private async Task<string> Introduce(CancellationToken stop) =>
        (await asking.For(() => client.WhoAmI(stop), stop))?.UserId
        ?? throw new PlatformRefusedException($"There is no homeserver at {settings.Homeserver} (Matrix:Homeserver), or it says no to the bot.");

    [LoggerMessage(Level = LogLevel.Information, Message = "Listening on Matrix as {Bot}.")]
    private partial void LogListening(string bot);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The homeserver does not answer as it should: {Why} It is asked again.")]
    private partial void LogNoAnswer(string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "So much was written in a room while the bot was away that it did not read all of it.")]
    private partial void LogTooMuch();

    /// <summary>What the bot knows while it is there, and who does what with it.</summary>
    private sealed record Presence(Rooms Rooms, string Filter, EventReader Reader, Sender Sender, DirectChats Chats, Invitations Invitations) : IDisposable
    {
        /// <summary>How things stood when it came.</summary>
        public required string Position { get; init; }

        public void Dispose() => Chats.Dispose();
    }
}
