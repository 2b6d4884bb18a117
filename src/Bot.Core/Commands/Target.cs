using Bot.Core.Memory;
using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>A thing of the coop that somebody named: by code, by replying to a message about it, or by words of its title.</summary>
/// <typeparam name="T">The kind, or a trait that several kinds share.</typeparam>
/// <param name="Value">The thing.</param>
public sealed record Target<T>(T Value) where T : class, ITitled;

/// <summary>A command that seeks a thing by its title says where to look.</summary>
/// <typeparam name="TCommand">The command itself.</typeparam>
/// <typeparam name="T">The kind or the trait it seeks.</typeparam>
public interface ISeeks<TCommand, T> where TCommand : ISeeks<TCommand, T> where T : class, ITitled
{
    /// <summary>Where to look, in this order: the first shelf that holds a match of a given quality wins (mine before others').</summary>
    /// <param name="turn">The turn.</param>
    static abstract IEnumerable<IEnumerable<T>> Candidates(Turn turn);

    /// <summary>What is over: found by who names it, never proposed.</summary>
    /// <param name="turn">The turn.</param>
    static virtual IEnumerable<T> WhatIsOver(Turn turn) => [];

    /// <summary>What else could be meant when nothing has such a title.</summary>
    /// <param name="words">What was typed.</param>
    static virtual Offer? WhenNothingFits(string words) => null;
}
