using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>What is left of a reminder that had to wait: meanwhile people did some of it, took some, gave some another day.</summary>
internal static class StillToRemind
{
    /// <summary>What one person is still to be reminded of; null when that is nothing.</summary>
    /// <param name="day">What they were to read.</param>
    /// <param name="reader">Who.</param>
    /// <param name="turn">The turn in which it is told.</param>
    public static Says? One(YourDay day, Member? reader, Turn turn)
    {
        var left = Left(day.Lines, turn).Where(action => reader is not null && action.Awaits(reader.Id, turn)).Distinct().ToList();
        if (left.Count == 0)
        {
            return null;
        }

        var still = RemindOfActions.ToOne(left, turn);
        var behind = (still.More ?? 0) + (day.More ?? 0);
        return still with { Count = left.Count + (day.More ?? 0), More = behind == 0 ? null : behind };
    }

    /// <summary>What a room is still to hear; null when that is nothing.</summary>
    /// <param name="parts">What it was to hear.</param>
    /// <param name="turn">The turn in which it is told.</param>
    public static Says? All(IEnumerable<Says> parts, Turn turn)
    {
        List<CoopAction> ours = [], free = [];
        foreach (var part in parts)
        {
            ours.AddRange(part is OurDay day ? Left(day.Lines, turn) : []);
            free.AddRange(part is StillWaiting still ? Left(still.Lines, turn).Where(action => action.IsFree) : []);
        }

        return ours.Count + free.Count == 0 ? null : RemindOfActions.ToRoom([.. ours.Distinct()], [.. free.Distinct()], turn);
    }

    /// <summary>What a room was to hear earlier and what it is to hear now, as one; null when the earlier is something else.</summary>
    /// <param name="earlier">What it was to hear.</param>
    /// <param name="parts">What it is to hear now.</param>
    public static Says? Together(Says earlier, IEnumerable<Says> parts) => earlier switch
    {
        InOnePost post => new InOnePost([.. post.Parts, .. parts]),
        OurDay or StillWaiting => new InOnePost([earlier, .. parts]),
        _ => null,
    };

    // What has another day now is reminded of again when that comes.
    private static IEnumerable<CoopAction> Left(IEnumerable<Says> lines, Turn turn) =>
        from line in lines
        let told = line switch { RemindedOf one => (one.Action, one.Due), OpenAction one => (one.Action, one.Due), _ => default }
        let action = turn.Find<CoopAction>(told.Action.Number)
        where action is { IsOpen: true } && turn.Parts.Sayings.AreTheSame(action.Due?.Told(), told.Due)
        select action;
}
