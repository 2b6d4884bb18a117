using Bot.Core.Commands;
using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Members;

/// <summary>A trial begins.</summary>
/// <param name="Neighbours">The people who were made up for it.</param>
/// <param name="Hours">How long it lasts.</param>
public sealed record TrialBegins(IReadOnlyList<string> Neighbours, int Hours) : Says;

/// <summary>A trial is under way already.</summary>
public sealed record TrialGoesOn : Says;

/// <summary>A trial is over, and nothing of it is left.</summary>
/// <param name="Back">The coop that the private chat is about again, if any.</param>
public sealed record TrialEnded(CoopNamed? Back) : Says, ITellWhichCoop
{
    /// <summary>What whoever tried reads at the end.</summary>
    internal static TrialEnded For(Turn turn) => new(turn.OtherCoops is [var usual, ..] ? usual.Name : null);
}

/// <summary>A group is no place to try things.</summary>
public sealed record TryInPrivate : Says;

/// <summary>There is no trial to end.</summary>
public sealed record NoTrial : Says;

/// <summary>To end the trial, on a button.</summary>
public sealed record EndIt : Says;

/// <summary>To begin it anew, on a button.</summary>
public sealed record BeginAnew : Says;

/// <summary>What is to become of a trial.</summary>
/// <param name="IsAnew">Whether another one begins in its place.</param>
public sealed record TrialStep(bool IsAnew) : IReadable<TrialStep>
{
    /// <inheritdoc/>
    public static TrialStep? Read(Words words, Asked how, Turn turn)
    {
        if (words.IsEmpty)
        {
            return null;
        }

        var texts = turn.Parts.Texts;
        var isAnew = texts.Words("BeginAnew.words").Contains(words.Left[0].Folded);
        if (!isAnew && !texts.Words("EndIt.words").Contains(words.Left[0].Folded))
        {
            return null;
        }

        words.Take(0, 1);
        return new TrialStep(isAnew);
    }
}

/// <summary>Ends a trial that nobody ended.</summary>
/// <param name="Subject">There is only one.</param>
public sealed record EndTrial(string Subject) : Job(Subject)
{
    /// <inheritdoc/>
    public override void Run(Turn turn, Instant due)
    {
        turn.EndSandbox();
        turn.Tell(turn.Find<Room>(turn.Settings.Home)!, TrialEnded.For(turn));
    }
}

/// <summary>A trial, alone with the bot: the same commands, among people who were made up, and nothing of it is kept.</summary>
[HeardBy(Audience.Asker, IsPersonal = false)]
[BeginsASandbox]
public sealed record TryOut(TrialStep? Step = null) : ICommand
{
    private const int Hours = 6;

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        if (!turn.IsSandbox)
        {
            throw new Refusal(Step is null ? new TryInPrivate() : new NoTrial());
        }

        if (turn.Begins)
        {
            turn.At(turn.Now + Duration.FromHours(Hours), new EndTrial(nameof(TryOut)));
            var neighbours = turn.Live<Member>().Where(member => member.Id != turn.Member.Id).Select(member => member.Name);
            var first = turn.Parts.Furnishers.SelectMany(each => each.ToTry(turn));
            return new TrialBegins([.. neighbours], Hours) { Offers = [.. first, OfferTo(new EndIt(), turn)] };
        }

        if (Step is null)
        {
            return new TrialGoesOn() { Offers = [OfferTo(new EndIt(), turn), OfferTo(new BeginAnew(), turn)] };
        }

        turn.EndSandbox(Step.IsAnew ? Intent.To<TryOut>() : null);
        return TrialEnded.For(turn);
    }

    private static Offer OfferTo(Says step, Turn turn) =>
        new(step, Intent.To<TryOut>().With(nameof(Step), turn.Parts.Texts.Words($"{step.Key}.words")[0]));
}
