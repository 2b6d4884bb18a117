using Bot.Core.Texts;

namespace Bot.Core.Decisions;

/// <summary>The scores of an option, on a line.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Option">What it is.</param>
/// <param name="Whole">The mean, before the point.</param>
/// <param name="Tenth">And behind.</param>
/// <param name="Count">How many scored it.</param>
/// <param name="Low">The lowest score.</param>
/// <param name="High">The highest.</param>
public sealed record ScoreLine(int Number, Says Option, int Whole, int Tenth, int Count, int Low, int High) : Says;

/// <summary>An option that nobody said anything of.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Option">What it is.</param>
public sealed record NobodySaid(int Number, Says Option) : Says;

/// <summary>Scores from 0 to 5: the best mean is chosen.</summary>
internal sealed class ByScores : ByMarks
{
    /// <inheritdoc/>
    protected override IReadOnlyList<(int Value, Says Name)> Scale { get; } =
        [.. Enumerable.Range(0, ScoreTally.Best + 1).Reverse().Select(value => (value, (Says)new MarkNumber(value)))];

    /// <inheritdoc/>
    protected override int? Value(string folded, TextBook texts) => Digit(folded);

    /// <inheritdoc/>
    protected override Tallied Count(Urn urn)
    {
        var ranked = ScoreTally.Rank(urn.Options, urn.Marks);
        var winners = ScoreTally.Winners(ranked);
        return new Tallied(EndingOf(winners), winners, [.. ranked.Select(standing => Line(standing, OptionNames.Of(urn.Terms.Options[standing.Option - 1])))]);
    }

    private static Says Line(ScoreStanding standing, Says option) => standing.Raters == 0
        ? new NobodySaid(standing.Option, option)
        : new ScoreLine(standing.Option, option, standing.Tenths / 10, standing.Tenths % 10, standing.Raters, standing.Low, standing.High);
}
