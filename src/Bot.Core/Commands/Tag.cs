using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>Part of the coop's life, a <see cref="Circle"/> or not: « #jardin », in a title, or the name of the group where something belongs.</summary>
/// <param name="Name">As it was typed, without its sign.</param>
public sealed record Tag(string Name) : IReadable<Tag>
{
    /// <summary>What stands before it.</summary>
    public const char Sign = '#';

    /// <summary>How one could type it.</summary>
    public string Typed => Sign + Name;

    /// <inheritdoc/>
    public static Tag? Read(Words words, Asked how, Turn turn)
    {
        for (var i = 0; i < words.Left.Count; i++)
        {
            if (Of(words.Left[i].Text) is { } tag)
            {
                words.Take(i, 1);
                return tag;
            }
        }

        // Where nothing else can be meant, it needs no sign.
        if (!how.IsRequired || words.IsEmpty)
        {
            return null;
        }

        var name = words.LeftText;
        words.Take(0, words.Left.Count);
        return Of(Sign + name);
    }

    /// <summary>The tags that stand in some words.</summary>
    /// <param name="words">The words.</param>
    public static IEnumerable<Tag> In(string words) => new Words(words).Left.Select(word => Of(word.Text)).OfType<Tag>();

    /// <summary>Whether two are the same, as people type them.</summary>
    /// <param name="other">The other.</param>
    public bool Is(Tag other) => Folding.FoldName(Name) == Folding.FoldName(other.Name);

    /// <summary>Whether a thing is of that part: its title says so, or it belongs where that part is talked about.</summary>
    /// <param name="thing">The thing.</param>
    /// <param name="turn">The turn.</param>
    internal bool Marks(ITitled thing, Turn turn) => Marks(thing.Title, thing is IFiled { Room: > 0 and var number } ? turn.Find<Room>(number) : null, turn);

    /// <summary>Whether words are of that part: they say so, or were said where it is talked about.</summary>
    /// <param name="words">The words.</param>
    /// <param name="room">The room, if they belong to one.</param>
    /// <param name="records">Where circles stand.</param>
    internal bool Marks(string words, Room? room, IRecords records) => In(words).Any(Is) || (room is not null && Names(room, records));

    /// <summary>Whether a room is where that part is talked about: it is called so, or the circle meets there.</summary>
    /// <param name="room">The room.</param>
    /// <param name="records">Where circles stand.</param>
    internal bool Names(Room room, IRecords records) => Circle.Of(this, records)?.Room == room.Id || (room.Title is { } name && Is(new Tag(name)));

    private static Tag? Of(string word) => word is [Sign, _, ..] && Plain.Text(word[1..]).TrimEnd(',', '.', ';', ':', '!', '?') is { Length: > 0 } name ? new Tag(name) : null;
}
