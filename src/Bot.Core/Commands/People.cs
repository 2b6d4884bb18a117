using Bot.Core.Memory;
using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>Several members, in the order they were named: « lina, sam et noé », « avec @lina ».</summary>
/// <param name="Members">Who, each once.</param>
public sealed record People(IReadOnlyList<Member> Members) : IReadable<People>
{
    private const char Comma = ',';

    /// <inheritdoc/>
    public static People? Read(Words words, Asked how, Turn turn)
    {
        var found = how.IsAlone ? All(words, turn) : Some(words, turn);
        return found.Count == 0 ? null : new People([.. found.DistinctBy(member => member.Id)]);
    }

    /// <inheritdoc/>
    public static IReadOnlyList<Way> Proposals(Turn turn) => Names.Some(turn);

    // An answer holds nothing but names.
    private static List<Member> All(Words words, Turn turn)
    {
        List<Member> found = [];
        var and = turn.Parts.Texts.Words("And.words");
        foreach (var part in words.LeftText.Split(Comma).SelectMany(part => Parts(part, and)).ToList())
        {
            found.Add(Names.Answered(part, turn));
        }

        words.Take(0, words.Left.Count);
        return found;
    }

    private static IEnumerable<string> Parts(string text, IReadOnlyList<string> and)
    {
        var words = new Words(text);
        while (!words.IsEmpty)
        {
            var count = words.Left.TakeWhile(word => !and.Contains(word.Folded)).Count();
            if (count > 0)
            {
                yield return words.First(count);
            }

            words.Take(0, Math.Min(count + 1, words.Left.Count));
        }
    }

    private static List<Member> Some(Words words, Turn turn)
    {
        List<Member> found = [];
        for (var i = 0; i < words.Left.Count;)
        {
            if (Next(words, i, turn) is { } named)
            {
                found.Add(named.Member);
                if (words.Left.Count > i && (named.GoesOn || TakeAnd(words, i, turn)))
                {
                    RefuseStranger(words, i, found, turn);
                }
            }
            else if (IsAnnounced(words, i, turn))
            {
                words.Take(i, 1);
                RefuseStranger(words, i, found, turn);
            }
            else
            {
                i++;
            }
        }

        return found;
    }

    // A name, after the word that may announce it; and whether a comma says that another follows.
    private static (Member Member, bool GoesOn)? Next(Words words, int index, Turn turn)
    {
        var isAnnounced = IsAnnounced(words, index, turn);
        var start = isAnnounced ? index + 1 : index;
        var before = words.Left.ToList();
        if ((Names.TakeKnown(words, start, turn) ?? Names.Take(words, start, turn, isSurelyAName: false)) is not { } member)
        {
            return null;
        }

        var last = before[start + before.Count - words.Left.Count - 1];
        words.Take(index, isAnnounced ? 1 : 0);
        return (member, last.Text[^1] == Comma);
    }

    private static bool IsAnnounced(Words words, int index, Turn turn) =>
        index + 1 < words.Left.Count && turn.Parts.Texts.Words("Together.words").Contains(words.Left[index].Folded);

    private static bool TakeAnd(Words words, int index, Turn turn)
    {
        if (index + 1 >= words.Left.Count || !turn.Parts.Texts.Words("And.words").Contains(words.Left[index].Folded))
        {
            return false;
        }

        words.Take(index, 1);
        return true;
    }

    // « lina, sam, zoé », when nobody is called Zoé: she can be added, and the others stay named.
    private static void RefuseStranger(Words words, int index, List<Member> found, Turn turn)
    {
        var rest = new Words(words.Left[index].Text);
        if (words.Left[index].Text[0] == '@' || Names.TakeKnown(rest, 0, turn) is not null)
        {
            return;
        }

        var stranger = words.Left[index].Text.Trim(Comma, '.', ' ');
        words.Take(index, 1);
        do
        {
            found.AddRange(index < words.Left.Count && Next(words, index, turn) is var (other, _) ? [other] : []);
        }
        while (TakeAnd(words, index, turn) || (index < words.Left.Count && Names.TakeKnown(new Words(words.Left[index].Text), 0, turn) is not null));

        var known = string.Concat(found.Select(member => $"#{member.Id}, "));
        throw new Doubt(new UnknownPerson(stranger), [.. Names.WaysToKnow(stranger, turn).Select(way => way.Value is null ? way : way with { Value = known + way.Value })]);
    }
}
