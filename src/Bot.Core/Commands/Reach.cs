using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>« Cette fois », on a button.</summary>
public sealed record ThisTime : Says;

/// <summary>« Toutes », on a button.</summary>
public sealed record EachTime : Says;

/// <summary>Whether one time is meant, or all, of something that comes again.</summary>
/// <param name="Title">Its title.</param>
public sealed record ThisTimeOrEach(string Title) : Says;

/// <summary>How much of something that comes again is meant: « cette fois », « toutes ».</summary>
/// <param name="IsAll">Whether all of it is.</param>
public sealed record Reach(bool IsAll) : IReadable<Reach>
{
    /// <inheritdoc/>
    public static Reach? Read(Words words, Asked how, Turn turn)
    {
        // Only at the end: « toutes ensemble » is a title.
        var phrases = turn.Parts.Texts.Words("ThisTime.words").Select(phrase => (Phrase: phrase, IsAll: false))
            .Concat(turn.Parts.Texts.Words("EachTime.words").Select(phrase => (Phrase: phrase, IsAll: true)));
        foreach (var (phrase, isAll) in phrases.OrderByDescending(each => each.Phrase.Length))
        {
            for (var start = 0; start < words.Left.Count; start++)
            {
                if (words.Spells(phrase, start) is > 0 and var length && start + length == words.Left.Count)
                {
                    words.Take(start, length);
                    return new Reach(isAll);
                }
            }
        }

        return null;
    }

    /// <summary>Asks which is meant.</summary>
    /// <param name="title">What comes again.</param>
    /// <param name="parameter">The command's parameter: use nameof.</param>
    /// <param name="turn">The turn.</param>
    internal static Doubt Asked(string title, string parameter, Turn turn) => new(
        new ThisTimeOrEach(title),
        [
            new Way(new ThisTime(), turn.Parts.Texts.Words("ThisTime.words")[0]),
            new Way(new EachTime(), turn.Parts.Texts.Words("EachTime.words")[0]),
        ])
    {
        Parameter = parameter,
    };
}
