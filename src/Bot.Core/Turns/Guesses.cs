using Bot.Core.Chat;
using NodaTime;

namespace Bot.Core.Turns;

/// <summary>
/// How often each account showed a code that was none. Nothing of it is kept: strangers are never written down, and a code is too long
/// to be guessed between two restarts.
/// </summary>
internal sealed class Guesses
{
    /// <summary>After so many, no code of that account is looked up for a while.</summary>
    public const int Most = 5;

    private const int MostAccounts = 10_000;
    private readonly Dictionary<Account, List<(string Key, Instant At)>> wrong = [];

    /// <summary>Whether an account has to wait before it can show another code.</summary>
    public bool AreSpent(Account account, Instant now)
    {
        lock (wrong)
        {
            return wrong.TryGetValue(account, out var guesses) && guesses.Count(guess => guess.At > now - LinkCode.Lasts) >= Most;
        }
    }

    /// <summary>Notes a wrong one; told twice, it counts once.</summary>
    public void Note(Account account, string key, Instant now)
    {
        lock (wrong)
        {
            if (!wrong.TryGetValue(account, out var guesses))
            {
                MakeRoom();
                wrong[account] = guesses = [];
            }

            guesses.RemoveAll(guess => guess.Key == key || guess.At <= now - LinkCode.Lasts);
            guesses.Add((key, now));
        }
    }

    private void MakeRoom()
    {
        if (wrong.Count >= MostAccounts)
        {
            wrong.Clear();
        }
    }
}
