using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Asks which of several people prefer; decides nothing by itself. With the code of one in front, answers it.</summary>
public sealed record OpenSurvey(ThatVote? On = null, SeveralEach? Several = null, OpenList? More = null, Delay? Until = null, string? Text = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn) => Voted.OnOptions<OpenSurvey>(Text, On, Until, new Terms { Manner = Manner.Survey, TakesSeveral = Several is not null, TakesMore = More is not null }, turn);
}
