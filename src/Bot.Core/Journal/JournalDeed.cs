using System.Collections.Immutable;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;

namespace Bot.Core.Journal;

/// <summary>Somebody took something on, on a line of its day.</summary>
/// <param name="Title">Its title then.</param>
/// <param name="About">Its code.</param>
/// <param name="Who">Who did.</param>
public sealed record TakenThatDay(string Title, Ref About, IReadOnlyList<string> Who) : Says;

/// <summary>Somebody gave something back, on a line of its day.</summary>
/// <param name="Title">Its title then.</param>
/// <param name="About">Its code.</param>
/// <param name="Who">Who did.</param>
public sealed record GivenBackThatDay(string Title, Ref About, IReadOnlyList<string> Who) : Says;

/// <summary>Something went from hand to hand, on a line of its day.</summary>
/// <param name="Title">Its title then.</param>
/// <param name="About">Its code.</param>
/// <param name="From">Who had it.</param>
/// <param name="To">Who has it since.</param>
public sealed record HandedOverThatDay(string Title, Ref About, string From, string To) : Says;

/// <summary>Something was done, on a line of its day.</summary>
/// <param name="Title">Its title then.</param>
/// <param name="About">Its code.</param>
/// <param name="Who">Who did it.</param>
public sealed record DoneThatDay(string Title, Ref About, IReadOnlyList<string> Who) : Says;

/// <summary>Something was proposed to the coop, on a line of its day.</summary>
/// <param name="Title">Its title then.</param>
/// <param name="About">Its code.</param>
/// <param name="Who">Who proposed it.</param>
public sealed record ProposedThatDay(string Title, Ref About, IReadOnlyList<string> Who) : Says;

/// <summary>The coop decided something, on a line of its day.</summary>
/// <param name="Title">Its title then.</param>
/// <param name="About">Its code.</param>
/// <param name="WithReserves">Whether some have concerns.</param>
public sealed record DecidedThatDay(string Title, Ref About, bool WithReserves) : Says;

/// <summary>A proposal was not adopted, on a line of its day.</summary>
/// <param name="Title">Its title then.</param>
/// <param name="About">Its code.</param>
public sealed record NotAdoptedThatDay(string Title, Ref About) : Says;

/// <summary>A proposal was left to the next meeting, on a line of its day.</summary>
/// <param name="Title">Its title then.</param>
/// <param name="About">Its code.</param>
public sealed record ReferredThatDay(string Title, Ref About) : Says;

/// <summary>A proposal was taken back, on a line of its day.</summary>
/// <param name="Title">Its title then.</param>
/// <param name="About">Its code.</param>
/// <param name="Who">Who took it back.</param>
public sealed record WithdrawnThatDay(string Title, Ref About, IReadOnlyList<string> Who) : Says;

/// <summary>Somebody wrote down what came of a decision, on a line of its day.</summary>
/// <param name="Title">What they wrote.</param>
/// <param name="About">The decision's code.</param>
/// <param name="Who">Who wrote it.</param>
public sealed record OutcomeThatDay(string Title, Ref About, IReadOnlyList<string> Who) : Says;

/// <summary>People met, on a line of that day.</summary>
/// <param name="People">How many had said that they come.</param>
/// <param name="Title">The event's title then.</param>
/// <param name="About">Its code.</param>
public sealed record HeldThatDay(int People, string Title, Ref About) : Says;

/// <summary>What can happen to a thing that a day remembers by itself.</summary>
public enum Deed
{
    /// <summary>Somebody took it on.</summary>
    Taken,

    /// <summary>Somebody gave it back.</summary>
    GivenBack,

    /// <summary>It was done.</summary>
    Done,

    /// <summary>It was proposed.</summary>
    Proposed,

    /// <summary>It was decided.</summary>
    Decided,

    /// <summary>It was decided, with concerns.</summary>
    DecidedWithReserves,

    /// <summary>It was not adopted.</summary>
    NotAdopted,

    /// <summary>It was left to the next meeting.</summary>
    Referred,

    /// <summary>It was taken back.</summary>
    Withdrawn,

    /// <summary>What came of it was written down.</summary>
    Outcome,

    /// <summary>It went from hand to hand: <see cref="JournalDeed.By"/> holds who had it, then who has it.</summary>
    HandedOver,

    /// <summary>People met.</summary>
    Held,
}

/// <summary>Something that people did, which the journal noted by itself: who, what and when, in no language.</summary>
[Kind("deed")]
public sealed record JournalDeed : JournalEntry
{
    /// <summary>What happened.</summary>
    public Deed Deed { get; init; }

    /// <summary>The code of the thing it happened to.</summary>
    public required Ref About { get; init; }

    /// <summary>Its title then.</summary>
    public required string Title { get; init; }

    /// <summary>Who did it.</summary>
    public ImmutableList<int> By { get; init; } = [];

    /// <summary>How many people met, when they did.</summary>
    public int People { get; init; }

    /// <inheritdoc/>
    internal override bool IsOf(Tag tag, IRecords records) => tag.Marks(Title, records.Find<Room>(Room), records);

    /// <inheritdoc/>
    internal override bool IsBy(int member) => By is [var only] && only == member;

    /// <inheritdoc/>
    public override Says Tell(IRecords records)
    {
        IReadOnlyList<string> who = [.. By.Select(records.Find<Member>).OfType<Member>().Select(member => member.Name)];
        return Deed switch
        {
            Deed.Taken => new TakenThatDay(Title, About, who),
            Deed.GivenBack => new GivenBackThatDay(Title, About, who),
            Deed.Proposed => new ProposedThatDay(Title, About, who),
            Deed.Decided or Deed.DecidedWithReserves => new DecidedThatDay(Title, About, Deed == Deed.DecidedWithReserves),
            Deed.NotAdopted => new NotAdoptedThatDay(Title, About),
            Deed.Referred => new ReferredThatDay(Title, About),
            Deed.Withdrawn => new WithdrawnThatDay(Title, About, who),
            Deed.HandedOver => new HandedOverThatDay(Title, About, who[0], who[^1]),
            Deed.Outcome => new OutcomeThatDay(Title, About, who),
            Deed.Held => new HeldThatDay(People, Title, About),
            _ => new DoneThatDay(Title, About, who),
        };
    }
}
