using System.Globalization;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>To whom something is given, or offered: « à Noé », « @noé », or the bare name. It takes somebody who can answer.</summary>
/// <param name="Member">Who.</param>
public sealed record ToWhom(Member Member) : IReadable<ToWhom>
{
    private const char Added = '+';

    /// <inheritdoc/>
    public static ToWhom? Read(Words words, Asked how, Turn turn)
    {
        var before = turn.Parts.Texts.Words("ToWhom.words");
        for (var i = 0; i < words.Left.Count; i++)
        {
            var isAnnounced = i > 0 && before.Contains(words.Left[i - 1].Folded);
            var member = Names.Take(words, i, turn, isSurelyAName: how.IsAlone)
                ?? (isAnnounced || how.IsRequired || how.IsAnswer ? Names.TakeKnown(words, i, turn) : null);
            if (member is not null)
            {
                if (isAnnounced)
                {
                    words.Take(i - 1, 1);
                }

                return new ToWhom(member);
            }
        }

        if (words.Left.Count > 1 && before.Contains(words.Left[^2].Folded))
        {
            throw Unknown(words, turn);
        }

        return null;
    }

    /// <inheritdoc/>
    public static IReadOnlyList<Way> Proposals(Turn turn) =>
        [.. Names.Some(turn).Where(way => way.Value != string.Create(CultureInfo.InvariantCulture, $"#{turn.Member.Id}"))];

    // « affiche à max », when Max is nobody here. Whoever is only added now could not answer.
    private static Doubt Unknown(Words words, Turn turn)
    {
        var name = words.Left[^1].Text;
        words.Take(words.Left.Count - 2, 2);
        List<Way> near = [.. Names.WaysToKnow(name, turn).Where(way => way.Value is { } value && value[0] != Added)];
        return new Doubt(new UnknownPerson(Plain.Short(name)), [.. near.Count > 0 ? near : Proposals(turn), new Way(new No())]);
    }
}
