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

/// <summary>Gives something another day.</summary>
public sealed record Move(Target<IMovable> Thing, Due To) : ICommand, ISeeks<Move, IMovable>
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        turn.Keep(Thing.Value.MovedTo(To.On, turn));
        return new Moved(Thing.Value.Title, Thing.Value.Ref, To.On.Told(), Thing.Value.Due?.Told())
        {
            Offers = [.. To.OfferOthers(Intent.To<Move>().With(nameof(Thing), Thing.Value.Ref), nameof(To))],
        };
    }

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<IMovable>> Candidates(Turn turn) => [turn.LiveHaving<IMovable>()];

    /// <inheritdoc/>
    public static IEnumerable<IMovable> WhatIsOver(Turn turn) => [];
}
