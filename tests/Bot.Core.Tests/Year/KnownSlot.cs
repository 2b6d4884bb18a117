using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Bot.Core.Tests.Year;

/// <summary>A slot, as who reads along knows it.</summary>
internal sealed partial record KnownSlot(string Code, string Title)
{
    private static readonly string[] Weekdays = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

    /// <summary>How many people it takes, and with fewer than how many it lacks some.</summary>
    public (int Most, int Least) Places { get; init; }

    /// <summary>The next time of it, as its card said: « mer. 25 nov., 14 h-16 h ».</summary>
    public string When { get; init; } = "";

    /// <summary>How it comes again, as its card said; empty when it comes once.</summary>
    public string Rhythm { get; init; } = "";

    public Instant Begins { get; init; }

    public bool IsOff { get; init; }

    /// <summary>Who has a place on which day.</summary>
    public ImmutableSortedDictionary<LocalDate, ImmutableSortedSet<string>> Crews { get; init; } = ImmutableSortedDictionary<LocalDate, ImmutableSortedSet<string>>.Empty;

    /// <summary>Who of them looks for somebody.</summary>
    public ImmutableHashSet<(LocalDate Day, string Who)> Seeking { get; init; } = [];

    public LocalDate Next => Calendar.Local(Begins).Date;

    public Duration Length => Until().Match(When) is { Success: true } hours
        ? Duration.FromMinutes(Nonnegative(Minutes(hours, "until") - Minutes(hours, "from")))
        : Duration.FromHours(2);

    public ImmutableSortedSet<string> Crew(LocalDate day) => Crews.GetValueOrDefault(day, ImmutableSortedSet.Create<string>(StringComparer.Ordinal));

    public int Lacking(LocalDate day) => Math.Max(0, Places.Least - Crew(day).Count);

    /// <summary>When it begins on a day: at the same hour of the clock, in summer and in winter.</summary>
    public Instant BeginsOn(LocalDate day) => Calendar.At(day, new LocalTime(Minutes(Until().Match(When), "from") / 60, Minutes(Until().Match(When), "from") % 60));

    /// <summary>Whether it comes on a day, as its card said.</summary>
    public bool ComesOn(LocalDate day)
    {
        var except = Rhythm.Split(", sauf le ") is [_, var left] ? left.Split(", et aussi le ")[0] : "";
        var also = Rhythm.Split(", et aussi le ") is [_, var more] ? more : "";
        return !IsOff && (day == Next || (day > Next && (also.Contains(Calendar.Written(day), StringComparison.Ordinal)
            || (Rhythm.Contains(Weekdays[(int)day.DayOfWeek - 1], StringComparison.Ordinal) && !except.Contains(Calendar.Written(day), StringComparison.Ordinal)))));
    }

    public KnownSlot With(LocalDate day, string who, bool isSeeking = false) => this with
    {
        Crews = Crews.SetItem(day, Crew(day).Add(who)),
        Seeking = isSeeking ? Seeking.Add((day, who)) : Seeking.Remove((day, who)),
    };

    public KnownSlot Without(LocalDate day, string who) => this with { Crews = Crews.SetItem(day, Crew(day).Remove(who)), Seeking = Seeking.Remove((day, who)) };

    private static int Nonnegative(int minutes) => minutes > 0 ? minutes : minutes + (24 * 60);

    private static int Minutes(Match hours, string which) => (60 * Number(hours, which)) + Number(hours, which + "Minute");

    private static int Number(Match found, string group) => found.Groups[group] is { Success: true } number ? int.Parse(number.Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@", (?<from>\d+) h( (?<fromMinute>\d+))?-(?<until>\d+) h( (?<untilMinute>\d+))?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Until();
}
