using Bot.Core.Commands;
using Bot.Core.Texts;
using Marks = System.Collections.Immutable.ImmutableSortedDictionary<int, int>;

namespace Bot.Core.Decisions;

/// <summary>What a voter put on a paper.</summary>
/// <param name="Marks">The mark of each option they said something about.</param>
/// <param name="Reason">What they said beside.</param>
internal sealed record Paper(Marks Marks, string? Reason = null);

/// <summary>What is asked next of somebody who votes by buttons.</summary>
/// <param name="Next">What is asked; null when the buttons say it.</param>
/// <param name="Offers">The answers.</param>
internal sealed record Step(Says? Next, IReadOnlyList<Offer> Offers)
{
    /// <summary>Nothing more.</summary>
    public static readonly Step Done = new(null, []);

    /// <summary>Whether there is nothing more.</summary>
    public bool IsDone => Next is null && Offers.Count == 0;
}
