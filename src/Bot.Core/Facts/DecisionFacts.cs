using Bot.Core.Memory;

namespace Bot.Core.Facts;

/// <summary>How a proposal ended, for those who only want to know that.</summary>
public enum DecisionOutcome
{
    /// <summary>The coop decided it.</summary>
    Adopted,

    /// <summary>The coop decided it; some have concerns.</summary>
    AdoptedWithReserves,

    /// <summary>Too few answered, or hardly anybody was for it.</summary>
    Lapsed,

    /// <summary>It is for the next meeting.</summary>
    Referred,

    /// <summary>Its author took it back.</summary>
    Withdrawn,

    /// <summary>The coop voted, and not for it.</summary>
    Rejected,

    /// <summary>People said what they had to say; nothing is decided by that alone.</summary>
    Told,
}

/// <summary>Something was proposed to the coop.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title then.</param>
/// <param name="Member">Who proposed it.</param>
/// <param name="From">What it was made of, if of something.</param>
public sealed record DecisionWasOpened(Ref Decision, string Title, int Member, Ref? From = null);

/// <summary>A proposal ended.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title then.</param>
/// <param name="Member">Who proposed it.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record DecisionWasClosed(Ref Decision, string Title, int Member, DecisionOutcome Outcome);

/// <summary>The author of a proposal, or who spoke for the meeting, wrote down what came of it.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Member">Who wrote.</param>
/// <param name="Text">What.</param>
public sealed record OutcomeWasWritten(Ref Decision, string Title, int Member, string Text);

/// <summary>People settled on a time to meet.</summary>
/// <param name="Title">What for.</param>
/// <param name="Time">When.</param>
/// <param name="Coming">Those who said that they can.</param>
/// <param name="Perhaps">Those who said that they can if need be.</param>
public sealed record DateWasChosen(string Title, EventTime Time, IReadOnlyList<int> Coming, IReadOnlyList<int> Perhaps)
{
    /// <summary>What it was made of, if of something.</summary>
    public Ref? From { get; init; }
}

/// <summary>Something that was decided, or taken up, is to be done by somebody.</summary>
/// <param name="Title">What.</param>
/// <param name="From">What it was made of.</param>
public sealed record ActionWasDecided(string Title, Ref From);
