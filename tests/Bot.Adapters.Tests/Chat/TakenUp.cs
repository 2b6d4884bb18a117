using Bot.Core.Chat;

namespace Bot.Adapters.Tests.Chat;

/// <summary>A platform whose stream was left somewhere: who listens hears what came since, each time anew.</summary>
/// <param name="platform">The platform.</param>
/// <param name="position">Where it was left.</param>
internal sealed class TakenUp(IChatPlatform platform, string position) : IChatPlatform
{
    public string Name => platform.Name;

    public Capabilities CapabilitiesOf(Place place) => platform.CapabilitiesOf(place);

    public Task Listen(IListener listener, CancellationToken stop) => platform.Listen(new Returning(listener, position), stop);

    public Task<Sent> Send(Outgoing message, string? edits, CancellationToken stop) => platform.Send(message, edits, stop);

    private sealed class Returning(IListener listener, string position) : IListener
    {
        public string? Cursor => listener.Cursor ?? position;

        public Task Hear(Incoming incoming) => listener.Hear(incoming);

        public Task Moved(string key, Place from, Place to) => listener.Moved(key, from, to);

        public void CaughtUp() => listener.CaughtUp();

        public Task Advance(string cursor) => listener.Advance(cursor);
    }
}
