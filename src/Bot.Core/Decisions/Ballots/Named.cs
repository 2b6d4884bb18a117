using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>A member that is named, with « @ » or without.</summary>
/// <param name="Member">The member.</param>
public sealed record Named(Member Member) : IReadable<Named>
{
    /// <inheritdoc/>
    public static Named? Read(Words words, Asked how, Turn turn) =>
        words.IsEmpty ? null
        : (Names.Take(words, 0, turn, isSurelyAName: how.IsAlone) ?? Names.TakeKnown(words, 0, turn)) is { } member ? new Named(member)
        : null;
}
