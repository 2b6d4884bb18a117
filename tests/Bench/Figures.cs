namespace Bench;

/// <summary>What was measured. What could not be measured here is null.</summary>
/// <param name="Fast">Of <see cref="TurnRounds"/>, on the disk as it is.</param>
/// <param name="Slow">Of <see cref="TurnRounds"/>, with slow flushes.</param>
/// <param name="Growth">Of <see cref="GrowthRounds"/>.</param>
/// <param name="Memory">Of <see cref="Bench.Memory"/>.</param>
internal sealed record Figures(
    Dictionary<string, double> Fast, Dictionary<string, double>? Slow, Dictionary<string, double> Growth, Dictionary<string, double> Memory)
{
    /// <summary>Seconds from the start to the first answer, compiled on the way.</summary>
    public double? FirstAnswerJit { get; init; }

    /// <summary>Seconds from the start to the first answer, compiled beforehand.</summary>
    public double? FirstAnswer { get; init; }

    /// <summary>Seconds from the start to the first answer in a coop of 200,000 documents, compiled beforehand.</summary>
    public double? BigCoop { get; init; }
}
