using System.Collections.Immutable;
using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Memory;

/// <summary>How a circle stands.</summary>
/// <param name="Circle">Its name, as it is typed.</param>
/// <param name="Who">Who is in it.</param>
/// <param name="IsClosed">Whether it has come to its end.</param>
public sealed record CircleStands(string Circle, IReadOnlyList<string> Who, bool IsClosed) : Says;

/// <summary>A circle is there no more.</summary>
/// <param name="Circle">Its name, as it is typed.</param>
public sealed record CircleIsGone(string Circle) : Says;

/// <summary>
/// Some members who take care of one part of the coop's life. What carries its name (« #jardin ») is filed under it, of whatever kind it
/// is, and so is what is said in the room where it meets; nothing has to be kept in two places.
/// </summary>
[Kind("circle")]
public sealed record Circle : Document, IDescribed, IForget
{
    /// <summary>What it is called, without the sign.</summary>
    public required string Name { get; init; }

    /// <summary>Who is in it.</summary>
    public ImmutableSortedSet<int> People { get; init; } = [];

    /// <summary>The room where it meets; 0 when it has none of its own.</summary>
    public int Room { get; init; }

    /// <summary>Whether it has come to its end; what was filed under it still carries its name.</summary>
    public bool IsClosed { get; init; }

    /// <inheritdoc/>
    public override bool IsSettled => IsClosed;

    /// <summary>What marks the things that are filed under it.</summary>
    internal Tag Tag => new(Name);

    /// <summary>The circle of a tag, if it is one's.</summary>
    /// <param name="tag">The tag.</param>
    /// <param name="records">Where circles stand.</param>
    public static Circle? Of(Tag tag, IRecords records) => records.Live<Circle>().FirstOrDefault(circle => circle.Tag.Is(tag));

    /// <summary>Where something belongs that is told in some words: where the circle meets that they name, else where they are said; null in private.</summary>
    /// <param name="words">The words.</param>
    /// <param name="turn">The turn.</param>
    public static Room? RoomFor(string words, Turn turn) => Tag.In(words).Select(tag => Of(tag, turn)).OfType<Circle>()
        .Select(circle => turn.Find<Room>(circle.Room)).OfType<Room>().FirstOrDefault() ?? turn.Room;

    /// <summary>The names of those who are in it.</summary>
    /// <param name="records">Where names stand.</param>
    public IReadOnlyList<string> Who(IRecords records) => [.. People.Select(records.Find<Member>).OfType<Member>().Select(member => member.Name)];

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new CircleStands(Tag.Typed, Who(records), IsClosed);

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => new CircleIsGone(Tag.Typed);

    /// <inheritdoc/>
    public Document Forget(Forgotten who) => this with { People = People.Remove(who.Member) };
}
