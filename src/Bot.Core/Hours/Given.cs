using System.Runtime.InteropServices;
using Bot.Core.Language;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Hours;

/// <summary>What a coop gave within some days, summed up. One look at each line.</summary>
internal sealed class Given
{
    private Given(HoursPeriod days) => Days = days;

    /// <summary>The days.</summary>
    public HoursPeriod Days { get; private set; }

    /// <summary>What it comes to.</summary>
    public Effort Total { get; private set; }

    /// <summary>How many people gave some.</summary>
    public int People { get; private set; }

    /// <summary>By circle; null for none. The largest first.</summary>
    public IReadOnlyList<(string? Key, Effort Time)> Circles { get; private set; } = [];

    /// <summary>By what it was given to. The largest first.</summary>
    public IReadOnlyList<((Ref Code, string Title) Key, Effort Time)> Things { get; private set; } = [];

    /// <summary>By kind of work. The largest first.</summary>
    public IReadOnlyList<(Nature Key, Effort Time)> Natures { get; private set; } = [];

    /// <summary>By month and circle.</summary>
    public IReadOnlyDictionary<(YearMonth Month, string Circle), int> Months { get; private set; } = new Dictionary<(YearMonth, string), int>();

    /// <summary>Sums up what was given within some days.</summary>
    /// <param name="records">What the coop knows.</param>
    /// <param name="days">The days; those without any time at either end are left out of always.</param>
    public static Given Of(IRecords records, HoursPeriod days)
    {
        var people = new Dictionary<int, int>();
        var circles = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var things = new Dictionary<Ref, int>();
        var titles = new Dictionary<Ref, string>();
        var natures = new Dictionary<Nature, int>();
        var months = new Dictionary<(YearMonth, string), int>(ByMonth.Same);
        foreach (var line in records.Live<HoursLine>())
        {
            if (!days.Holds(line.Day))
            {
                continue;
            }

            var (minutes, circle) = (line.Time.Minutes, line.Circle ?? "");
            CollectionsMarshal.GetValueRefOrAddDefault(people, line.Member, out _) += minutes;
            CollectionsMarshal.GetValueRefOrAddDefault(circles, circle, out _) += minutes;
            CollectionsMarshal.GetValueRefOrAddDefault(natures, line.Nature, out _) += minutes;
            CollectionsMarshal.GetValueRefOrAddDefault(months, (line.Day.ToYearMonth(), circle), out _) += minutes;
            if (line.About is { } code)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(things, code, out _) += minutes;
                titles[code] = line.Title ?? "";
            }
        }

        var held = months.Where(each => each.Value > 0).Select(each => each.Key.Item1).DefaultIfEmpty().ToList();
        return new Given(days == HoursPeriod.Always ? new HoursPeriod(held.Min().OnDayOfMonth(1), DateAdjusters.EndOfMonth(held.Max().OnDayOfMonth(1))) : days)
        {
            Total = new Effort(people.Values.Sum()),
            People = people.Values.Count(minutes => minutes > 0),
            Circles = [.. Sorted(circles).Select(each => (each.Key.Length == 0 ? null : each.Key, each.Time))],
            Things = [.. Sorted(things).Select(each => ((each.Key, titles[each.Key]), each.Time))],
            Natures = Sorted(natures),
            Months = months,
        };
    }

    private static IReadOnlyList<(TKey Key, Effort Time)> Sorted<TKey>(Dictionary<TKey, int> sums) where TKey : notnull =>
        [.. sums.Where(each => each.Value > 0).OrderByDescending(each => each.Value).ThenBy(each => each.Key.ToString(), StringComparer.Ordinal).Select(each => (each.Key, new Effort(each.Value)))];

    // « Jardin » and « jardin » are one circle.
    private sealed class ByMonth : IEqualityComparer<(YearMonth Month, string Circle)>
    {
        public static readonly ByMonth Same = new();

        public bool Equals((YearMonth Month, string Circle) one, (YearMonth Month, string Circle) other) =>
            one.Month == other.Month && string.Equals(one.Circle, other.Circle, StringComparison.OrdinalIgnoreCase);

        public int GetHashCode((YearMonth Month, string Circle) key) => HashCode.Combine(key.Month, StringComparer.OrdinalIgnoreCase.GetHashCode(key.Circle));
    }
}
