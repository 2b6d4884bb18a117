using System.Globalization;
using Bot.Core.Texts;

namespace Bot.Core.Decisions;

/// <summary>« Bien »: a grade.</summary>
/// <param name="Grade">The key of its words: from 0 to 5.</param>
public sealed record GradeWord(string Grade) : Says
{
    /// <inheritdoc/>
    public override string Key => $"GradeWord.{Grade}";
}

/// <summary>How many gave a grade, in the middle of a line.</summary>
/// <param name="Grade">The grade.</param>
/// <param name="Count">How many.</param>
public sealed record GradeCount(Says Grade, int Count) : Says;

/// <summary>The grades of an option, on a line.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Option">What it is.</param>
/// <param name="Grade">Its majority grade.</param>
/// <param name="Profile">How many gave each grade, the best first.</param>
public sealed record GradeLine(int Number, Says Option, Says Grade, Says? Profile) : Says;

/// <summary>Majority judgment: a grade in words for each option; the best majority grade is chosen.</summary>
internal sealed class ByJudgment : ByMarks
{
    /// <inheritdoc/>
    protected override IReadOnlyList<(int Value, Says Name)> Scale { get; } =
        [.. Enumerable.Range(0, JudgmentTally.Grades).Reverse().Select(value => (value, (Says)Word(value)))];

    /// <inheritdoc/>
    protected override bool TakesNumbers => false;

    /// <inheritdoc/>
    protected override int? Value(string folded, TextBook texts) =>
        Digit(folded) ?? (Enumerable.Range(0, JudgmentTally.Grades).Where(grade => texts.Words($"Grade{grade}.words").Contains(folded)).ToList() is [var only] ? only : null);

    /// <inheritdoc/>
    protected override Tallied Count(Urn urn)
    {
        var ranked = JudgmentTally.Rank(urn.Options, urn.Marks);
        var winners = JudgmentTally.Winners(ranked);
        return new Tallied(EndingOf(winners), winners, [.. ranked.Select(standing => Line(standing, urn.Terms))]);
    }

    private static GradeLine Line(JudgmentStanding standing, Terms terms) => new(
        standing.Option,
        OptionNames.Of(terms.Options[standing.Option - 1]),
        Word(standing.Median),
        Joined([.. standing.Counts.Select((count, grade) => (count, grade)).Reverse().Where(each => each.count > 0).Select(each => new GradeCount(Word(each.grade), each.count))]));

    private static GradeWord Word(int grade) => new(grade.ToString(CultureInfo.InvariantCulture));
}
