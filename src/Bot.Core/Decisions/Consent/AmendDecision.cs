using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>A proposal has a new text, and what was answered to the former one has to be confirmed.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Version">The number of the text.</param>
/// <param name="Text">The text.</param>
/// <param name="Before">What it read before.</param>
/// <param name="Until">Until when one can answer.</param>
/// <param name="HasAnswers">Whether others had answered it.</param>
public sealed record DecisionAmended(Ref Decision, int Version, string Text, string Before, Instant Until, bool HasAnswers) : Says;

/// <summary>A slip in a proposal's text was corrected; what was answered stands.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Version">The number of the text.</param>
/// <param name="Text">The text.</param>
/// <param name="Before">What it read before.</param>
public sealed record DecisionCorrected(Ref Decision, int Version, string Text, string Before) : Says;

/// <summary>To somebody who had answered the former text.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Version">The number of the text.</param>
/// <param name="Text">The text.</param>
/// <param name="Before">What it read before.</param>
/// <param name="Choice">What they had answered.</param>
public sealed record PleaseConfirm(Ref Decision, int Version, string Text, string Before, Says Choice) : Says;

/// <summary>To somebody who objected to the former text.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Version">The number of the text.</param>
/// <param name="Text">The text.</param>
/// <param name="Before">What it read before.</param>
public sealed record IsItIntegrated(Ref Decision, int Version, string Text, string Before) : Says;

/// <summary>Asked when a text changes: only a slip, or what it means?</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Before">What it reads now.</param>
/// <param name="Text">What it would read.</param>
public sealed record WhatKindOfChange(Ref Decision, string Before, string Text) : Says;

/// <summary>« Une faute corrigée », on a button.</summary>
public sealed record OnlyASlip : Says;

/// <summary>« Le fond change », on a button.</summary>
public sealed record WhatItMeans : Says;

/// <summary>« Ça change le fond », on a button.</summary>
public sealed record ItIsNoSlip : Says;

/// <summary>What people vote on is not worded anew: it is withdrawn, and another is opened.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
public sealed record OptionsStand(Ref Decision, string Title) : Says;

/// <summary>To the author of a proposal: somebody would word it otherwise.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Who">Who would.</param>
/// <param name="Text">How.</param>
public sealed record PerhapsWordedSo(Ref Decision, string Who, string Text) : Says;

/// <summary>« Je reprends ce texte », on a button.</summary>
public sealed record TakeThatText : Says;

/// <summary>To somebody whose wording was handed on to the author.</summary>
/// <param name="Decision">The proposal's code.</param>
/// <param name="Author">The author.</param>
public sealed record WordingHandedOn(Ref Decision, string Author) : Says;

/// <summary>The text is what it was.</summary>
/// <param name="Decision">The proposal's code.</param>
public sealed record SameText(Ref Decision) : Says;

/// <summary>To amend a decision that was taken: it takes a new proposal.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
public sealed record AlreadyDecided(Ref Decision, string Title) : Says;

/// <summary>« Proposer ce texte », on a button.</summary>
public sealed record ProposeThatText : Says;

/// <summary>What kind of change it is: « correction », or « fond ».</summary>
/// <param name="IsCorrection">Whether only a slip is corrected.</param>
public sealed record ChangeKind(bool IsCorrection) : IReadable<ChangeKind>
{
    /// <summary>How a button says that only a slip is corrected.</summary>
    internal const string Slip = "=";

    /// <summary>How a button says that what it means changes.</summary>
    internal const string Meaning = "!";

    /// <inheritdoc/>
    public static ChangeKind? Read(Words words, Asked how, Turn turn) => how.IsAlone ? new ChangeKind(words.LeftText == Slip) : null;
}

