using System.Collections.Immutable;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Marks = System.Collections.Immutable.ImmutableSortedDictionary<int, int>;

namespace Bot.Core.Decisions;

/// <summary>« Oui », « si besoin », « non »: what one says to a slot.</summary>
/// <param name="Answer">The key of its word.</param>
public sealed record SlotWord(string Answer) : Says
{
    /// <inheritdoc/>
    public override string Key => $"SlotWord.{Answer}";
}

/// <summary>A slot and who can come, on a line.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Slot">When it is.</param>
/// <param name="Yes">How many can.</param>
/// <param name="IfNeedBe">How many can if need be.</param>
/// <param name="Out">Those who must be there, and can't.</param>
public sealed record SlotLine(int Number, Says Slot, int Yes, int? IfNeedBe, IReadOnlyList<string> Out) : Says;

/// <summary>« Retenir sam. 5 déc. », on a button.</summary>
/// <param name="Slot">The slot.</param>
public sealed record KeepThatDate(Says Slot) : Says;

/// <summary>When to meet: people say which slots they can; who asked keeps one, and it stands on the agenda.</summary>
internal sealed class ByDates : ByMarks
{
    private const int MostOffered = 3;

    private static readonly (int Value, string Name)[] Answers = [(SlotTally.Good, "Yes"), (SlotTally.Possible, "IfNeedBe"), (SlotTally.Refused, "No")];

    /// <inheritdoc/>
    public override bool IsReviewed => false;

    /// <inheritdoc/>
    protected override bool ShowsAnswers => true;

    /// <inheritdoc/>
    protected override bool TakesNumbers => false;

    /// <inheritdoc/>
    protected override IReadOnlyList<(int Value, Says Name)> Scale { get; } = [.. Answers.Select(each => (each.Value, (Says)new SlotWord(each.Name)))];

    /// <inheritdoc/>
    public override string TitleOf(Decision decision) => decision.Title;

    /// <summary>The slots, the earliest first.</summary>
    protected override IReadOnlyList<int> InOrder(Terms terms) =>
        [.. terms.Numbers.OrderBy(number => terms.Options[number - 1].Day).ThenBy(number => terms.Options[number - 1].Time).ThenBy(number => number)];

    /// <inheritdoc/>
    public override Paper? Read(string typed, Decision decision, Marks? before, TextBook texts) => Word(Folding.Fold(typed).Trim(), texts) is { } all
        ? new Paper(decision.Terms!.Numbers.ToImmutableSortedDictionary(number => number, _ => all))
        : base.Read(typed, decision, before, texts);

    /// <summary>What people say to each slot, the best first.</summary>
    public IReadOnlyList<SlotStanding> Rank(Urn urn) => SlotTally.Rank(InOrder(urn.Terms), urn.Ballots, urn.Terms.Special ?? []);

    /// <inheritdoc/>
    protected override int? Value(string folded, TextBook texts) => folded.Length == 0 ? SlotTally.Good : Word(folded, texts) ?? Digit(folded);

    /// <inheritdoc/>
    protected override IReadOnlyList<Says> Options(Decision decision, Urn urn, IRecords records)
    {
        var standings = Rank(urn).ToDictionary(standing => standing.Option);
        return [.. InOrder(urn.Terms).Select(number => Line(standings[number], urn.Terms, records))];
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Says> Lines(Decision decision, IRecords records) =>
        [.. Rank(Urn.Of(decision, decision.Poll(records), records, "")).Select(standing => Line(standing, decision.Terms!, records))];

    /// <inheritdoc/>
    protected override Tallied Count(Urn urn) => new(Ending.Told, [.. Rank(urn).Where(slot => !slot.IsOut && slot.Yes.Count + slot.IfNeedBe.Count > 0).Take(1).Select(slot => slot.Option)], []);

    /// <inheritdoc/>
    protected override IReadOnlyList<Offer> AfterTheEnd(Decision decision, IRecords records) => decision.Closure!.Ending == Ending.Chosen ? []
    : [
        .. Rank(Urn.Of(decision, decision.Poll(records), records, "")).Where(slot => !slot.IsOut).Take(MostOffered)
            .Select(slot => KeepDate.Offer(decision, slot.Option)),
    ];

    private static SlotLine Line(SlotStanding slot, Terms terms, IRecords records) => new(
        slot.Option, OptionNames.Of(terms.Options[slot.Option - 1]), slot.Yes.Count, slot.IfNeedBe.Count == 0 ? null : slot.IfNeedBe.Count,
        slot.IsOut ? slot.No.Where((terms.Special ?? []).Contains).Names(records) : []);

    private static int? Word(string folded, TextBook texts)
    {
        var found = Answers.Where(each => texts.Words($"Slot{each.Name}.words").Contains(folded)).ToList();
        return found is [var only] ? only.Value : null;
    }
}
