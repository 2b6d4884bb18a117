using Bot.Core.Commands;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>That everybody does their own: « chacun la sienne », « chaque personne », « everybody their own ».</summary>
public sealed record EachTheirOwn : IReadable<EachTheirOwn>
{
    /// <inheritdoc/>
    public static EachTheirOwn? Read(Words words, Asked how, Turn turn)
    {
        // « Prévenir tout le monde » is something to do; « relire la charte, tout le monde » says by whom.
        var texts = turn.Parts.Texts;
        var phrases = texts.Words("EachTheirOwn.words").Select(phrase => (Phrase: phrase, NeedsAComma: false))
            .Concat(texts.Words("Everybody.words").Select(phrase => (Phrase: phrase, NeedsAComma: true)))
            .OrderByDescending(each => each.Phrase.Length);
        foreach (var (phrase, needsAComma) in phrases)
        {
            for (var start = 1; start < words.Left.Count; start++)
            {
                if (words.Spells(phrase, start) is > 0 and var length && EndsThere(words, start + length) && (!needsAComma || IsBehindAComma(words, start)))
                {
                    words.Take(start, length);
                    return new EachTheirOwn();
                }
            }
        }

        return null;
    }

    private static bool EndsThere(Words words, int index) => index == words.Left.Count || words.Left[index - 1].Text[^1] is ',' or ';';

    private static bool IsBehindAComma(Words words, int index) => words.Left[index - 1].Text[^1] is ',' or ';' or ':';
}
