using System.Diagnostics;

namespace Bench;

/// <summary>How long each of many things took, and how many there were per second.</summary>
internal sealed class Pace
{
    private readonly List<double> milliseconds = [];
    private double seconds;

    /// <summary>How many per second.</summary>
    public double PerSecond => milliseconds.Count / seconds;

    /// <summary>Half of them took less, in milliseconds.</summary>
    public double P50 => Quantile(0.50);

    /// <summary>All but one in a hundred took less, in milliseconds.</summary>
    public double P99 => Quantile(0.99);

    /// <summary>The middle of some figures.</summary>
    public static double Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>Does something so many times, one after the other.</summary>
    /// <param name="times">How many times.</param>
    /// <param name="act">What; it is given how often it was done before.</param>
    public static async Task<Pace> Of(int times, Func<int, Task> act)
    {
        var pace = new Pace();
        var start = Stopwatch.GetTimestamp();
        for (var n = 0; n < times; n++)
        {
            var before = Stopwatch.GetTimestamp();
            await act(n);
            pace.Add(Stopwatch.GetElapsedTime(before));
        }

        return pace.Over(Stopwatch.GetElapsedTime(start));
    }

    /// <summary>Adds one.</summary>
    public void Add(TimeSpan took) => milliseconds.Add(took.TotalMilliseconds);

    /// <summary>Adds those of others that ran at the same time.</summary>
    public void Add(Pace other) => milliseconds.AddRange(other.milliseconds);

    /// <summary>Notes how long all of it took.</summary>
    public Pace Over(TimeSpan span)
    {
        seconds = span.TotalSeconds;
        milliseconds.Sort();
        return this;
    }

    private double Quantile(double share) => milliseconds[(int)(share * (milliseconds.Count - 1))];
}
