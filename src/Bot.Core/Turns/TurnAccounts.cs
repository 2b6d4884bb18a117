using Bot.Core.Chat;
using Bot.Core.Memory;

namespace Bot.Core.Turns;

/// <summary>The accounts of who speaks, and how another one becomes theirs.</summary>
public sealed partial class Turn
{
    private readonly List<TokenEntry> codes = [];
    private Speaker? speaker;

    /// <summary>Who speaks, as their platform names them; null in a job's turn.</summary>
    internal Speaker? Speaker => speaker;

    /// <summary>The links that open a private chat with the bot and hand something over there, on each platform that has some.</summary>
    internal Func<string, IReadOnlyList<string>> WaysIn { get; init; } = _ => [];

    /// <summary>Codes that this turn gives, or makes worthless.</summary>
    internal IReadOnlyList<TokenEntry> Codes => codes;

    /// <summary>The accounts that speak for a member.</summary>
    internal IEnumerable<Account> AccountsOf(int person) => coop.Accounts.Where(entry => entry.Member == person).Select(entry => entry.Account);

    /// <summary>For whom an account speaks in this coop; null for a stranger's.</summary>
    internal int? PersonOf(Account account) => coop.Accounts.FirstOrDefault(entry => entry.Account == account)?.Member;

    /// <summary>Gives somebody a code that one can show from another account.</summary>
    /// <param name="person">For whom that account speaks from then on.</param>
    internal string GiveCode(Member person)
    {
        var code = LinkCode.Make(coop.Secret, Key);
        codes.Add(new TokenEntry(code, coop.Id, Json.WriteText(new ButtonMeaning(Intent!)), person.Id, Now + LinkCode.Lasts));
        return code;
    }

    /// <summary>The command by which a code was given; null for what is none.</summary>
    internal string? CommandThatGave(string typed) =>
        LinkCode.Read(typed) is { } code && store.FindToken(code) is { } entry ? Json.Read<ButtonMeaning>(entry.Intent).Intent.Command : null;

    /// <summary>Makes a code worthless; false when it is already.</summary>
    internal bool Spend(string typed)
    {
        if (LinkCode.Read(typed) is not { } code || store.FindToken(code) is not { } entry || !LinkCode.IsGood(entry, Now))
        {
            return false;
        }

        codes.Add(entry with { Member = null });
        return true;
    }

    /// <summary>Tells a member something through one of their accounts.</summary>
    internal void TellThrough(Account through, Member to, Texts.Says says, OutgoingKind kind) => told.Add(new Told(to, null, says, kind) { Through = through });
}
