using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>The actions somebody is on.</summary>
/// <param name="Count">How many.</param>
/// <param name="Lines">Those that fit on a phone.</param>
/// <param name="More">How many there are behind them.</param>
public sealed record MyActions(int Count, IReadOnlyList<Says> Lines, int? More) : Says;

/// <summary>One action somebody is on, on a line.</summary>
/// <param name="Action">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Due">For when it is, if that was said.</param>
/// <param name="IsBegun">Whether it is under way.</param>
/// <param name="IsLead">Whether they answer for it.</param>
/// <param name="IsLearning">Whether they learn on it.</param>
/// <param name="Steps">How far it is, when it has steps.</param>
/// <param name="With">Who else is on it.</param>
/// <param name="Theirs">How many have done theirs, when everybody does.</param>
/// <param name="HasWaited">Whether it comes back while it was still to be done: once will do.</param>
public sealed record MyAction(Ref Action, string Title, Says? Due, bool IsBegun, bool IsLead, bool IsLearning, Says? Steps, IReadOnlyList<string> With, Says? Theirs, bool HasWaited) : Says;

/// <summary>Shows who asks what they are on.</summary>
[HeardBy(Audience.Asker)]
[Menu(6)]
public sealed record ShowMine : ICommand, ISuitMoments
{
    private const int MostButtons = 3;

    /// <inheritdoc/>
    public static bool FitsNow(Turn turn) => turn.Live<CoopAction>().Any(action => action.Awaits(turn.Member.Id, turn));

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var mine = turn.Live<CoopAction>().Where(action => action.Awaits(turn.Member.Id, turn)).ToList();
        var page = PageNumber.Of(mine);
        return new MyActions(mine.Count, [.. page.Shown.Select(action => Line(action, turn))], page.More)
        {
            Offers = [.. mine.Take(MostButtons).Select(FinishAction.OfferFor)],
        };
    }

    private static MyAction Line(CoopAction action, Turn turn)
    {
        var me = turn.Member;
        return new MyAction(
            action.Ref, action.Title, action.Due?.Told(), action.IsBegun, action.Lead == me.Id, action.Learning?.Contains(me.Id) == true, StepsSoFar.Of(action, turn), [.. action.Everybody(turn).Where(name => name != me.Name)], action.Theirs(turn), action.HasWaited);
    }
}
