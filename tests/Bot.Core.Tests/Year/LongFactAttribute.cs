using Bot.Tests;

namespace Bot.Core.Tests.Year;

/// <summary>A test that runs with FAULTS=long only: it still finds what is not mended yet, two or three lines in a year.</summary>
internal sealed class LongFactAttribute : FactAttribute
{
    public LongFactAttribute() => Skip = Counting.IsLong ? null : "The simulated year runs with FAULTS=long.";
}
