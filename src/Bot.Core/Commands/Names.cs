using System.Globalization;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>Finds members by the names people type.</summary>
internal static class Names
{
    private const int MostWordsInAName = 3;
    private const int MostProposals = 2;
    private const int MostChoices = 4;
    private const char Mention = '@';
    private const char Added = '+';
    private const char Numbered = '#';
    private static readonly char[] Around = [Mention, Added, ' ', ',', '.', ';', ':', '!', '?'];

    /// <summary>Takes a name that is surely one (« @lina », or an answer to « who? »); who is unknown can be added.</summary>
    /// <exception cref="Doubt">Nobody has this name, or several do.</exception>
    public static Member? Take(Words words, int index, Turn turn, bool isSurelyAName)
    {
        if (isSurelyAName)
        {
            var answer = words.LeftText;
            words.Take(0, words.Left.Count);
            return Answered(answer, turn);
        }

        var typed = words.Left[index].Text.Trim(Around);
        if (words.Left[index].Text[0] != Mention || typed.Length == 0)
        {
            return null;
        }

        words.Take(index, 1);
        return Resolve(typed, turn);
    }

    /// <summary>Takes the words that are a member's name, whole or as they are called for short, if they are.</summary>
    /// <exception cref="Doubt">Several members are called so.</exception>
    public static Member? TakeKnown(Words words, int index, Turn turn)
    {
        for (var count = Math.Min(MostWordsInAName, words.Left.Count - index); count > 0; count--)
        {
            var name = string.Join(' ', words.Left.Skip(index).Take(count).Select(word => word.Folded));
            var found = Find(name, turn);
            if (found.Count > 0)
            {
                words.Take(index, count);
                return Only(name, found);
            }
        }

        return null;
    }

    /// <summary>Who is surely named: as people type it, or as our own buttons do (« #3 » is member 3, « +Amina » somebody to add).</summary>
    /// <exception cref="Doubt">Nobody has this name, or several do.</exception>
    internal static Member Answered(string answer, Turn turn)
    {
        if (answer[0] == Numbered && int.TryParse(answer.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            && turn.Find<Member>(id) is { } member)
        {
            return member;
        }

        var name = answer.Trim(Around);
        return answer[0] == Added && Find(name, turn) is [] ? Add(name, turn) : Resolve(name, turn);
    }

    /// <summary>Some members to choose from: others before who asks.</summary>
    public static IReadOnlyList<Way> Some(Turn turn) =>
        [.. turn.Live<Member>().OrderBy(member => member.Id == turn.Member.Id).Take(MostChoices).Select(WayTo)];

    /// <summary>What can be meant by a name nobody has: somebody with a name that is near, or somebody new.</summary>
    public static IReadOnlyList<Way> WaysToKnow(string name, Turn turn) =>
        [.. Near(name, turn), new Way(new AddPerson(name), Added + name), new Way(new No())];

    private static Member Resolve(string typed, Turn turn)
    {
        var found = Find(typed, turn);
        if (found.Count == 0)
        {
            var folded = Folding.FoldName(typed);
            found = [.. turn.Live<Member>().Where(member => Folding.FoldName(member.Name).StartsWith(folded, StringComparison.Ordinal))];
        }

        return found.Count == 0 ? throw new Doubt(new UnknownPerson(typed), WaysToKnow(typed, turn)) : Only(typed, found);
    }

    private static Member Only(string typed, List<Member> found) => found is [var only]
        ? only
        : throw new Doubt(new SeveralPeople(typed), [.. found.Take(MostChoices).Select(WayTo)]);

    // The whole name; or, for want of it, the first name alone.
    private static List<Member> Find(string name, Turn turn)
    {
        var folded = Folding.FoldName(name);
        List<Member> whole = [.. turn.Live<Member>().Where(member => Folding.FoldName(member.Name) == folded)];
        return whole.Count > 0
            ? whole
            : [.. turn.Live<Member>().Where(member => Folding.FoldName(member.Name.Split(' ')[0]) == folded)];
    }

    private static IEnumerable<Way> Near(string typed, Turn turn)
    {
        var folded = Folding.FoldName(typed);
        return turn.Live<Member>()
            .Select(member => (Member: member, Name: Folding.FoldName(member.Name)))
            .Where(each => Matching.Distance(folded, each.Name, Math.Min(folded.Length, each.Name.Length) / 2) <= Math.Min(folded.Length, each.Name.Length) / 2)
            .Take(MostProposals)
            .Select(each => WayTo(each.Member));
    }

    private static Way WayTo(Member member) => new(new PersonNamed(member.Name), string.Create(CultureInfo.InvariantCulture, $"{Numbered}{member.Id}"));

    // Somebody without an account: others write for them. They stay when the act is taken back, since others may point to them by then.
    private static Member Add(string name, Turn turn)
    {
        var member = new Member { Id = turn.NextId<Member>(), Name = Plain.Text(name) };
        turn.KeepQuietly(member);
        return member;
    }
}
