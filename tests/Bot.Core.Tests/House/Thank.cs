using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Members;

/// <summary>Somebody is thanked.</summary>
/// <param name="Who">Who is.</param>
/// <param name="By">Who thanks.</param>
public sealed record Thanked(string Who, string By) : Says;

/// <summary>Thanks a member in front of everybody.</summary>
public sealed record Thank(Person Whom) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn) => new Thanked(Whom.Member.Name, turn.Member.Name);
}
