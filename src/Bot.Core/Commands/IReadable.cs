using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>A type of parameter that reads itself out of what was typed, wherever it stands.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IReadable<TSelf> where TSelf : class, IReadable<TSelf>
{
    /// <summary>Takes the words it understands and returns what they mean, or takes nothing and returns null.</summary>
    /// <param name="words">What is left of what was typed.</param>
    /// <param name="how">How it is asked for.</param>
    /// <param name="turn">The turn, to look things up.</param>
    /// <exception cref="Refusal">The words can only be meant for it, and make no sense.</exception>
    /// <exception cref="Doubt">The words may mean several things.</exception>
    static abstract TSelf? Read(Words words, Asked how, Turn turn);

    /// <summary>What can be chosen when it is missing.</summary>
    /// <param name="turn">The turn.</param>
    static virtual IReadOnlyList<Way> Proposals(Turn turn) => [];
}

/// <summary>How a parameter is asked for.</summary>
/// <param name="IsRequired">The command can't do without it, so it may be recognised by less.</param>
/// <param name="IsAlone">The words were given for this parameter and nothing else: an answer, or a button.</param>
public readonly record struct Asked(bool IsRequired, bool IsAlone)
{
    /// <summary>Whether a line that names no command is looked at, which may answer the question that is open.</summary>
    public bool IsAnswer { get; init; }
}
