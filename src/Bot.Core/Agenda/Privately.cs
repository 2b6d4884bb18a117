using System.Collections.Immutable;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Turns;

namespace Bot.Core.Agenda;

/// <summary>That something is only for who plans it and those they name: « privé avec Lina », « @lina privé ».</summary>
/// <param name="People">Those who are named.</param>
public sealed record Privately(IReadOnlyList<Member> People) : IReadable<Privately>
{
    private const char Mention = '@';

    /// <summary>All whom it concerns.</summary>
    /// <param name="author">Who plans it.</param>
    public ImmutableSortedSet<int> And(Member author) => [author.Id, .. People.Select(member => member.Id)];

    /// <inheritdoc/>
    public static Privately? Read(Words words, Asked how, Turn turn)
    {
        var together = turn.Parts.Texts.Words("Together.words");
        var names = turn.Parts.Texts.Words("Privately.words");
        for (var i = 0; i < words.Left.Count; i++)
        {
            // « Cours privé de piano » is a title.
            var isLast = i + 1 == words.Left.Count || words.FollowsWhatWasTaken(i + 1) || words.Left[i + 1].Text[0] == Mention || together.Contains(words.Left[i + 1].Folded);
            if (isLast && names.Contains(words.Left[i].Folded.Trim('(', ')')))
            {
                words.Take(i, 1);
                return new Privately(Named(words, turn));
            }
        }

        return null;
    }

    private static List<Member> Named(Words words, Turn turn)
    {
        List<Member> members = [.. Together.Read(words, default, turn)?.Members ?? []];
        while (Person.Read(words, default, turn) is { } person)
        {
            members.Add(person.Member);
        }

        return members;
    }
}
