namespace Bot.Core.Language;

/// <summary>What was read in a line.</summary>
/// <typeparam name="T">What is read: <see cref="When"/>, <see cref="Effort"/> or <see cref="Money"/>.</typeparam>
/// <param name="Candidates">What it may say, the likeliest first. If nothing can be (<see cref="IsRead"/>), what may have been meant.</param>
/// <param name="Unsure">Why one can't be sure.</param>
/// <param name="Parts">Where the words stand in the text that were read, in order. A feast that is part of a name stays in the title, so is not among them.</param>
/// <param name="Rest">The words that are left, as they were typed: the title.</param>
public sealed record Found<T>(IReadOnlyList<T> Candidates, Unsure Unsure, IReadOnlyList<Range> Parts, string Rest)
{
    /// <summary>Whether there is a reading to act upon.</summary>
    public bool IsRead => Unsure < Unsure.Future && Candidates.Count > 0;

    /// <summary>What it most likely says.</summary>
    /// <exception cref="InvalidOperationException">Nothing was read.</exception>
    public T Value => IsRead ? Candidates[0] : throw new InvalidOperationException($"Nothing was read: {Unsure}.");

    /// <summary>The readings beside <see cref="Value"/>; if there is none, what may have been meant.</summary>
    public IEnumerable<T> Others => IsRead ? Candidates.Skip(1) : Candidates;

    /// <summary>Whether it must be asked: acting on the likeliest would be a guess (small hours, a date that is past, 29 February, the start of a series), or nothing can be read.</summary>
    public bool MustAsk => Unsure >= Unsure.LeapDay;
}
