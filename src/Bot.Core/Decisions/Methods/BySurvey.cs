using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Commands;
using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using Marks = System.Collections.Immutable.ImmutableSortedDictionary<int, int>;

namespace Bot.Core.Decisions;

/// <summary>One may choose one only.</summary>
/// <param name="Decision">The survey's code.</param>
public sealed record OnlyOneChoice(Ref Decision) : Says;

/// <summary>An option that is not there.</summary>
/// <param name="Decision">The code.</param>
/// <param name="Number">The number.</param>
public sealed record NoSuchOption(Ref Decision, int Number) : Says;

/// <summary>« Sans Lyon », on a button: takes a choice back.</summary>
/// <param name="Option">The option.</param>
public sealed record WithoutIt(Says Option) : Says;

/// <summary>What one has chosen so far may be added to.</summary>
public sealed record AnotherToo : Says;

/// <summary>One of several, or some: asks around, and decides nothing by itself.</summary>
internal sealed class BySurvey : ByBallot
{
    private const int MostButtons = 8;

    /// <inheritdoc/>
    public override bool IsReviewed => false;

    /// <inheritdoc/>
    protected override bool ShowsAnswers => true;

    /// <inheritdoc/>
    public override IReadOnlyList<Offer> Offers(Decision decision) =>
        decision.Terms is { TakesSeveral: false } && decision.Terms.Numbers.Count <= MostButtons ? Next(decision, Marks.Empty, decision.Terms.Numbers).Offers : base.Offers(decision);

    /// <inheritdoc/>
    public override Step Next(Decision decision, Marks marks, IReadOnlyList<int> order)
    {
        var terms = decision.Terms!;
        if (!terms.TakesSeveral)
        {
            return marks.IsEmpty ? new Step(null, [.. order.Select(number => Offering.ToVote(Named(terms, number), decision, Typed([number])) with { Number = number })]) : Step.Done;
        }

        return new Step(
            marks.IsEmpty ? null : new AnotherToo(),
            [.. order.Select(number => (marks.ContainsKey(number)
                ? Offering.ToVote(new WithoutIt(Named(terms, number)), decision, Typed(marks.Keys.Where(other => other != number)))
                : Offering.ToVote(Named(terms, number), decision, Typed(marks.Keys.Append(number)))) with { Number = number })]);
    }

    /// <inheritdoc/>
    public override Paper? Read(string typed, Decision decision, Marks? before, TextBook texts)
    {
        var terms = decision.Terms!;
        if (terms.TakesSeveral && texts.Words("NoneOfThem.words").Contains(Folding.Fold(typed).Trim()))
        {
            return new Paper(Marks.Empty);
        }

        var byName = terms.Numbers.Where(number => Folding.Fold(terms.Options[number - 1].Text) == Folding.Fold(typed).Trim()).ToList();
        if ((byName is [_] ? byName : PaperText.Order(typed)) is not { } chosen || typed.Contains('>', StringComparison.Ordinal))
        {
            return null;
        }

        return Options(chosen, decision) is not [_, _, ..] || terms.TakesSeveral
            ? new Paper(chosen.Distinct().ToImmutableSortedDictionary(number => number, _ => 1))
            : throw new Refusal(new OnlyOneChoice(decision.Ref));
    }

    /// <summary>Options by their numbers.</summary>
    /// <exception cref="Refusal">One of them is not there.</exception>
    internal static IReadOnlyList<int> Options(IReadOnlyList<int> chosen, Decision decision)
    {
        foreach (var number in chosen)
        {
            if (!decision.Terms!.Numbers.Contains(number))
            {
                throw new Refusal(new NoSuchOption(decision.Ref, number));
            }
        }

        return chosen;
    }

    /// <summary>How many chose each of the things of the coop that could be.</summary>
    internal static IReadOnlyList<ChosenThing> Chosen(Decision decision, Poll poll, IRecords records)
    {
        var urn = Urn.Of(decision, poll, records, "");
        return
        [
            .. from standing in SumTally.Rank(urn.Options, urn.Marks)
               let thing = urn.Terms.Options[standing.Option - 1].Thing
               where thing is not null
               select new ChosenThing(thing.Value, standing.Sum),
        ];
    }

    /// <inheritdoc/>
    protected override Says Describe(Decision decision, Marks marks) => OptionNames.Of(decision.Terms!, [.. marks.Keys]) ?? new NoneOfThem();

    /// <inheritdoc/>
    protected override IReadOnlyList<Says> Options(Decision decision, Urn urn, IRecords records) => Lines(urn, urn.Options);

    /// <inheritdoc/>
    protected override Tallied Count(Urn urn)
    {
        var ranked = SumTally.Rank(urn.Options, urn.Marks);
        return new Tallied(Ending.Told, SumTally.Winners(ranked), Lines(urn, [.. ranked.Select(standing => standing.Option)]));
    }

    private static List<Says> Lines(Urn urn, IReadOnlyList<int> inOrder)
    {
        var counts = SumTally.Rank(urn.Options, urn.Marks).ToDictionary(standing => standing.Option, standing => standing.Sum);
        return [.. inOrder.Select(number => new OptionLine(number, Named(urn.Terms, number), counts[number]))];
    }

    private static Says Named(Terms terms, int number) => OptionNames.Of(terms.Options[number - 1]);

    private static string Typed(IEnumerable<int> numbers) => numbers.ToList() is { Count: > 0 } some
        ? string.Join(' ', some.Order().Select(number => number.ToString(CultureInfo.InvariantCulture)))
        : "0";
}

/// <summary>None of the options.</summary>
public sealed record NoneOfThem : Says;
