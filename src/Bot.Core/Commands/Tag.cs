using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>Part of the coop's life: « #jardin », in a title, or the name of the group where something belongs.</summary>
/// <param name="Name">As it was typed, without its sign.</param>
public sealed record Tag(string Name) : IReadable<Tag>
{
    private const char Sign = '#';

    /// <inheritdoc/>
    public static Tag? Read(Words words, Asked how, Turn turn)
    {
        for (var i = 0; i < words.Left.Count; i++)
        {
            if (words.Left[i].Text is [Sign, _, ..] tag)
            {
                words.Take(i, 1);
                return Named(tag[1..]);
            }
        }

        if (!how.IsRequired || words.IsEmpty)
        {
            return null;
        }

        var name = words.LeftText;
        words.Take(0, words.Left.Count);
        return Named(name);
    }

    private static Tag Named(string typed) => new(Plain.Text(typed).TrimEnd(',', '.'));

    /// <summary>How one could type it.</summary>
    internal string Typed => Sign + Name;

    /// <summary>Whether a thing is of that part: its title says so, or its room is called so.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="room">Its room, if it has one.</param>
    internal bool Marks(string title, Room? room) =>
        new Words(title).Left.Any(word => word.Folded == Folding.Fold(Typed)) || (room?.Title is { } name && Folding.FoldName(name) == Folding.FoldName(Name));
}
