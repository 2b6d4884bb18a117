using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>How a proposal ended, as it is told.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Accords">How many are for it.</param>
/// <param name="Abstentions">How many abstain.</param>
/// <param name="Reserves">How many have a concern.</param>
/// <param name="Voters">How many vote.</param>
/// <param name="WithReserves">Whether the concerns are kept with it.</param>
public sealed record DecisionAdopted(Ref Decision, string Title, int Accords, int? Abstentions, int? Reserves, int Voters, bool WithReserves) : Says;

/// <summary>Too few answered a proposal.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Answered">How many did.</param>
/// <param name="Needed">How many had to.</param>
public sealed record DecisionLapsed(Ref Decision, string Title, int Answered, int Needed) : Says;

/// <summary>Enough answered, but hardly anybody is for it.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
public sealed record NobodyBearsIt(Ref Decision, string Title) : Says;

/// <summary>People will talk about it when they meet.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Objectors">Who maintains an objection.</param>
public sealed record ToTheMeeting(Ref Decision, string Title, IReadOnlyList<string> Objectors) : Says;

/// <summary>Its author took it back.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Who">Who is the author.</param>
public sealed record DecisionWithdrawn(Ref Decision, string Title, string Who) : Says;

/// <summary>Closes a proposal: seals what was answered, tells it, and lets its effect come true.</summary>
internal static class Closing
{
    /// <summary>Closes it.</summary>
    /// <param name="decision">What is closed.</param>
    /// <param name="ending">How.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="winners">What was chosen, when a person chose it.</param>
    /// <param name="isAnswer">Whether the command answers with how it ended, so that its room need not hear it twice.</param>
    public static Decision Close(Decision decision, Ending ending, Turn turn, IReadOnlyList<int>? winners = null, bool isAnswer = false)
    {
        var poll = decision.Poll(turn);
        var closure = decision.Method.Settle(decision, new Closure(ending, AsOf(ending, poll.Progress, turn.Now), poll.Count) { Winners = winners is null ? null : [.. winners] }, poll, turn);
        var closed = decision.ClosedBy(closure, turn.Zone);
        turn.Keep(closed);
        Seal(decision, turn);
        Course.TellAll(closed, closed.Method.Result(closed, poll, turn), turn, isAnswer ? turn.Room ?? turn.Find<Room>(turn.Settings.Home) : null);
        turn.Raise(new DecisionWasClosed(closed.Ref, closed.Method.TitleOf(closed), closed.Author, OutcomeOf(ending)));
        if (closed.Terms?.Options.Exists(option => option.Thing is not null) == true)
        {
            turn.Raise(new ThingsWereChosen(closed.Ref, ending == Ending.Told ? BySurvey.Chosen(closed, poll, turn) : []));
        }

        if (closed.ReviewOn is not null)
        {
            AskForReview.Plan(closed, turn);
        }

        if (ending.IsAdoption())
        {
            Effects.ComeTrue(closed, turn);
        }

        return turn.Find<Decision>(closed.Id)!;
    }

    /// <summary>How what was to be decided by consent ended, as it is told.</summary>
    public static Says ConsentResult(Decision decision, Poll poll, IRecords records)
    {
        var (ending, _, count) = decision.Closure!;
        return ending switch
        {
            Ending.Adopted or Ending.AdoptedWithReserves => new DecisionAdopted(
                decision.Ref, decision.Title, count.Accords, Some(count.Abstentions), Some(count.Reserves), count.Voters, ending == Ending.AdoptedWithReserves)
            {
                Offers = [Offering.ToMakeAction(decision)],
            },
            Ending.NoQuorum => new DecisionLapsed(decision.Ref, decision.Title, count.Answered, count.Needed),
            Ending.NoBearers => new NobodyBearsIt(decision.Ref, decision.Title),
            Ending.Withdrawn => new DecisionWithdrawn(decision.Ref, decision.Title, records.Find<Member>(decision.Author)!.Name),
            _ => new ToTheMeeting(decision.Ref, decision.Title, poll.Objections.Select(objection => objection.Voter).Names(records)),
        };
    }

    // A bot that comes late closes it as of its time: what was said after that did not count.
    private static Instant AsOf(Ending ending, Progress progress, Instant now) =>
        ending is Ending.Withdrawn or Ending.Referred or Ending.Concluded ? now : Instant.Min(now, progress.CoolingUntil ?? progress.Deadline);

    // From here on nothing of it changes any more, and ordinary turns need not read it.
    private static void Seal(Decision decision, Turn turn)
    {
        foreach (var ballot in decision.Ballots(turn).ToList())
        {
            turn.KeepQuietly(ballot with { IsSealed = true });
        }

        foreach (var inquiry in decision.Inquiries(turn).ToList())
        {
            turn.KeepQuietly(inquiry with { IsSealed = true });
        }

        foreach (var secret in Urn.SecretsOf(decision, turn).ToList())
        {
            turn.RemoveForGood(secret);
        }

        foreach (var proxy in turn.Live<Proxy>().Where(proxy => proxy.Decision == decision.Id).ToList())
        {
            turn.KeepQuietly(proxy with { IsOver = true });
        }
    }

    private static DecisionOutcome OutcomeOf(Ending ending) => ending switch
    {
        Ending.Adopted or Ending.Chosen or Ending.Concluded => DecisionOutcome.Adopted,
        Ending.AdoptedWithReserves => DecisionOutcome.AdoptedWithReserves,
        Ending.Withdrawn => DecisionOutcome.Withdrawn,
        Ending.NoQuorum or Ending.NoBearers => DecisionOutcome.Lapsed,
        Ending.Rejected => DecisionOutcome.Rejected,
        Ending.Told or Ending.Tied => DecisionOutcome.Told,
        _ => DecisionOutcome.Referred,
    };

    private static int? Some(int count) => count == 0 ? null : count;
}
