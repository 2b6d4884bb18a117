using Bot.Core.Facts;
using Bot.Core.Memory;

namespace Bot.Core.Turns;

/// <summary>What the Postman has to tell: for some subjects it matters that people were told.</summary>
public sealed partial class Conversation
{
    /// <summary>
    /// Something that must not get lost was shown; those whom it matters to may go on. When the process dies before this is kept, nothing
    /// is lost: the message stands among those that were shown.
    /// </summary>
    /// <param name="row">What was shown.</param>
    public async Task Shown(Unsent row)
    {
        using var guest = await coops.Enter(row.Coop);
        await Attempt(guest, () =>
        {
            var now = time.GetCurrentInstant();
            var turn = new Turn(guest.Coop, store, parts, $"shown:{row.Message.Id}", now, now);
            turn.Raise(new MessageWasShown(row.Message.Subject!));
            parts.Reactions.Deliver(turn.Facts, turn);
            return turn.Staged.Changed.Any() ? JobTurn.Close(turn, guest.Coop, CapabilitiesOf, nameof(Shown)) : null;
        });
    }
}
