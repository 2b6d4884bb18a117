using Bot.Core.Texts;

namespace Bot.Core.Decisions;

/// <summary>A vote, counted.</summary>
/// <param name="Ending">How it ends.</param>
/// <param name="Winners">What was chosen, or what ties.</param>
/// <param name="Lines">What was counted, and why that decides, a line each.</param>
internal sealed record Tallied(Ending Ending, IReadOnlyList<int> Winners, IReadOnlyList<Says> Lines)
{
    /// <summary>Whether something was drawn.</summary>
    public bool WasDrawn { get; init; }

    /// <summary>Those that nothing separates, where people are asked once more before one is drawn.</summary>
    public IReadOnlyList<int>? Level { get; init; }
}
