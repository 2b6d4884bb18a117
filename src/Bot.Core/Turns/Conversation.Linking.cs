using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;

namespace Bot.Core.Turns;

/// <summary>A code that nobody was given.</summary>
public sealed record UnknownCode : Says;

/// <summary>A code that has served.</summary>
public sealed record CodeHasServed : Says;

/// <summary>A code that came too late.</summary>
/// <param name="Minutes">How long it was good for.</param>
public sealed record CodeIsTooOld(int Minutes) : Says;

/// <summary>To somebody who showed many codes that were none.</summary>
/// <param name="Minutes">How long the bot looks at no other.</param>
public sealed record TooManyCodes(int Minutes) : Says;

/// <summary>What happens when somebody shows a code from another account.</summary>
public sealed partial class Conversation
{
    private readonly Guesses guesses = new();

    /// <summary>
    /// Runs what takes the code, in the coop of the code and for the member whose it is. A code that is none is told so past the outbox:
    /// nobody becomes a member by trying, and nothing of it is kept.
    /// </summary>
    private async Task Show(Incoming incoming, Intent intent)
    {
        var code = LinkCode.Read(intent.Words);
        var isSpent = guesses.AreSpent(incoming.By.Account, time.GetCurrentInstant());
        if (!isSpent && Good(code) is { } good)
        {
            using var guest = await coops.Enter(good.Coop);
            await Attempt(guest, () => Good(code) is { Member: { } whose } ? Deal(guest.Coop, incoming, intent, whose) : null);
        }

        // What was kept once, be it a moment ago in another turn, is told no more.
        if (store.Heard(incoming.Key))
        {
            return;
        }

        var minutes = (int)LinkCode.Lasts.TotalMinutes;
        if (!isSpent)
        {
            guesses.Note(incoming.By.Account, incoming.Key, time.GetCurrentInstant());
        }

        var known = isSpent || code is null ? null : store.FindToken(code);
        await Dismiss(incoming, isSpent ? new TooManyCodes(minutes) : known is null ? new UnknownCode() : known.Member is null ? new CodeHasServed() : new CodeIsTooOld(minutes));
    }

    private TokenEntry? Good(string? code) =>
        code is not null && store.FindToken(code) is { } entry && LinkCode.IsGood(entry, time.GetCurrentInstant()) ? entry : null;
}
