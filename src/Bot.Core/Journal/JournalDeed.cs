using System.Collections.Immutable;
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

/// <summary>Something was done, on a line of its day.</summary>
/// <param name="Title">Its title then.</param>
/// <param name="About">Its code.</param>
/// <param name="Who">Who did it.</param>
public sealed record DoneThatDay(string Title, Ref About, IReadOnlyList<string> Who) : Says;

/// <summary>What can happen to a thing that a day remembers by itself.</summary>
public enum Deed
{
    /// <summary>Somebody took it on.</summary>
    Taken,

    /// <summary>Somebody gave it back.</summary>
    GivenBack,

    /// <summary>It was done.</summary>
    Done,
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

    /// <inheritdoc/>
    public override Says Tell(IRecords records)
    {
        IReadOnlyList<string> who = [.. By.Select(records.Find<Member>).OfType<Member>().Select(member => member.Name)];
        return Deed switch
        {
            Deed.Taken => new TakenThatDay(Title, About, who),
            Deed.GivenBack => new GivenBackThatDay(Title, About, who),
            _ => new DoneThatDay(Title, About, who),
        };
    }
}
