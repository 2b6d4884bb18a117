using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>The ways to decide beside consent.</summary>
public enum Manner
{
    /// <summary>For or against.</summary>
    Majority,

    /// <summary>One of several, or some.</summary>
    Survey,

    /// <summary>When to meet.</summary>
    Dates,

    /// <summary>Somebody decides, and first hears those whom it concerns and those who know.</summary>
    Advice,

    /// <summary>A score for each option.</summary>
    Scores,

    /// <summary>So many points to give away.</summary>
    Dots,

    /// <summary>A grade for each option, in words.</summary>
    Judgment,

    /// <summary>An order of preference.</summary>
    Ranking,
}

/// <summary>Something one can choose. Its number is its place among the options, from 1, and never another's.</summary>
/// <param name="Text">What it is, in the words of who added it; empty for a slot.</param>
public sealed record Option(string Text)
{
    /// <summary>The day, of a slot.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>When it begins, if that was said.</summary>
    public LocalTime? Time { get; init; }

    /// <summary>How long it lasts, if that was said.</summary>
    public Duration? Length { get; init; }

    /// <summary>The thing of the coop that it stands for, if it does.</summary>
    public Ref? Thing { get; init; }

    /// <summary>Whether it was taken off.</summary>
    public bool IsGone { get; init; }
}

/// <summary>How something is decided that is not decided by consent, as it was said at the opening.</summary>
public sealed record Terms
{
    /// <summary>The way.</summary>
    public Manner Manner { get; init; }

    /// <summary>Between what.</summary>
    public ImmutableList<Option> Options { get; init; } = [];

    /// <summary>Whether nobody learns who voted what. It never changes once the vote is open.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether one may choose several.</summary>
    public bool TakesSeveral { get; init; }

    /// <summary>Whether everybody may add options.</summary>
    public bool TakesMore { get; init; }

    /// <summary>How many must be for it.</summary>
    public Majority Majority { get; init; }

    /// <summary>Of whom.</summary>
    public Base Base { get; init; }

    /// <summary>How many points each has to give.</summary>
    public int Points { get; init; }

    /// <summary>How many of them one option may get from one person; 0 for all.</summary>
    public int Cap { get; init; }

    /// <summary>How many are chosen.</summary>
    public int Seats { get; init; }

    /// <summary>Of dates: those who must be there. Of advice: those who know the matter.</summary>
    public ImmutableSortedSet<int>? Special { get; init; }

    /// <summary>Those who are asked, when not everybody.</summary>
    public ImmutableSortedSet<int>? Asked { get; init; }

    /// <summary>How many days people have; null for as many as usual.</summary>
    public int? Days { get; init; }

    /// <summary>Why nobody who knows the matter is asked.</summary>
    public string? WhyNone { get; init; }

    /// <summary>The numbers of the options that are there.</summary>
    [JsonIgnore]
    public IReadOnlyList<int> Numbers => [.. Enumerable.Range(1, Options.Count).Where(number => !Options[number - 1].IsGone)];

    /// <summary>With members under the numbers they have now.</summary>
    internal Terms With(Func<int, int> now) => this with
    {
        Special = Special is null ? null : [.. Special.Select(now)],
        Asked = Asked is null ? null : [.. Asked.Select(now)],
    };

    /// <summary>Whether too few answers decide nothing; of what only asks around, one answer is something.</summary>
    internal bool NeedsQuorum => Manner is not (Manner.Survey or Manner.Dates or Manner.Advice);

    /// <summary>How many of so many voters must answer.</summary>
    internal int AnswersNeeded(Rules rules, int voters) => NeedsQuorum ? rules.AnswersNeeded(voters) : Math.Min(1, voters);

    /// <summary>Whether an answer leaves nothing open: a slot that was added later is still to be answered.</summary>
    internal bool IsComplete(Ballot ballot) => Manner != Manner.Dates || (ballot.Marks is { } marks && Numbers.All(marks.ContainsKey));
}
