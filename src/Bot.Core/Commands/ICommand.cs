using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>A command that the help proposes only when it is of use.</summary>
public interface ISuitMoments
{
    /// <summary>Whether it is of use to who speaks now.</summary>
    /// <param name="turn">The turn.</param>
    static abstract bool FitsNow(Turn turn);
}

/// <summary>
/// What a member asks for. The record's constructor parameters are its grammar, its help and its prompts; its names, summary and
/// example stand in the texts under its type's name. Nothing has to be registered.
/// </summary>
public interface ICommand
{
    /// <summary>Does it: reads the coop, keeps what changes, and says the result.</summary>
    /// <param name="turn">The turn it runs in.</param>
    /// <exception cref="Refusal">A polite no: nothing of the turn is kept but the answer.</exception>
    Says Run(Turn turn);
}
