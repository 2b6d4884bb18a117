using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>
/// What one is on an action: the person who answers for it, somebody beside those who have it, somebody who learns. Who says none of it
/// shares the work like everybody.
/// </summary>
public sealed record Part : IReadable<Part>
{
    /// <summary>Answers for it; one at a time.</summary>
    public static readonly Part Lead = new(texts => texts.Words("Lead.words"));

    /// <summary>Beside those who have it already, whatever the seats.</summary>
    public static readonly Part Helping = new(texts => texts.Words("Helping.words"));

    /// <summary>Learns: whoever does takes nobody's seat.</summary>
    public static readonly Part Learning = new(texts => texts.Words("Learning.words"));

    /// <summary>How a button says <see cref="Helping"/>.</summary>
    internal const string Given = "+";

    private readonly Func<TextBook, IReadOnlyList<string>> phrases;

    private Part(Func<TextBook, IReadOnlyList<string>> phrases) => this.phrases = phrases;

    /// <inheritdoc/>
    public static Part? Read(Words words, Asked how, Turn turn)
    {
        if (how.IsAlone && words.LeftText == Given)
        {
            words.Take(0, 1);
            return Helping;
        }

        foreach (var part in new[] { Lead, Helping, Learning })
        {
            foreach (var phrase in part.phrases(turn.Parts.Texts))
            {
                for (var i = 0; i < words.Left.Count; i++)
                {
                    if (words.Spells(phrase, i) is > 0 and var length)
                    {
                        words.Take(i, length);
                        return part;
                    }
                }
            }
        }

        return null;
    }
}
