using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Nothing is being decided.</summary>
public sealed record NothingIsOpen : Says;

/// <summary>The proposal that is meant: by its code, by replying to its message, by words of its title, or because it is the only one open.</summary>
/// <param name="Decision">The proposal.</param>
public sealed record Proposal(Decision Decision) : IReadable<Proposal>
{
    private const int MostWays = 4;

    /// <inheritdoc/>
    public static Proposal? Read(Words words, Asked how, Turn turn)
    {
        if (!words.IsEmpty && Ref.TryParse(words.Left[0].Folded, out var code) && code.Letter == Kind.Of<Decision>().Letter)
        {
            words.Take(0, 1);
            return new Proposal(turn.Find<Decision>(code.Number) ?? throw new Refusal(new NoSuchCode(code.ToString())));
        }

        if (turn.RepliedTo is { } reply && reply.Letter == Kind.Of<Decision>().Letter && turn.Find<Decision>(reply.Number) is { } repliedTo)
        {
            return new Proposal(repliedTo);
        }

        List<Decision> open = [.. turn.Live<Decision>().Where(decision => decision.IsOpen)];
        return ByTitle(words, open, turn) ?? (open is [var only] ? new Proposal(only) : null);
    }

    /// <inheritdoc/>
    public static IReadOnlyList<Way> Proposals(Turn turn)
    {
        List<Decision> open = [.. turn.Live<Decision>().Where(decision => decision.IsOpen).OrderBy(decision => decision.HasAnswered(turn.Member.Id, turn))];
        return open.Count == 0
            ? throw new Refusal(new NothingIsOpen())
            : [.. open.Take(MostWays).Select(decision => new Way(new ThatOne(decision.Ref, decision.Title), decision.Ref.ToString()))];
    }

    // All words name it, or those before « pour »: a title is never guessed out of somebody's reasons.
    private static Proposal? ByTitle(Words words, List<Decision> open, Turn turn)
    {
        var count = words.Left.TakeWhile(word => word.Text[0] != '@' && !turn.Parts.Texts.Words("OnBehalf.words").Contains(word.Folded)).Count();
        var typed = FoldedTitle.Of(words.First(count));
        if (open.FindAll(decision => Matching.Compare(typed, turn.TitleOf(decision), Fit.Prefix) <= Fit.Prefix) is not [var only])
        {
            return null;
        }

        words.Take(0, count);
        return new Proposal(only);
    }
}
