using Bot.Core.Memory;

namespace Bot.Core.Turns;

/// <summary>What the conversation does apart from hearing.</summary>
public sealed partial class Conversation
{
    /// <summary>
    /// Forgets a member: their name, their accounts, their own words. What they did stays, unsigned. Completes when nothing of it is
    /// left on the disk; a member who is unknown, or forgotten already, is no fault.
    /// </summary>
    /// <param name="coop">The coop's id.</param>
    /// <param name="member">The member's number.</param>
    public async Task Forget(string coop, int member)
    {
        using var guest = await coops.Enter(coop);
        for (var attempt = 1; Forgetting.Of(guest.Coop, store, parts, CapabilitiesOf, member, time.GetCurrentInstant()) is { } erasure; attempt++)
        {
            var outcome = await store.Erase(erasure);
            guest.Reload();
            if (outcome == CommitOutcome.Kept)
            {
                postman.Deliver(erasure.Commit);
                return;
            }

            if (attempt == Attempts)
            {
                throw new InvalidOperationException("The coop was changed by another process each time it was read.");
            }
        }
    }
}
