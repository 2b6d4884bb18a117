using System.Text;
using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>
/// What somebody typed behind a command, word by word. Each parameter takes the words it understands; what nobody took is
/// the title, exactly as it was typed.
/// </summary>
public sealed class Words
{
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
                words.Add(new Word(text[start..i], Folding.Fold(text[start..i]).TrimEnd(',', ';', '.', ':'), start, i));
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
    public string LeftText => Join(words);

    /// <summary>Who takes words now.</summary>
    internal object? Reader { get; set; }

    /// <summary>Takes some of the words that are left.</summary>
    /// <param name="index">Where in <see cref="Left"/>.</param>
    /// <param name="count">How many.</param>
    public void Take(int index, int count)
    {
        taken.AddRange(words.GetRange(index, count).Select(word => (word, Reader)));
        words.RemoveRange(index, count);
    }

    /// <summary>Everything that was typed but what one reader took: what the others will read again once it is settled.</summary>
    internal string TextWithout(object reader) =>
        Join([.. words.Concat(taken.Where(each => each.By != reader).Select(each => each.Word)).OrderBy(word => word.Start)]);

    /// <summary>The first words that are left, as they were typed.</summary>
    /// <param name="count">How many.</param>
    public string First(int count) => Join(words.GetRange(0, count));

    // Words that stood side by side keep what stood between them, a line break included.
    private string Join(List<Word> some)
    {
        var joined = new StringBuilder();
        for (var i = 0; i < some.Count; i++)
        {
            if (i > 0)
            {
                var between = text[some[i - 1].End..some[i].Start];
                joined.Append(string.IsNullOrWhiteSpace(between) ? between : " ");
            }

            joined.Append(some[i].Text);
        }

        return joined.ToString();
    }
}
