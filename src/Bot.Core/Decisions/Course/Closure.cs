using System.Collections.Immutable;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>How a proposal ended.</summary>
public enum Ending
{
    /// <summary>Adopted, by consent.</summary>
    Adopted,

    /// <summary>Adopted; some have concerns, which are kept with it.</summary>
    AdoptedWithReserves,

    /// <summary>Too few answered.</summary>
    NoQuorum,

    /// <summary>Enough answered, but hardly anybody is for it.</summary>
    NoBearers,

    /// <summary>Somebody maintains an objection: people will talk about it when they meet.</summary>
    Objected,

    /// <summary>Some voters could not be told in time: it is for the next meeting.</summary>
    NotAllTold,

    /// <summary>Its author, or the coordination, wants it talked about at a meeting.</summary>
    Referred,

    /// <summary>Its author took it back.</summary>
    Withdrawn,

    /// <summary>Voted on, and not for it: too few, or as many against.</summary>
    Rejected,

    /// <summary>One of several was chosen, or as many as there were seats.</summary>
    Chosen,

    /// <summary>Nothing separates the first of several.</summary>
    Tied,

    /// <summary>People said what they had to say; nothing is decided by that alone.</summary>
    Told,

    /// <summary>Who asked for advice decided.</summary>
    Concluded,
}

/// <summary>What is asked about the ending of a proposal.</summary>
internal static class Endings
{
    /// <summary>Whether the coop decided it.</summary>
    public static bool IsAdoption(this Ending ending) => ending is Ending.Adopted or Ending.AdoptedWithReserves or Ending.Chosen or Ending.Concluded;

    /// <summary>Whether people will talk about it at their next meeting.</summary>
    public static bool IsForMeeting(this Ending ending) => ending is Ending.Objected or Ending.NotAllTold or Ending.Referred;
}

/// <summary>The end of a proposal, with the counts it was decided by.</summary>
/// <param name="Ending">How it ended.</param>
/// <param name="At">When.</param>
/// <param name="Count">What was counted then.</param>
public sealed record Closure(Ending Ending, Instant At, Count Count)
{
    /// <summary>The numbers of the options that were chosen, or that tie.</summary>
    public ImmutableList<int>? Winners { get; init; }

    /// <summary>What it was drawn with, when it was.</summary>
    public string? Seed { get; init; }

    /// <summary>Of a secret ballot: what was voted, in the order of what it says, so that nothing tells whose it is.</summary>
    public ImmutableList<string>? Bag { get; init; }
}

/// <summary>What is counted: only those who vote, and each of them once.</summary>
/// <param name="Voters">How many vote.</param>
/// <param name="Answered">How many of them answered, the author included.</param>
/// <param name="Needed">How many had to.</param>
/// <param name="Accords">How many are for it, the author included.</param>
/// <param name="Abstentions">How many abstain.</param>
/// <param name="Reserves">How many have a concern.</param>
/// <param name="Objections">How many object.</param>
/// <param name="Bearers">How many besides the author are for it.</param>
/// <param name="BearersNeeded">How many have to be.</param>
public sealed record Count(
    int Voters, int Answered, int Needed, int Accords, int Abstentions, int Reserves, int Objections, int Bearers, int BearersNeeded);
