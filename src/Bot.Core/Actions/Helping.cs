using Bot.Core.Commands;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>Beside those who have an action already: « coup de main ».</summary>
public sealed record Helping : IReadable<Helping>
{
    /// <summary>How a button says it.</summary>
    internal const string Given = "+";

    /// <inheritdoc/>
    public static Helping? Read(Words words, Asked how, Turn turn)
    {
        foreach (var phrase in turn.Parts.Texts.Words("Helping.words").Concat(how.IsAlone ? [Given] : []))
        {
            var length = phrase.Split(' ').Length;
            for (var i = 0; i + length <= words.Left.Count; i++)
            {
                if (string.Join(' ', words.Left.Skip(i).Take(length).Select(word => word.Folded)) == phrase)
                {
                    words.Take(i, length);
                    return new Helping();
                }
            }
        }

        return null;
    }
}
