using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;
using Marks = System.Collections.Immutable.ImmutableSortedDictionary<int, int>;

namespace Bot.Core.Decisions;

/// <summary>« Favorable », « partagé »: the tone of an advice.</summary>
/// <param name="Tone">The key of its word.</param>
public sealed record ToneWord(string Tone) : Says
{
    /// <inheritdoc/>
    public override string Key => $"ToneWord.{Tone}";
}

/// <summary>Who is asked for advice.</summary>
/// <param name="Concerned">Those whom it concerns.</param>
/// <param name="Experts">Those who know the matter.</param>
/// <param name="WhyNone">Why there are none.</param>
public sealed record AdviceAskedOf(IReadOnlyList<string> Concerned, IReadOnlyList<string> Experts, string? WhyNone) : Says;

/// <summary>An advice, on a line.</summary>
/// <param name="Tone">Its tone.</param>
/// <param name="Who">Whose it is.</param>
/// <param name="Reason">What they say.</param>
public sealed record AdviceLine(Says Tone, string Who, string? Reason) : Says;

/// <summary>Those who were asked for advice have answered, or had their time.</summary>
/// <param name="Decision">The code.</param>
/// <param name="Title">The title.</param>
/// <param name="Who">Who may decide now.</param>
/// <param name="Until">Until when.</param>
public sealed record MayDecideNow(Ref Decision, string Title, string Who, Instant Until) : Says;

/// <summary>Who asked for advice has decided.</summary>
/// <param name="Decision">The code.</param>
/// <param name="Title">What it was about.</param>
/// <param name="Who">Who decided.</param>
/// <param name="Text">What.</param>
/// <param name="Thanks">Those who gave advice.</param>
/// <param name="IsStatutory">Whether a general meeting has to confirm it.</param>
public sealed record AdviceFollowed(Ref Decision, string Title, string Who, string Text, IReadOnlyList<string> Thanks, bool IsStatutory) : Says;

/// <summary>Asks why, of who gave an advice by a button.</summary>
/// <param name="Decision">The code.</param>
public sealed record AndWhy(Ref Decision) : Says;

/// <summary>
/// The advice process: who has an intention hears those whom it concerns and those who know, then decides. No advice blocks; nothing is decided
/// before each of those who were named has answered, or had three days.
/// </summary>
internal sealed class ByAdvice : ByBallot
{
    /// <summary>How many days those who are named have.</summary>
    internal const int DaysToAnswer = 3;

    private const int MostAdvice = 4;
    private const int FitsOnALine = 120;
    private static readonly Duration TimeToDecide = Duration.FromDays(14);
    private static readonly (int Tone, string Name)[] Tones = [(1, "For"), (2, "Mixed"), (3, "Against"), (4, "None")];

    /// <inheritdoc/>
    protected override bool ShowsAnswers => true;

    /// <summary>Whether who asked may decide.</summary>
    public static bool MayDecide(Decision decision, Poll poll, Instant now) => now >= poll.Progress.FirstDeadline || !poll.Missing.Any();

    /// <inheritdoc/>
    public override IReadOnlyList<Offer> Offers(Decision decision) => [.. Tones.Select(each => Offering.ToVote(new ToneWord(each.Name), decision, $"{each.Tone}"))];

    /// <inheritdoc/>
    public override Step Next(Decision decision, Marks marks, IReadOnlyList<int> order) => marks.IsEmpty ? new Step(null, Offers(decision))
        : marks.ContainsKey(Tones[^1].Tone) ? Step.Done
        : new Step(new AndWhy(decision.Ref), []);

    /// <inheritdoc/>
    public override Paper? Read(string typed, Decision decision, Marks? before, TextBook texts)
    {
        var words = new Words(typed);
        foreach (var (tone, name) in Tones)
        {
            foreach (var phrase in texts.Words($"Tone{name}.words").Append($"{tone}").OrderByDescending(phrase => phrase.Length))
            {
                if (!words.IsEmpty && words.Spells(phrase, 0) is > 0 and var length)
                {
                    words.Take(0, length);
                    return new Paper(Marks.Empty.Add(tone, 1), Voting.Reasoned(words.LeftText));
                }
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public override Verdict At(Decision decision, Poll poll, Turn turn)
    {
        var progress = poll.Progress;
        return progress.IsExtended
            ? new Verdict(progress, progress.Deadline <= turn.Now ? Ending.NoBearers : null)
            : !MayDecide(decision, poll, turn.Now)
                ? new Verdict(progress)
                : new Verdict((progress with { IsExtended = true, Deadline = turn.Now + TimeToDecide }).With(turn.Now, Turning.MayDecide));
    }

    /// <inheritdoc/>
    public override Says Longer(Decision decision, Progress progress, IRecords records) => progress.IsExtended
        ? new MayDecideNow(decision.Ref, decision.Title, records.Find<Member>(decision.Author)!.Name, progress.Deadline)
        : base.Longer(decision, progress, records);

    /// <inheritdoc/>
    public override Says Result(Decision decision, Poll poll, IRecords records) => decision.Closure!.Ending != Ending.Concluded
        ? base.Result(decision, poll, records)
        : new AdviceFollowed(
            decision.Ref, decision.Title, records.Find<Member>(decision.Author)!.Name, decision.Note!,
            decision.Ballots(records).Where(ballot => ballot.Marks is not null && ballot.Voter != decision.Author).OrderBy(ballot => ballot.At).Select(ballot => ballot.Voter).Names(records), decision.IsStatutory)
        {
            Offers = [Offering.ToMakeAction(decision)],
        };

    /// <inheritdoc/>
    public override IReadOnlyList<Says> Lines(Decision decision, IRecords records) =>
    [
        .. decision.Ballots(records).Where(ballot => ballot.Marks is not null).OrderBy(ballot => ballot.At)
            .Select(ballot => new AdviceLine(Tell(decision, ballot), records.Find<Member>(ballot.Voter)!.Name, ballot.Reason is { } reason ? Plain.Short(reason, FitsOnALine) : null)),
    ];

    /// <inheritdoc/>
    protected override IReadOnlyList<Says> Options(Decision decision, Urn urn, IRecords records) =>
    [
        new AdviceAskedOf((urn.Terms.Asked ?? []).Except(urn.Terms.Special ?? []).Names(records), (urn.Terms.Special ?? []).Names(records), urn.Terms.WhyNone),
        .. Lines(decision, records).Take(MostAdvice),
    ];

    /// <inheritdoc/>
    protected override Says Describe(Decision decision, Marks marks) => new ToneWord(Array.Find(Tones, each => marks.ContainsKey(each.Tone)).Name);

    /// <inheritdoc/>
    protected override Tallied Count(Urn urn) => new(Ending.Concluded, [], []);
}
