using Bot.Core.Facts;
using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Actions;

/// <summary>
/// As the day of an action comes near, it is back: to be done, for anybody to take, its steps unticked. Nothing is said of that; the next reminder
/// tells it like everything that has a day. What was not done meanwhile stays as it is, for the new day: there is never a second one.
/// After days without the bot it stands for the day that is near now.
/// </summary>
/// <param name="Subject">The action's code.</param>
public sealed record BringBack(string Subject) : Job(Subject)
{
    /// <inheritdoc/>
    public override void Run(Turn turn, Instant due)
    {
        if (!Ref.TryParse(Subject, out var code) || turn.Find<CoopAction>(code.Number) is not { } rested)
        {
            return;
        }

        var action = rested.On(turn.Today);
        if (action != rested)
        {
            turn.Keep(action);
            RemindOfActions.Arm(turn);
        }

        if (action != rested && (!rested.IsOpen || rested.IsForEach))
        {
            Renew(action, turn);
        }

        Plan(action, turn);
    }

    /// <summary>Sees to it that an action comes back.</summary>
    /// <param name="action">The action, as it is now.</param>
    /// <param name="turn">The turn.</param>
    internal static void Plan(CoopAction action, Turn turn)
    {
        if (action.ComesNear(turn.Today) is { } day)
        {
            turn.At(day.AtStartOfDayInZone(turn.Zone).ToInstant(), new BringBack(action.Ref.ToString()));
        }
    }

    private static void Renew(CoopAction action, Turn turn)
    {
        foreach (var step in action.Steps(turn).Where(step => step.IsDone))
        {
            turn.Keep(step.Unticked());
        }

        foreach (var former in action.Passing(turn).ToList())
        {
            turn.Remove(former);
        }
    }
}

/// <summary>What comes back is seen to again when something is taken back; and two members who turn out to be one did their part once.</summary>
public sealed class FollowRhythms : IReactTo<WasPutBack>, IReactTo<MembersWereOne>
{
    /// <inheritdoc/>
    public void When(WasPutBack fact, Turn turn)
    {
        foreach (var action in fact.Documents.OfType<CoopAction>().Select(action => turn.Find<CoopAction>(action.Id)).OfType<CoopAction>().Distinct())
        {
            BringBack.Plan(action, turn);
        }
    }

    /// <inheritdoc/>
    public void When(MembersWereOne fact, Turn turn)
    {
        foreach (var part in turn.Live<OwnPart>().Where(part => part.Member == fact.Former).ToList())
        {
            turn.Remove(part);
            if (!turn.Live<OwnPart>().Any(other => other.Action == part.Action && other.Member == fact.Now))
            {
                turn.Keep(part with { Id = turn.NextId<OwnPart>(), Member = fact.Now });
            }
        }
    }
}
