using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Votes: what is typed behind the code, or what a button of the card says.</summary>
[Untyped]
[HeardBy(Audience.Asker, IsPersonal = false)]
public sealed record GiveBallot(Proposal On, string Text) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn) => Casting.Cast(On.Decision, Text, turn);
}
