using System.Text.Json.Serialization;
using NodaTime;

namespace Bot.Core.Memory;

/// <summary>
/// One thing a coop remembers and can take back alone: an immutable record. Change it with verbs of its own that return a
/// new one, and hand that to <see cref="Turns.Turn.Keep"/>. Give each kind a <see cref="KindAttribute"/>.
/// </summary>
public abstract record Document
{
    /// <summary>Its number in its coop, counted per kind from 1 and never used again.</summary>
    [JsonIgnore]
    public int Id { get; init; }

    /// <summary>Settled things (done, closed) are set apart, so that ordinary turns read only what is live.</summary>
    [JsonIgnore]
    public virtual bool IsSettled => false;

    /// <summary>Its code, as people type it: A12.</summary>
    [JsonIgnore]
    public Ref Ref => new(Kind.Of(GetType()).Letter, Id);
}

/// <summary>How a kind of document is named for ever in the store, whatever its class is called later.</summary>
/// <param name="name">The stored name.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class KindAttribute(string name) : Attribute
{
    /// <summary>The stored name.</summary>
    public string Name { get; } = name;

    /// <summary>The letter of its codes (A12), for kinds that members name by code.</summary>
    public char Letter { get; init; }

    /// <summary>The version of the stored form, kept beside each document so that an older one can be told apart.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The bot's own bookkeeping (a pending question, a due job): kept, but not part of the trace or of undo.</summary>
    public bool IsBookkeeping { get; init; }
}

/// <summary>Something with a title by which people find it.</summary>
public interface ITitled
{
    /// <summary>The title, in its author's words.</summary>
    string Title { get; }

    /// <summary>Its code.</summary>
    Ref Ref { get; }
}

/// <summary>Something whose present state can be said in one short sentence, as after an undo.</summary>
public interface IDescribed
{
    /// <summary>What is true of it now.</summary>
    /// <param name="records">Everything the coop knows.</param>
    Texts.Says Describe(IRecords records);

    /// <summary>What is true once it is there no more; null when that goes without saying.</summary>
    /// <param name="records">Everything the coop knows.</param>
    Texts.Says? DescribeGone(IRecords records) => null;
}

/// <summary>Something that can say why it is as it is.</summary>
public interface IExplained : ITitled
{
    /// <summary>Why: what was asked for, what is there, what is missing.</summary>
    /// <param name="turn">The turn of who asks.</param>
    Texts.Says Explain(Turns.Turn turn);
}

/// <summary>Something that is shut one day, such as an answer once the vote is over: from then on nobody takes back what was done to it.</summary>
public interface ISealed
{
    /// <summary>Why it is shut; null while it is not.</summary>
    /// <param name="records">Everything the coop knows.</param>
    Texts.Says? WhySealed(IRecords records);
}

/// <summary>Something that only one can have at a time: what somebody else has meanwhile is not put back.</summary>
public interface IExclusive
{
    /// <summary>Who has it instead; null when nobody does.</summary>
    /// <param name="turn">The turn.</param>
    Texts.Says? WhyTaken(Turns.Turn turn);
}

/// <summary>Something about which people leave words: they stand in its history, beside what was done to it.</summary>
public interface IRemarked
{
    /// <summary>What people said about it, oldest first.</summary>
    /// <param name="records">Everything the coop knows.</param>
    IEnumerable<Remark> Remarks(IRecords records);

    /// <summary>Whether that is its whole story: what was done to it is told there too, and needs no other lines.</summary>
    bool TellsAll => false;
}

/// <summary>Words that somebody left about something.</summary>
/// <param name="At">When.</param>
/// <param name="Says">The words, and who left them.</param>
public sealed record Remark(Instant At, Texts.Says Says);
