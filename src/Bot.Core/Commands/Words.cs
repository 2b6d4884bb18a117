using System.Runtime.InteropServices;
using System.Text;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>
/// What somebody typed behind a command, word by word. Each parameter takes the words it understands; what nobody took is
/// the title, exactly as it was typed.
/// </summary>
public sealed class Words
{
    private static readonly char[] Punctuation = [',', ';', '.', ':'];
    private readonly string text;
    private readonly List<Word> words = [];
    private readonly List<(Word Word, object? By)> taken = [];

    /// <summary>Splits a text at white space.</summary>
    /// <param name="text">What was typed.</param>
    public Words(string text)
    {
        this.text = text;
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && !char.IsWhiteSpace(text[i]))
            {
                start = start < 0 ? i : start;
            }
            else if (start >= 0)
            {
                var word = text[start..i];
                words.Add(new Word(word, Folding.Fold(word).TrimEnd(Punctuation), start, i));
                start = -1;
            }
        }
    }

    /// <summary>One word, as typed and folded (without the punctuation that may follow it).</summary>
    /// <param name="Text">As typed.</param>
    /// <param name="Folded">As compared.</param>
    /// <param name="Start">Where it begins in the text.</param>
    /// <param name="End">Where it ends.</param>
    public readonly record struct Word(string Text, string Folded, int Start, int End);

    /// <summary>The words nobody has taken, in order.</summary>
    public IReadOnlyList<Word> Left => words;

    /// <summary>Whether nothing is left.</summary>
    public bool IsEmpty => words.Count == 0;

    /// <summary>What is left, as it was typed.</summary>
    public string LeftText => First(words.Count);

    /// <summary>Who takes words now.</summary>
    internal object? Reader { get; set; }

    /// <summary>Takes some of the words that are left.</summary>
    /// <param name="index">Where in <see cref="Left"/>.</param>
    /// <param name="count">How many.</param>
    public void Take(int index, int count)
    {
        for (var i = index; i < index + count; i++)
        {
            taken.Add((words[i], Reader));
        }

        words.RemoveRange(index, count);
    }

    /// <summary>Takes the words that stand at some place of <see cref="LeftText"/>.</summary>
    /// <param name="places">From where to where, in order.</param>
    internal void Take(IEnumerable<Range> places)
    {
        var length = LeftText.Length;
        foreach (var place in places.Reverse())
        {
            var (start, end) = (place.Start.GetOffset(length), place.End.GetOffset(length));

            // A comma before them belongs to the word it stands behind, which nobody takes.
            start += LeftText.AsSpan(start, end - start).IndexOfAnyExcept([.. Punctuation, ' ']);
            for (var i = words.Count - 1; i >= 0; i--)
            {
                var behind = First(i + 1).Length;
                if (behind - words[i].Text.Length < end && behind > start)
                {
                    Take(i, 1);
                }
            }
        }
    }

    /// <summary>Everything that was typed but what one reader took: what the others will read again once it is settled.</summary>
    internal string TextWithout(object reader) =>
        Join((Word[])[.. words.Concat(taken.Where(each => each.By != reader).Select(each => each.Word)).OrderBy(word => word.Start)]);

    /// <summary>The first words that are left, as they were typed.</summary>
    /// <param name="count">How many.</param>
    public string First(int count) => Join(CollectionsMarshal.AsSpan(words)[..count]);

    /// <summary>Whether words stood between this one and the one that is left before it, or before the first, and were taken.</summary>
    /// <param name="index">Where in <see cref="Left"/>.</param>
    internal bool FollowsWhatWasTaken(int index) =>
        !text.AsSpan((index == 0 ? 0 : words[index - 1].End)..words[index].Start).IsWhiteSpace();

    /// <summary>How many of the words that are left make up a phrase; 0 if they do not.</summary>
    /// <param name="phrase">One or more folded words, with single spaces between them.</param>
    /// <param name="index">Where in <see cref="Left"/> it would begin.</param>
    public int Spells(string phrase, int index)
    {
        var count = 0;
        foreach (var word in phrase.AsSpan().Split(' '))
        {
            if (index + count >= words.Count || !phrase.AsSpan(word).SequenceEqual(words[index + count].Folded))
            {
                return 0;
            }

            count++;
        }

        return count;
    }

    // Words that stood side by side keep what stood between them, a line break included.
    private string Join(ReadOnlySpan<Word> some)
    {
        if (some.Length == 0)
        {
            return "";
        }

        var isWhole = true;
        for (var i = 1; i < some.Length; i++)
        {
            isWhole = isWhole && StandSideBySide(some[i - 1], some[i]);
        }

        return isWhole ? text[some[0].Start..some[^1].End] : JoinApart(some);
    }

    private string JoinApart(ReadOnlySpan<Word> some)
    {
        var joined = new StringBuilder(some[0].Text);
        for (var i = 1; i < some.Length; i++)
        {
            joined.Append(StandSideBySide(some[i - 1], some[i]) ? text.AsSpan(some[i - 1].End..some[i].Start) : " ").Append(some[i].Text);
        }

        return joined.ToString();
    }

    private bool StandSideBySide(Word word, Word next) => text.AsSpan(word.End..next.Start).IsWhiteSpace();
}