/// <summary>
/// Changes the text of a proposal. Its author does; what others would change is handed on to them. When what it means changes, what was
/// answered has to be confirmed, but objections stand; a voter who sees more than a slip in a correction says so.
/// </summary>
public sealed record AmendDecision(Proposal On, string Text, ChangeKind? As = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var decision = On.Decision;
        var text = Propose.TextOf(Text);
        RefuseIfPointless(decision, text);
        Voting.RefuseIfOver(decision, turn);
        if (turn.Member.Id != decision.Author)
        {
            return HandOn(decision, text, turn);
        }

        var isCorrection = As?.IsCorrection ?? (MayBeASlip(decision, text, turn) ? throw Ask(decision, text) : false);
        var amended = decision.Amended(text, turn.Now, isCorrection);
        turn.Keep(amended);
        return isCorrection
            ? Amending.Corrected(amended, turn)
            : Amending.Changed(amended, decision.Text, turn);
    }

    private static void RefuseIfPointless(Decision decision, string text)
    {
        if (decision is { Terms: not null, IsOpen: true })
        {
            throw new Refusal(new OptionsStand(decision.Ref, decision.Title));
        }

        if (decision.Stands)
        {
            var offer = Offering.To<Replace>(new ProposeThatText(), decision);
            throw new Refusal(new AlreadyDecided(decision.Ref, decision.Title) { Offers = [offer with { Intent = offer.Intent.With(nameof(Replace.Text), text) }] });
        }

        if (text.Length == 0)
        {
            throw Doubt.NoWords<AmendDecision>(nameof(Text), decision.Ref.ToString());
        }

        if (text == decision.Text)
        {
            throw new Refusal(new SameText(decision.Ref));
        }
    }

    // Another amount, another day is never a slip; and where nobody has answered yet, nothing has to be confirmed.
    private static bool MayBeASlip(Decision decision, string text, Turn turn) =>
        Digits(text) == Digits(decision.Text) && decision.Ballots(turn).Any(ballot => ballot.Choice is not null && ballot.Voter != decision.Author);

    private static string Digits(string text) => new([.. text.Where(char.IsDigit)]);

    private static Doubt Ask(Decision decision, string text) =>
        new(
            new WhatKindOfChange(decision.Ref, decision.Text, text),
            [new Way(new OnlyASlip(), ChangeKind.Slip), new Way(new WhatItMeans(), ChangeKind.Meaning)])
        {
            Parameter = nameof(As),
            OtherWords = $"{decision.Ref} {text}",
        };

    private static WordingHandedOn HandOn(Decision decision, string text, Turn turn)
    {
        var author = turn.Find<Member>(decision.Author)!;
        var offer = Offering.To<AmendDecision>(new TakeThatText(), decision);
        turn.Tell(
            author,
            new PerhapsWordedSo(decision.Ref, turn.Member.Name, text) { Offers = [offer with { Intent = offer.Intent.With(nameof(Text), text) }] },
            OutgoingKind.Ballot);
        turn.HeardBy = Audience.Asker;
        return new WordingHandedOn(decision.Ref, author.Name);
    }
}

/// <summary>Tells those whom a new text concerns, and nobody else.</summary>
internal static class Amending
{
    /// <summary>A slip was corrected.</summary>
    public static Says Corrected(Decision amended, Turn turn)
    {
        var before = amended.Wordings[^2].Text;
        Course.Follow(amended, turn);
        var says = new DecisionCorrected(amended.Ref, amended.Version, amended.Text, before) { Offers = [Offering.To<ContestCorrection>(new ItIsNoSlip(), amended)] };
        TellElsewhere(amended, says, turn);
        return says;
    }

    /// <summary>What the text means changed.</summary>
    public static Says Changed(Decision amended, string before, Turn turn)
    {
        var progress = amended.Progress(turn);
        turn.Keep(progress with { Deadline = Instant.Max(progress.Deadline, turn.Now + Rules.TimeToReadAgain) });
        var answers = amended.Ballots(turn).Where(ballot => ballot.Voter != turn.Member.Id && ballot.Choice is not null).ToList();
        foreach (var ballot in answers)
        {
            AskAgain(amended, ballot, before, turn);
        }

        Course.Follow(amended, turn);
        var says = new DecisionAmended(amended.Ref, amended.Version, amended.Text, before, amended.Progress(turn).Deadline, answers.Count > 0);
        TellElsewhere(amended, says, turn);
        return says;
    }

    private static void AskAgain(Decision amended, Ballot ballot, string before, Turn turn)
    {
        if (turn.Find<Member>(ballot.Voter) is not { } voter || !turn.HasPrivateChat(voter))
        {
            return;
        }

        Says says = ballot.IsObjection
            ? new IsItIntegrated(amended.Ref, amended.Version, amended.Text, before) { Offers = [Offering.ToLift(amended)] }
            : new PleaseConfirm(amended.Ref, amended.Version, amended.Text, before, ballot.Choice!.Value.Name())
            {
                Offers = [Offering.ToConfirm(amended, ballot), .. Offering.Answers(amended).Where(offer => offer.Intent.Command != Offering.ToConfirm(amended, ballot).Intent.Command)],
            };
        turn.Tell(voter, says, OutgoingKind.Ballot);
    }

    private static void TellElsewhere(Decision amended, Says says, Turn turn)
    {
        foreach (var room in amended.Rooms.Where(room => room != turn.Room?.Id && (turn.Room is not null || room != turn.Settings.Home)).Select(turn.Find<Room>).OfType<Room>())
        {
            turn.Tell(room, says, OutgoingKind.Ballot);
        }
    }
}
