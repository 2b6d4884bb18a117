using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Members;

/// <summary>Who may do what beyond the ordinary acts.</summary>
/// <param name="Lines">One role each.</param>
public sealed record WhoMay(IReadOnlyList<Says> Lines) : Says;

/// <summary>One role, on a line.</summary>
/// <param name="Role">Its name.</param>
/// <param name="Who">Who has it.</param>
/// <param name="Commands">What it takes to type them.</param>
public sealed record RoleHeldBy(Says Role, IReadOnlyList<string> Who, IReadOnlyList<string> Commands) : Says;

/// <summary>Shows who may do what beyond the ordinary acts, which are open to all.</summary>
public sealed record ShowRights : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn) => new WhoMay([.. Enum.GetValues<Role>().Select(role => Line(role, turn))]);

    private static RoleHeldBy Line(Role role, Turn turn)
    {
        var book = turn.Parts.Commands;
        var language = turn.VoiceIn(turn.Room).Language;
        var commands = book.Entries.Where(entry => entry.IsTyped && entry.Needs?.Role == role).Select(entry => "/" + book.NamesOf(entry, language)[0]);
        return new RoleHeldBy(Permission.NameOf(role), [.. Permission.HoldersOf(role, turn).Select(member => member.Name)], [.. commands]);
    }
}
