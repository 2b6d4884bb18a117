using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Across;

/// <summary>Something will not happen.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Code">Its code.</param>
/// <param name="When">When it would have been, if it had a day.</param>
/// <param name="Who">Those who counted on it.</param>
public sealed record Cancelled(string Title, Ref Code, Says? When, IReadOnlyList<string> Who) : Says;

/// <summary>Calls something off; of what comes again, one time or all.</summary>
[Careful]
public sealed record Cancel(Target<ICancellable> Thing, Due? On = null, Reach? Which = null) : ICommand, ISeeks<Cancel, ICancellable>
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var thing = Thing.Value;
        if (thing.ComesAgain && On is null && Which is null)
        {
            throw Reach.Asked(thing.Title, nameof(Which), turn);
        }

        var off = thing.CalledOff(On?.On, Which?.IsAll ?? On is null, turn);
        turn.Keep(off.Document);
        return new Cancelled(thing.Title, thing.Ref, off.When, off.Who);
    }

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<ICancellable>> Candidates(Turn turn) => [turn.LiveHaving<ICancellable>()];
}
