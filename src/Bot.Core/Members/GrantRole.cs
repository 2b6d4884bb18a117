using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Members;

/// <summary>A role was given.</summary>
/// <param name="Who">To whom.</param>
/// <param name="Role">Its name.</param>
public sealed record RoleGiven(string Who, Says Role) : Says;

/// <summary>Roles were given back.</summary>
/// <param name="Who">By whom.</param>
public sealed record RolesGivenBack(string Who) : Says;

/// <summary>Somebody who can't write to the bot can't have a role.</summary>
/// <param name="Who">They.</param>
public sealed record NoAccount(string Who) : Says;

/// <summary>Asked before somebody gives their own role away.</summary>
public sealed record GiveOwnRoleBack : Says;

/// <summary>A role that was named; none gives all back.</summary>
/// <param name="Role">The role, or null for none.</param>
public sealed record RoleName(Role? Role) : IReadable<RoleName>
{
    /// <inheritdoc/>
    public static RoleName? Read(Words words, Asked how, Turn turn)
    {
        var texts = turn.Parts.Texts;
        for (var i = 0; i < words.Left.Count; i++)
        {
            foreach (var role in Enum.GetValues<Role>().Select(role => (Role?)role).Append(null))
            {
                if (texts.Words($"Role.{role?.ToString() ?? "None"}.names").Contains(words.Left[i].Folded))
                {
                    words.Take(i, 1);
                    return new RoleName(role);
                }
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public static IReadOnlyList<Way> Proposals(Turn turn) =>
        [.. Enum.GetValues<Role>().Select(role => new Way(Permission.NameOf(role), turn.Parts.Texts.Words($"Role.{role}.names")[0]))];
}

/// <summary>Gives a member a role, or takes it back.</summary>
[Needs(Memory.Role.Coordination)]
public sealed record GrantRole(RoleName Role, Person Member) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var member = Member.Member;
        if (Role.Role is { } role)
        {
            if (!turn.HasAccount(member))
            {
                throw new Refusal(new NoAccount(member.Name));
            }

            turn.Keep(member with { Roles = member.Roles.Add(role) });
            return new RoleGiven(member.Name, Permission.NameOf(role));
        }

        turn.Keep(member with { Roles = [] });
        Permission.RefuseIfNobodyIsLeft(turn);
        if (member.Id == turn.Member.Id)
        {
            turn.Confirm(new GiveOwnRoleBack());
        }

        return new RolesGivenBack(member.Name);
    }
}
