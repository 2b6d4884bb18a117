using Bot.Core.Memory;
using NodaTime;

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
public sealed record DecisionWasOpened(Ref Decision, string Title, int Member);

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
/// <param name="Day">The day.</param>
/// <param name="Time">When it begins, if that was said.</param>
/// <param name="Length">How long it lasts, if that was said.</param>
/// <param name="Coming">Those who said that they can.</param>
/// <param name="Perhaps">Those who said that they can if need be.</param>
public sealed record DateWasChosen(string Title, LocalDate Day, LocalTime? Time, Duration? Length, IReadOnlyList<int> Coming, IReadOnlyList<int> Perhaps);

/// <summary>Something that was decided is to be done by somebody.</summary>
/// <param name="Title">What.</param>
/// <param name="From">The decision's code.</param>
public sealed record ActionWasDecided(string Title, Ref From);
