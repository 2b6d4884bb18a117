using Bot.Core.Texts;

namespace Bot.Core.Memory;

/// <summary>A kind of document that holds words which are somebody's own. Titles and lines shared with all are not: they stay, unsigned.</summary>
public interface IForget
{
    /// <summary>The same without what is theirs; itself when nothing is, null when nothing would be left. Told twice, it changes nothing more.</summary>
    /// <param name="who">Who is forgotten.</param>
    Document? Forget(Forgotten who);
}

/// <summary>Somebody who is being forgotten.</summary>
/// <param name="Member">Their number, which stays where they took part.</param>
/// <param name="Names">What they are called, here and by their platforms.</param>
public sealed record Forgotten(int Member, IReadOnlyList<string> Names)
{
    private readonly string[] folded = [.. Names.Select(Folding.Fold).Where(name => name.Length > 0)];

    /// <summary>Whether a text names them, as a word of its own.</summary>
    /// <param name="text">The text.</param>
    public bool IsNamedIn(string? text) => text is not null && Folding.Fold(text) is var words && Array.Exists(folded, name => Holds(words, name));

    private static bool Holds(string words, string name)
    {
        for (var at = words.IndexOf(name, StringComparison.Ordinal); at >= 0; at = words.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            var end = at + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(words[at - 1])) && (end == words.Length || !char.IsLetterOrDigit(words[end])))
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>
/// What forgetting a member takes. A store does all of it in one transaction, first what goes, then what is kept: their directory
/// entries and tokens; the words they typed, or that were typed for them or name them; what waits to be said, and what stands on
/// platforms, to them alone or naming them. Of a card that names them the words go, so that it is drawn anew.
/// </summary>
/// <param name="Who">Who is forgotten.</param>
/// <param name="Commit">What is kept from now on: the documents without them.</param>
/// <param name="Trace">The changes of the trace that read otherwise from now on, each in place of the one of the same line, kind and number.</param>
public sealed record Erasure(Forgotten Who, Commit Commit, IReadOnlyList<(long Seq, Change Change)> Trace);
