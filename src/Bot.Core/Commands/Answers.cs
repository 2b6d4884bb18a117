using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>A sentence that stands under a key of its own, such as a parameter's question.</summary>
/// <param name="Sentence">The key.</param>
public sealed record Prompt(string Sentence) : Says
{
    /// <inheritdoc/>
    public override string Key => Sentence;
}

/// <summary>Yes, on a button.</summary>
public sealed record Yes : Says;

/// <summary>No, on a button.</summary>
public sealed record No : Says;

/// <summary>None of what was offered, on a button.</summary>
public sealed record NoneOfThese : Says;

/// <summary>Everything is as it was.</summary>
public sealed record NothingChanged : Says;

/// <summary>What « no » and « none of these » lead to.</summary>
[Untyped]
[HeardBy(Audience.Asker)]
public sealed record LeaveAsItIs : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn) => new NothingChanged();
}
