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
            for (var i = 0; i < words.Left.Count; i++)
            {
                if (words.Spells(phrase, i) is > 0 and var length)
                {
                    words.Take(i, length);
                    return new Helping();
                }
            }
        }

        return null;
    }
}
