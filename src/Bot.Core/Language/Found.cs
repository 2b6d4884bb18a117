namespace Bot.Core.Language;

/// <summary>What was read in a line.</summary>
public sealed record Found
{
    /// <summary>What it most likely says; null if nothing was read, or nothing that can be.</summary>
    public When? Value { get; init; }

    /// <summary>What else it may say. If nothing can be, what may have been meant.</summary>
    public IReadOnlyList<When> Others { get; init; } = [];

    /// <summary>Why one can't be sure; <see cref="Unsure.No"/> if one can, or if nothing was found.</summary>
    public Unsure Unsure { get; init; }

    /// <summary>The amount of money, if that is what was read.</summary>
    public Money? Money { get; init; }

    /// <summary>What other amount it may be.</summary>
    public IReadOnlyList<Money> OtherMoney { get; init; } = [];

    /// <summary>Where the words stand that were read, in the order of the text.</summary>
    public IReadOnlyList<Range> Parts { get; init; } = [];

    /// <summary>The words that are left, as they were typed: the title.</summary>
    public required string Rest { get; init; }

    /// <summary>Whether it must be asked: there are several readings, and acting on one would be a guess (small hours, a past date, 29 February, the start of a series), or none.</summary>
    public bool MustAsk => Unsure >= Unsure.LeapDay;
}
