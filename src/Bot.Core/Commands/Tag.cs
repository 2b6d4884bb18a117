using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>Part of the coop's life, a <see cref="Circle"/> or not: « #jardin », in a title, or the name of the group where something belongs.</summary>
/// <param name="Name">As it was typed, without its sign.</param>
public sealed record Tag(string Name) : IReadable<Tag>
{
    private const char Sign = '#';

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

        return null;
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
    internal bool Marks(ITitled thing, Turn turn) =>
        In(thing.Title).Any(Is) || (thing is IFiled { Room: > 0 and var number } && turn.Find<Room>(number) is { } room && Names(room, turn));

    /// <summary>Whether a room is where that part is talked about: it is called so, or the circle meets there.</summary>
    /// <param name="room">The room.</param>
    /// <param name="turn">The turn.</param>
    internal bool Names(Room room, Turn turn) => Circle.Of(this, turn)?.Room == room.Id || (room.Title is { } name && Is(new Tag(name)));

    private static Tag? Of(string word) => word is [Sign, _, ..] && Plain.Text(word[1..]).TrimEnd(',', '.', ';', ':', '!', '?') is { Length: > 0 } name ? new Tag(name) : null;
}
