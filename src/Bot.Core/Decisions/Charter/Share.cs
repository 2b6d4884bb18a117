namespace Bot.Core.Decisions;

/// <summary>A part of a whole, exactly: two thirds are no decimal number.</summary>
/// <param name="Parts">How many parts.</param>
/// <param name="Of">Of how many.</param>
public sealed record Share(int Parts, int Of)
{
    /// <summary>So many hundredths.</summary>
    /// <param name="percent">From 1 to 100.</param>
    public static Share Percent(int percent) => new(percent, 100);

    /// <summary>The smallest whole number that is at least this share of a count.</summary>
    /// <param name="count">The count.</param>
    public int AtLeastOf(int count) => ((count * Parts) + Of - 1) / Of;

    /// <summary>As people write it: 50 %, 2/3.</summary>
    public override string ToString() => Of == 100
        ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Parts} %")
        : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Parts}/{Of}");
}
