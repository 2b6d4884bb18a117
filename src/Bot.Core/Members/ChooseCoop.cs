using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Members;

/// <summary>What the coop of a room is called.</summary>
/// <param name="Coop">Its name.</param>
/// <param name="IsSettled">Whether it chose that name itself.</param>
public sealed record CoopIsCalled(CoopNamed Coop, bool IsSettled) : Says, ITellWhichCoop;

/// <summary>Which coop a private chat is about.</summary>
/// <param name="Coop">Its name.</param>
/// <param name="Others">Those it could be about.</param>
public sealed record ChatIsAbout(CoopNamed Coop, IReadOnlyList<string> Others) : Says, ITellWhichCoop;

/// <summary>A private chat is about another coop now.</summary>
/// <param name="Coop">Its name.</param>
public sealed record ChatTurnsTo(CoopNamed Coop) : Says, ITellWhichCoop;

/// <summary>A private chat is a trial; it is about no coop before that is over.</summary>
public sealed record ChatIsATrial : Says, ITellWhichCoop;

/// <summary>Somebody is in no coop of that name.</summary>
/// <param name="Typed">What was typed.</param>
/// <param name="Known">Those they are in.</param>
public sealed record NoSuchCoop(string Typed, IReadOnlyList<string> Known) : Says;

/// <summary>Tells which coop this is; in private, makes the chat about another one. A group never hears which others somebody is in.</summary>
public sealed record ChooseCoop(string? Name = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        if (!turn.IsPrivate && !turn.IsSandbox)
        {
            return new CoopIsCalled(turn.CoopName, turn.Settings.Name is not null);
        }

        if (turn.IsSandboxOpen)
        {
            return new ChatIsATrial();
        }

        var here = new OtherCoop(turn.CoopId, turn.CoopName);
        var others = turn.OtherCoops;
        var meant = Name is null ? here : Meant([here, .. others], turn);
        if (meant == here)
        {
            return new ChatIsAbout(here.Name, [.. others.Select(other => Written(other, turn))]) { Offers = [.. others.Select(OfferOf)] };
        }

        turn.TurnTo(meant);
        return new ChatTurnsTo(meant.Name);
    }

    private OtherCoop Meant(IReadOnlyList<OtherCoop> coops, Turn turn)
    {
        if (coops.FirstOrDefault(coop => coop.Id == Name) is { } pressed)
        {
            return pressed;
        }

        var typed = FoldedTitle.Of(Name!);
        var fits = coops.ToLookup(coop => Matching.Compare(typed, FoldedTitle.Of(Written(coop, turn))));
        var best = fits.Min(fit => fit.Key);
        List<OtherCoop> found = [.. fits[best]];
        return best == Fit.None ? throw new Refusal(new NoSuchCoop(Plain.Short(Name!), [.. coops.Select(coop => Written(coop, turn))]) { Offers = [.. coops.Skip(1).Select(OfferOf)] })
            : best <= Fit.Prefix && found is [var only] ? only
            : throw WhichOf(found, turn);
    }

    // What was nearly right is asked about: acting in the wrong coop is worse than a question.
    private Doubt WhichOf(List<OtherCoop> found, Turn turn)
    {
        var typed = Plain.Short(Name!);
        return found is [var near]
            ? new Doubt(new PerhapsThat(typed, Written(near, turn)), [new Way(new Yes(), near.Id), new Way(new No())]) { Parameter = nameof(Name), OtherWords = "" }
            : new Doubt(new SeveralFit(found.Count, typed), [.. found.Select(coop => new Way(coop.Name, coop.Id)), new Way(new NoneOfThese())])
            { Parameter = nameof(Name), OtherWords = "" };
    }

    private static string Written(OtherCoop coop, Turn turn) => turn.Parts.Texts.Write(coop.Name, turn.VoiceFor(turn.Member));

    private static Offer OfferOf(OtherCoop coop) => new(coop.Name, Intent.To<ChooseCoop>().With(nameof(Name), coop.Id));
}
