using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>Something only some may do.</summary>
/// <param name="Role">The role it takes.</param>
/// <param name="Who">Who has it.</param>
public sealed record OnlyFor(Says Role, IReadOnlyList<string> Who) : Says;

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

    public static IEnumerable<Member> HoldersOf(Role role, IRecords records) =>
        records.Live<Member>().Where(member => member.Roles.Contains(role));

    public static Says NameOf(Role role) => new Prompt($"Role.{role}");
}
