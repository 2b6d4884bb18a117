using System.Runtime.InteropServices;

namespace Bot.Core.Language;

/// <summary>Work, in whole minutes.</summary>
/// <param name="Minutes">How many.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Effort(int Minutes);

/// <summary>How long a day of work is in a coop.</summary>
/// <param name="Day">A whole one.</param>
/// <param name="Half">Half of one.</param>
public sealed record WorkDay(Effort Day, Effort Half)
{
    /// <summary>How many of them a week has.</summary>
    public const int DaysAWeek = 5;

    /// <summary>As long as nothing else was settled: 7 h, and 3 h 30.</summary>
    public static WorkDay Usual { get; } = new(new Effort(7 * 60), new Effort((3 * 60) + 30));
}
