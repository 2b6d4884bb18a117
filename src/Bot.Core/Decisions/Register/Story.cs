using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>A proposal was made, in its story.</summary>
/// <param name="Who">Who made it.</param>
/// <param name="When">When.</param>
public sealed record WasProposed(string Who, Instant When) : Says;

/// <summary>Its text changed, in its story.</summary>
/// <param name="Version">The number of the text.</param>
/// <param name="Text">The text.</param>
/// <param name="When">When.</param>
public sealed record WasReworded(int Version, string Text, Instant When) : Says;

/// <summary>Somebody answered, in its story.</summary>
/// <param name="Who">Who.</param>
/// <param name="Choice">What.</param>
/// <param name="When">When.</param>
public sealed record WasAnswered(string Who, Says Choice, Instant When) : Says;

/// <summary>It ended, in its story.</summary>
/// <param name="Outcome">How.</param>
public sealed record HasEnded(Says Outcome) : Says;

/// <summary>What happened by itself, in its story.</summary>
/// <param name="Turning">The key of its sentence.</param>
/// <param name="When">When.</param>
public sealed record Turned(string Turning, Instant When) : Says
{
    /// <inheritdoc/>
    public override string Key => $"Turned.{Turning}";
}

/// <summary>Tells a proposal's story: what people did, and what followed by itself.</summary>
internal static class Story
{
    /// <summary>The story, oldest first.</summary>
    public static IEnumerable<Remark> Of(Decision decision, IRecords records)
    {
        var ballots = decision.Ballots(records).ToList();
        var told = new List<Remark> { new(decision.OpenedAt, new WasProposed(Name(decision.Author), decision.OpenedAt)) };
        told.AddRange(decision.Wordings.Skip(1).Select((wording, index) => new Remark(wording.At, new WasReworded(index + 2, wording.Text, wording.At))));
        told.AddRange(ballots.Where(ballot => ballot.HasAnswer)
            .Select(ballot => new Remark(ballot.At, new WasAnswered(Name(ballot.Voter), decision.Method.Show(decision, ballot), ballot.At))));
        told.AddRange(ballots.SelectMany(ballot => ballot.Past.Select(past =>
            new Remark(past.At, new ObjectionTold(past.Fate.ToString(), Name(ballot.Voter), past.Reason, past.At)))));
        told.AddRange(decision.Progress(records).Milestones.Select(each => new Remark(each.At, new Turned(each.What.ToString(), each.At))));
        if (decision.Closure is { } closure)
        {
            told.Add(new Remark(closure.At, new HasEnded(DecisionCard.Outcome(decision with { EndedBy = 0 }))));
        }

        return told.OrderBy(remark => remark.At);

        string Name(int member) => records.Find<Member>(member)!.Name;
    }
}
