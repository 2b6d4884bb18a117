using System.Globalization;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Somebody made another's objection theirs.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Whose">Whose it was.</param>
public sealed record ObjectionTakenOver(Ref Decision, string Whose) : Says;

/// <summary>There is no objection to take over.</summary>
/// <param name="Decision">The proposal's code.</param>
public sealed record NothingToTakeOver(Ref Decision) : Says;

/// <summary>Makes the objection of somebody who cannot block, or who left, one's own.</summary>
[HeardBy(Audience.Asker, IsPersonal = false)]
public sealed record TakeObjectionOver(Proposal On, Person? From = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var decision = On.Decision;
        Voting.RefuseIfOver(decision, turn);
        var progress = decision.Progress(turn);
        var taken = decision.Ballots(turn).FirstOrDefault(ballot => ballot.IsObjection && (ballot.IsAdvice || progress.Orphans.ContainsKey(ballot.Voter))
            && (From is null || From.Member.Id == ballot.Voter)) ?? throw new Refusal(new NothingToTakeOver(decision.Ref));
        turn.Keep(taken.Without(Fate.TakenOver, turn.SaidAt, decision.Version));
        turn.Keep(progress with { Orphans = progress.Orphans.Remove(taken.Voter) });
        Voting.Answer(decision, Choice.Objection, taken.Reason, behalf: null, turn);
        return new ObjectionTakenOver(decision.Ref, turn.Find<Member>(taken.Voter)!.Name);
    }

    /// <summary>The button that takes somebody's objection over.</summary>
    internal static Offer Offer(Decision decision, Member whose)
    {
        var offer = Offering.To<TakeObjectionOver>(new MakeItMine(), decision);
        return offer with { Intent = offer.Intent.With(nameof(From), string.Create(CultureInfo.InvariantCulture, $"#{whose.Id}")) };
    }
}
