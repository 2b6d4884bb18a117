using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>Something only some may do.</summary>
/// <param name="Role">The role it takes.</param>
/// <param name="Who">Who has it.</param>
public sealed record OnlyFor(Says Role, IReadOnlyList<string> Who) : Says;

/// <summary>Nobody would be left with a role that somebody must have.</summary>
/// <param name="Role">The role's name.</param>
public sealed record LastOne(Says Role) : Says;

/// <summary>The one place where rights are checked.</summary>
internal static class Permission
{
    public static void Check(Role role, Turn turn)
    {
        if (!turn.Member.Roles.Contains(role))
        {
            throw new Refusal(new OnlyFor(NameOf(role), [.. HoldersOf(role, turn).Select(member => member.Name)]));
        }
    }

    /// <summary>Whatever is taken back or given away, somebody who can write to the bot must be able to settle things.</summary>
    /// <exception cref="Refusal">Nobody would be left.</exception>
    public static void RefuseIfNobodyIsLeft(Turn turn)
    {
        if (!HoldersOf(Role.Coordination, turn).Any(turn.HasAccount))
        {
            throw new Refusal(new LastOne(NameOf(Role.Coordination)));
        }
    }

    public static IEnumerable<Member> HoldersOf(Role role, IRecords records) =>
        records.Live<Member>().Where(member => member.Roles.Contains(role));

    public static Says NameOf(Role role) => new Prompt($"Role.{role}");
}
