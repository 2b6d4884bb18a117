using Bot.Core.Chat;
using Bot.Core.Memory;

namespace Bot.Core.Turns;

/// <summary>
/// While a coop begins in a conversation, what else is said there waits in line: two first messages must not begin two coops,
/// nor overtake each other.
/// </summary>
internal sealed class Births
{
    private readonly Dictionary<Place, (Lane Lane, int Guests)> lanes = [];

    /// <summary>Joins the line of a conversation; null when its coop is known and nobody is in line.</summary>
    public Lane? Join(Place conversation, bool isKnown)
    {
        lock (lanes)
        {
            if (!lanes.TryGetValue(conversation, out var line) && isKnown)
            {
                return null;
            }

            lanes[conversation] = line = (line.Lane ?? new Lane(), line.Guests + 1);
            return line.Lane;
        }
    }

    /// <summary>Leaves the line.</summary>
    public void Leave(Place conversation)
    {
        lock (lanes)
        {
            var (lane, guests) = lanes[conversation];
            if (guests == 1)
            {
                lanes.Remove(conversation);
            }
            else
            {
                lanes[conversation] = (lane, guests - 1);
            }

            lane.Leave();
        }
    }
}
