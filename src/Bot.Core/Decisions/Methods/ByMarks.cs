using System.Globalization;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using Marks = System.Collections.Immutable.ImmutableSortedDictionary<int, int>;

namespace Bot.Core.Decisions;

/// <summary>What is said of an option, in the middle of a sentence.</summary>
/// <param name="Number">The option's number.</param>
/// <param name="Mark">What is said.</param>
public sealed record MarkSaid(int Number, Says Mark) : Says;

/// <summary>One thing after the other, in the middle of a sentence.</summary>
/// <param name="First">The first.</param>
/// <param name="Rest">The others.</param>
public sealed record OneByOne(Says First, Says? Rest) : Says;

/// <summary>A number, as a mark.</summary>
/// <param name="Value">The number.</param>
public sealed record MarkNumber(int Value) : Says;

/// <summary>« « Lyon » ? »: asks what one says of an option.</summary>
/// <param name="Option">The option.</param>
public sealed record WhatOf(Says Option) : Says;

/// <summary>Something that is no mark of this vote.</summary>
/// <param name="Decision">The code.</param>
/// <param name="Typed">What was typed.</param>
/// <param name="How">How to answer.</param>
public sealed record NoSuchMark(Ref Decision, string Typed, Says How) : Says;

/// <summary>
/// Each option gets a mark of its own, from a scale: a score, a grade, « oui » or « non ». What somebody says of one leaves what they said of the
/// others as it was.
/// </summary>
internal abstract class ByMarks : ByBallot
{
    /// <summary>The marks of the scale, the best first: its value, and how it is called.</summary>
    protected abstract IReadOnlyList<(int Value, Says Name)> Scale { get; }

    /// <summary>The value that is meant by what was typed; null when there is none.</summary>
    protected abstract int? Value(string folded, TextBook texts);

    /// <inheritdoc/>
    public override Paper? Read(string typed, Decision decision, Marks? before, TextBook texts)
    {
        if (PaperText.Pairs(typed, TakesNumbers) is not { } pairs || pairs.Any(pair => pair.Value.Length > 0 && Value(pair.Value, texts) is null && !char.IsAsciiDigit(pair.Value[0])))
        {
            return null;
        }

        var marks = before ?? Marks.Empty;
        BySurvey.Options([.. pairs.Select(pair => pair.Option)], decision);
        foreach (var (option, value) in pairs)
        {
            marks = marks.SetItem(option, Value(value, texts) ?? throw new Refusal(new NoSuchMark(decision.Ref, Plain.Short($"{option} {value}"), HowOnPaper(decision))));
        }

        return new Paper(marks);
    }

    /// <inheritdoc/>
    public override Step Next(Decision decision, Marks marks, IReadOnlyList<int> order)
    {
        var open = order.Where(number => !marks.ContainsKey(number)).ToList();
        return open.Count == 0
            ? Step.Done
            : new Step(
                new WhatOf(OptionNames.Of(decision.Terms!.Options[open[0] - 1])),
                [.. Scale.Select(mark => Offering.ToVote(mark.Name, decision, string.Create(CultureInfo.InvariantCulture, $"{open[0]}={mark.Value}")))]);
    }

    /// <summary>Whether the marks are typed as numbers.</summary>
    protected virtual bool TakesNumbers => true;

    /// <inheritdoc/>
    protected override Says Describe(Decision decision, Marks marks) =>
        Joined([.. marks.Select(mark => new MarkSaid(mark.Key, Name(mark.Value)))]) ?? new NoneOfThem();

    /// <summary>How a value is called.</summary>
    protected Says Name(int value) => Scale.First(mark => mark.Value == value).Name;

    /// <summary>Several things, one after the other.</summary>
    internal static Says? Joined(IReadOnlyList<Says> some)
    {
        OneByOne? joined = null;
        foreach (var each in some.Reverse())
        {
            joined = new OneByOne(each, joined);
        }

        return joined;
    }

    /// <summary>Of a number that stands for a value of the scale: the value.</summary>
    protected int? Digit(string folded) =>
        int.TryParse(folded, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && Scale.Any(mark => mark.Value == value) ? value : null;

    /// <summary>How it ends when some are first, or several, or nobody.</summary>
    protected static Ending EndingOf(IReadOnlyList<int> winners) => winners.Count switch
    {
        0 => Ending.NoQuorum,
        1 => Ending.Chosen,
        _ => Ending.Tied,
    };
}
