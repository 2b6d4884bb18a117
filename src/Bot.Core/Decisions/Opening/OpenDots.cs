using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Has people give points to options; what gets most is chosen. With the code of one in front, answers it.</summary>
public sealed record OpenDots(ThatVote? On = null, PointsEach? Points = null, Delay? Until = null, string? Text = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn) => Voted.OnOptions<OpenDots>(Text, On, Until, new Terms { Manner = Manner.Dots, Points = Points?.Count ?? ByDots.UsualPoints, Cap = Points?.Cap ?? 0 }, turn);
}
