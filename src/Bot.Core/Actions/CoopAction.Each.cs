using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>There is nothing to take of what everybody does for themselves.</summary>
/// <param name="Title">The action's title.</param>
/// <param name="Action">Its code.</param>
public sealed record EachDoesTheirs(string Title, Ref Action) : Says;

/// <summary>How an action stands that everybody does for themselves.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="Due">For when it is, if that was said.</param>
public sealed record ForEachStands(string Title, Ref Action, Says? Due) : Says;

/// <summary>How many have done theirs: never who, and so never who has not.</summary>
/// <param name="Done">How many.</param>
/// <param name="Count">Of how many.</param>
public sealed record TheirsSoFar(int Done, int Count) : Says;

/// <summary>What everybody does for themselves: nobody takes it, each says that they have done theirs, and it is done when all have.</summary>
public sealed partial record CoopAction
{
    /// <summary>Whether everybody does their own.</summary>
    public bool IsForEach { get; init; }

    /// <summary>
    /// Of what everybody does for themselves, those it concerns as things stand: the circle it belongs to, else all members. Who comes later is
    /// one of them, who leaves is none any more. Of those who cannot say so themselves only who has done theirs counts: nobody waits for them.
    /// </summary>
    /// <param name="turn">The turn.</param>
    public IReadOnlyList<Member> Everyone(Turn turn)
    {
        var done = Done(turn);
        var circle = Tag.In(Title).Select(tag => Circle.Of(tag, turn)).OfType<Circle>().FirstOrDefault()
            ?? turn.Live<Circle>().FirstOrDefault(circle => circle.Room != 0 && circle.Room == Room);
        return [.. turn.Live<Member>().Where(member => done.Contains(member.Id) || (turn.HasAccount(member) && circle?.People.Contains(member.Id) != false))];
    }

    /// <summary>Those of whom it is still to be done: who is on it, or learns there; of what everybody does for themselves, who has not done theirs.</summary>
    /// <param name="turn">The turn.</param>
    public IEnumerable<int> Awaited(Turn turn)
    {
        if (!IsForEach)
        {
            return Owners.Concat(Learning ?? []);
        }

        var done = Done(turn);
        return Everyone(turn).Select(member => member.Id).Where(member => !done.Contains(member));
    }

    /// <summary>Whether it is open and still to be done by somebody.</summary>
    /// <param name="member">Their number.</param>
    /// <param name="turn">The turn.</param>
    public bool Awaits(int member, Turn turn) => IsOpen && (IsForEach ? Awaited(turn).Contains(member) : IsOnIt(member));

    /// <summary>How many have done theirs; null when it is not for each.</summary>
    /// <param name="turn">The turn.</param>
    internal TheirsSoFar? Theirs(Turn turn) => IsForEach ? new TheirsSoFar(Done(turn).Count, Everyone(turn).Count) : null;

    /// <summary>Says no when everybody does their own.</summary>
    /// <exception cref="Refusal">Everybody does.</exception>
    internal void RefuseIfForEach()
    {
        if (IsForEach)
        {
            throw new Refusal(new EachDoesTheirs(Title, Ref) { Offers = [FinishAction.OfferFor(this)] });
        }
    }

    /// <summary>Those who have done theirs.</summary>
    internal HashSet<int> Done(IRecords records) => [.. Beside<OwnPart>(records).Select(part => part.Member)];
}
