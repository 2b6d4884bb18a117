using Bot.Core.Commands;
using Bot.Core.Texts;

namespace Bot.Core.Decisions;

/// <summary>« Question », on a button.</summary>
public sealed record AskSomething : Says;

/// <summary>« Toujours d'accord », on a button: what was answered on an earlier text still holds.</summary>
/// <param name="Choice">What was answered.</param>
public sealed record StillSo(Says Choice) : Says;

/// <summary>« Je lève », on a button.</summary>
public sealed record LiftIt : Says;

/// <summary>« En faire une action », on a button.</summary>
public sealed record MakeAnAction : Says;

/// <summary>The buttons of the slice, each of which stands for something one could type.</summary>
internal static class Offering
{
    /// <summary>All that one can answer to a proposal.</summary>
    public static IReadOnlyList<Offer> Answers(Decision decision) => decision.Method.Offers(decision);

    /// <summary>All that one can answer to a proposal that is decided by consent.</summary>
    public static IReadOnlyList<Offer> ToConsent(Decision decision) =>
    [
        To<GiveAccord>(new Agree(), decision),
        .. decision.Rules.IsStrict ? [] : new[] { To<GiveAbstention>(new Abstain(), decision), To<GiveReserve>(new Reserved(), decision) },
        To<RaiseObjection>(new Object(), decision),
        To<AskAboutIt>(new AskSomething(), decision),
    ];

    /// <summary>To answer with what one could type behind the code.</summary>
    public static Offer ToVote(Says label, Decision decision, string typed)
    {
        var offer = To<GiveBallot>(label, decision);
        return offer with { Intent = offer.Intent.With(nameof(GiveBallot.Text), typed) };
    }

    /// <summary>To object.</summary>
    public static Offer ToObject(Decision decision) => To<RaiseObjection>(new Object(), decision);

    /// <summary>To lift one's objection.</summary>
    public static Offer ToLift(Decision decision) => To<LiftObjection>(new LiftIt(), decision);

    /// <summary>To have somebody do what was decided.</summary>
    public static Offer ToMakeAction(Decision decision) => To<MakeActionOf>(new MakeAnAction(), decision);

    /// <summary>To say again what one answered to an earlier text.</summary>
    public static Offer ToConfirm(Decision decision, Ballot ballot) => ballot.Choice switch
    {
        Choice.Accord => To<GiveAccord>(new StillSo(Choice.Accord.Name()), decision),
        Choice.Abstention => To<GiveAbstention>(new StillSo(Choice.Abstention.Name()), decision),
        _ => To<GiveReserve>(new StillSo(Choice.Reserve.Name()), decision) is var offer && ballot.Reason is { } reason ? offer with { Intent = offer.Intent.With(nameof(GiveReserve.Reason), reason) } : offer,
    };

    /// <summary>A command about a proposal. All of them call that parameter the same.</summary>
    public static Offer To<TCommand>(Says label, Decision decision) where TCommand : ICommand =>
        new(label, Intent.To<TCommand>().With(nameof(GiveAccord.On), decision.Ref));
}
