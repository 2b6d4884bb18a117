using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>A name that nobody has here.</summary>
/// <param name="Name">The name, as typed.</param>
public sealed record UnknownPerson(string Name) : Says;

/// <summary>Several people have this name.</summary>
/// <param name="Name">The name, as typed.</param>
public sealed record SeveralPeople(string Name) : Says;

/// <summary>A person's name, on a button.</summary>
/// <param name="Name">The name.</param>
public sealed record PersonNamed(string Name) : Says;

/// <summary>To add somebody without an account, on a button.</summary>
/// <param name="Name">The name.</param>
public sealed record AddPerson(string Name) : Says;

/// <summary>A member that was named: « @lina », or the bare name where one is expected.</summary>
/// <param name="Member">The member.</param>
public sealed record Person(Member Member) : IReadable<Person>
{
    /// <inheritdoc/>
    public static Person? Read(Words words, Asked how, Turn turn)
    {
        for (var i = 0; i < words.Left.Count; i++)
        {
            if (Names.Take(words, i, turn, isSurelyAName: how.IsAlone) is { } member)
            {
                return new Person(member);
            }

            if (how.IsRequired && Names.TakeKnown(words, i, turn) is { } bare)
            {
                return new Person(bare);
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public static IReadOnlyList<Way> Proposals(Turn turn) => Names.Some(turn);
}

/// <summary>Whom something is done for: « pour Amina », « @amina ». The trace keeps both names.</summary>
/// <param name="Member">The member.</param>
public sealed record OnBehalf(Member Member) : IReadable<OnBehalf>
{
    /// <inheritdoc/>
    public static OnBehalf? Read(Words words, Asked how, Turn turn)
    {
        for (var i = 0; i < words.Left.Count; i++)
        {
            var member = Names.Take(words, i, turn, isSurelyAName: how.IsAlone);
            if (member is null && turn.Parts.Texts.Words("OnBehalf.words").Contains(words.Left[i].Folded) && i + 1 < words.Left.Count)
            {
                member = Announced(words, i, turn);
            }

            if (member is not null)
            {
                turn.DoneFor(member);
                return new OnBehalf(member);
            }
        }

        return null;
    }

    /// <summary>An intent for the same person.</summary>
    internal static Intent In(Intent intent, string parameter, OnBehalf? behalf) => behalf is null ? intent : intent.With(parameter, $"#{behalf.Member.Id}");

    // « pour vendredi » or « pour la fête » is no person: only a member's name is. In doubt about who, « pour » goes with the name.
    private static Member? Announced(Words words, int index, Turn turn)
    {
        try
        {
            var member = Names.TakeKnown(words, index + 1, turn) ?? Names.Take(words, index + 1, turn, isSurelyAName: false);
            words.Take(index, member is null ? 0 : 1);
            return member;
        }
        catch (Doubt)
        {
            words.Take(index, 1);
            throw;
        }
    }
}

/// <summary>Who else took part: « avec Sam et Lina ».</summary>
/// <param name="Members">The members.</param>
public sealed record Together(IReadOnlyList<Member> Members) : IReadable<Together>
{
    /// <inheritdoc/>
    public static Together? Read(Words words, Asked how, Turn turn)
    {
        if (how.IsAlone)
        {
            return Names.Take(words, 0, turn, isSurelyAName: true) is { } only ? new Together([only]) : null;
        }

        for (var i = 0; i + 1 < words.Left.Count; i++)
        {
            if (!turn.Parts.Texts.Words("Together.words").Contains(words.Left[i].Folded))
            {
                continue;
            }

            var members = new List<Member>();
            var next = i + 1;
            while (next < words.Left.Count)
            {
                if ((Names.TakeKnown(words, next, turn) ?? Names.Take(words, next, turn, isSurelyAName: false)) is { } member)
                {
                    members.Add(member);
                }
                else if (members.Count > 0 && turn.Parts.Texts.Words("And.words").Contains(words.Left[next].Folded) && next + 1 < words.Left.Count)
                {
                    words.Take(next, 1);
                }
                else
                {
                    break;
                }
            }

            if (members.Count > 0)
            {
                words.Take(i, 1);
                return new Together(members);
            }
        }

        return null;
    }
}
