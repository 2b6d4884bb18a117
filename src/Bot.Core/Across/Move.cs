using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Across;

/// <summary>Something has another day now.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Code">Its code.</param>
/// <param name="Now">The day.</param>
/// <param name="Before">The day it had, if any.</param>
public sealed record Moved(string Title, Ref Code, Says Now, Says? Before) : Says;

/// <summary>Gives something another day; what comes again, once or each time.</summary>
public sealed record Move(Target<IMovable> Thing, Due To, Reach? Which = null) : ICommand, ISeeks<Move, IMovable>
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var thing = Thing.Value;
        if (thing.ComesAgain && Which is null)
        {
            throw Reach.Asked(thing.Title, nameof(Which), turn);
        }

        var shift = thing.MovedTo(To, Which is { IsAll: true }, turn);
        turn.Keep(shift.Document);
        var again = Intent.To<Move>().With(nameof(Thing), thing.Ref);
        return new Moved(thing.Title, thing.Ref, shift.Now, shift.Before)
        {
            Offers = [.. thing.ComesAgain ? [] : To.OfferOthers(again, nameof(To))],
        };
    }

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<IMovable>> Candidates(Turn turn) => [turn.LiveHaving<IMovable>()];

    /// <inheritdoc/>
    public static IEnumerable<IMovable> WhatIsOver(Turn turn) => [];
}
