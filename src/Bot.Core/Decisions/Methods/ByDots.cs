using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using Marks = System.Collections.Immutable.ImmutableSortedDictionary<int, int>;

namespace Bot.Core.Decisions;

/// <summary>More points than one has.</summary>
/// <param name="Decision">The code.</param>
/// <param name="Given">How many were given.</param>
/// <param name="Most">How many there are to give.</param>
public sealed record TooManyPoints(Ref Decision, int Given, int Most) : Says;

/// <summary>More points than one option may get from one person.</summary>
/// <param name="Decision">The code.</param>
/// <param name="Number">The option's number.</param>
/// <param name="Most">How many it may get.</param>
public sealed record TooManyOnOne(Ref Decision, int Number, int Most) : Says;

/// <summary>How many points are left to give.</summary>
/// <param name="Count">How many.</param>
public sealed record PointsLeft(int Count) : Says;

/// <summary>« +1 Lyon », on a button.</summary>
/// <param name="Option">The option.</param>
public sealed record OneMore(Says Option) : Says;

/// <summary>So many points to give away: what gets most is chosen.</summary>
internal sealed class ByDots : ByBallot
{
    /// <summary>How many points each has, when nobody says otherwise.</summary>
    internal const int UsualPoints = 8;

    /// <inheritdoc/>
    public override Paper? Read(string typed, Decision decision, Marks? before, TextBook texts)
    {
        var terms = decision.Terms!;
        if (PaperText.Pairs(typed, takesNumbers: true) is not { } pairs || pairs.Any(pair => Points(pair.Value) is null))
        {
            return null;
        }

        BySurvey.Options([.. pairs.Select(pair => pair.Option)], decision);
        var given = pairs.Where(pair => Points(pair.Value) > 0).ToLookup(pair => pair.Option, pair => Points(pair.Value)!.Value);
        var marks = given.ToImmutableSortedDictionary(option => option.Key, option => option.Last());
        return marks.Values.Sum(points => (long)points) is var sum && sum > terms.Points ? throw new Refusal(new TooManyPoints(decision.Ref, (int)Math.Min(sum, int.MaxValue), terms.Points))
            : terms.Cap > 0 && marks.FirstOrDefault(mark => mark.Value > terms.Cap) is { Key: > 0 } over ? throw new Refusal(new TooManyOnOne(decision.Ref, over.Key, terms.Cap))
            : new Paper(marks);
    }

    /// <inheritdoc/>
    public override Step Next(Decision decision, Marks marks, IReadOnlyList<int> order)
    {
        var terms = decision.Terms!;
        var left = terms.Points - marks.Values.Sum();
        var open = order.Where(number => terms.Cap == 0 || marks.GetValueOrDefault(number) < terms.Cap).ToList();
        return left == 0 || open.Count == 0
            ? Step.Done
            : new Step(new PointsLeft(left), [.. open.Select(number => Offering.ToVote(new OneMore(OptionNames.Of(terms.Options[number - 1])), decision, Typed(marks.SetItem(number, marks.GetValueOrDefault(number) + 1))) with { Number = number })]);
    }

    /// <inheritdoc/>
    protected override Says Describe(Decision decision, Marks marks) => ByMarks.Joined([.. marks.Select(mark => new MarkSaid(mark.Key, new MarkNumber(mark.Value)))]) ?? new NoneOfThem();

    /// <inheritdoc/>
    protected override Tallied Count(Urn urn)
    {
        var ranked = SumTally.Rank(urn.Options, urn.Marks);
        var winners = SumTally.Winners(ranked);
        return new Tallied(
            winners.Count switch { 0 => Ending.NoQuorum, 1 => Ending.Chosen, _ => Ending.Tied },
            winners,
            [.. ranked.Select(standing => new OptionLine(standing.Option, OptionNames.Of(urn.Terms.Options[standing.Option - 1]), standing.Sum))]);
    }

    private static string Typed(Marks marks) => string.Join(' ', marks.Select(mark => string.Create(CultureInfo.InvariantCulture, $"{mark.Key}={mark.Value}")));

    private static int? Points(string typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var points) ? points : null;
}
