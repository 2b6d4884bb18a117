using System.Globalization;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Finds phrases that say how something is decided, wherever they stand.</summary>
internal static class Phrases
{
    /// <summary>Takes a phrase out of the words; false when it is not there.</summary>
    /// <param name="words">The words.</param>
    /// <param name="phrases">The ways to say it.</param>
    public static bool Take(Words words, IEnumerable<string> phrases)
    {
        foreach (var phrase in phrases.OrderByDescending(phrase => phrase.Length))
        {
            for (var i = 0; i < words.Left.Count; i++)
            {
                if (words.Spells(phrase, i) is > 0 and var length)
                {
                    words.Take(i, length);
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Takes a number and the word behind it, « 10 points », out of the words; null when it is not there.</summary>
    /// <param name="words">The words.</param>
    /// <param name="after">The words that may stand behind the number.</param>
    /// <param name="most">The highest number that makes sense.</param>
    public static int? TakeCount(Words words, IReadOnlyList<string> after, int most)
    {
        for (var i = 0; i + 1 < words.Left.Count; i++)
        {
            if (int.TryParse(words.Left[i].Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0 && count <= most && after.Contains(words.Left[i + 1].Folded))
            {
                words.Take(i, 2);
                return count;
            }
        }

        return null;
    }

    /// <summary>Takes the names behind a word, « experts : @jo et @max »; null when the word is not there.</summary>
    /// <param name="words">The words.</param>
    /// <param name="markers">The word, in its forms.</param>
    /// <param name="turn">The turn.</param>
    public static IReadOnlyList<int>? TakePeople(Words words, IReadOnlyList<string> markers, Turn turn)
    {
        for (var i = 0; i < words.Left.Count; i++)
        {
            if (markers.Contains(words.Left[i].Folded))
            {
                words.Take(i, 1);
                return TakeNames(words, i, turn);
            }
        }

        return null;
    }

    /// <summary>Takes the names that stand one behind the other.</summary>
    public static IReadOnlyList<int> TakeNames(Words words, int index, Turn turn)
    {
        var found = new List<int>();
        while (index < words.Left.Count)
        {
            if ((Names.TakeKnown(words, index, turn) ?? Names.Take(words, index, turn, isSurelyAName: false)) is { } member)
            {
                found.Add(member.Id);
            }
            else if (turn.Parts.Texts.Words("And.words").Contains(words.Left[index].Folded) && index + 1 < words.Left.Count && found.Count > 0)
            {
                words.Take(index, 1);
            }
            else
            {
                break;
            }
        }

        return found;
    }
}

/// <summary>A vote that is answered, in place of one that is opened: its code, in front of everything else.</summary>
/// <param name="Decision">The vote.</param>
public sealed record ThatVote(Decision Decision) : IReadable<ThatVote>
{
    /// <inheritdoc/>
    public static ThatVote? Read(Words words, Asked how, Turn turn)
    {
        if (words.IsEmpty || !Ref.TryParse(words.Left[0].Folded, out var code) || code.Letter != Kind.Of<Decision>().Letter || turn.Find<Decision>(code.Number) is not { Terms: not null } vote)
        {
            return null;
        }

        words.Take(0, 1);
        return new ThatVote(vote);
    }
}

/// <summary>« À bulletin secret ».</summary>
public sealed record Secretly : IReadable<Secretly>
{
    /// <inheritdoc/>
    public static Secretly? Read(Words words, Asked how, Turn turn) => Phrases.Take(words, turn.Parts.Texts.Words("Secretly.words")) ? new Secretly() : null;
}

/// <summary>« Plusieurs choix ».</summary>
public sealed record SeveralEach : IReadable<SeveralEach>
{
    /// <inheritdoc/>
    public static SeveralEach? Read(Words words, Asked how, Turn turn) => Phrases.Take(words, turn.Parts.Texts.Words("SeveralEach.words")) ? new SeveralEach() : null;
}

/// <summary>« Liste ouverte »: everybody may add options.</summary>
public sealed record OpenList : IReadable<OpenList>
{
    /// <inheritdoc/>
    public static OpenList? Read(Words words, Asked how, Turn turn) => Phrases.Take(words, turn.Parts.Texts.Words("OpenList.words")) ? new OpenList() : null;
}

/// <summary>« Aux 2/3 des inscrits »: by which majority.</summary>
/// <param name="Majority">How many must be for it.</param>
/// <param name="Base">Of whom.</param>
public sealed record MajorityRule(Majority Majority, Base Base) : IReadable<MajorityRule>
{
    /// <inheritdoc/>
    public static MajorityRule? Read(Words words, Asked how, Turn turn)
    {
        var texts = turn.Parts.Texts;
        Majority? majority = Enum.GetValues<Majority>().Cast<Majority?>().FirstOrDefault(each => Phrases.Take(words, texts.Words($"Majority{each}.words")));
        Base? of = Enum.GetValues<Base>().Cast<Base?>().FirstOrDefault(each => Phrases.Take(words, texts.Words($"Base{each}.words")));
        return majority is null && of is null ? null : new MajorityRule(majority ?? (of == Base.Expressed ? Majority.Simple : Majority.Absolute), of ?? Base.Expressed);
    }
}

/// <summary>« 10 points, 3 par choix »: how many points each has.</summary>
/// <param name="Count">How many.</param>
/// <param name="Cap">How many one option may get from one person; 0 for all.</param>
public sealed record PointsEach(int Count, int Cap) : IReadable<PointsEach>
{
    private const int Most = 100;

    /// <inheritdoc/>
    public static PointsEach? Read(Words words, Asked how, Turn turn)
    {
        var texts = turn.Parts.Texts;
        var points = Phrases.TakeCount(words, texts.Words("PointsEach.words"), Most);
        var cap = Phrases.TakeCount(words, texts.Words("PointsCap.words"), Most);
        return points is null && cap is null ? null : new PointsEach(points ?? ByDots.UsualPoints, cap ?? 0);
    }
}

/// <summary>« 3 sièges »: how many are chosen.</summary>
/// <param name="Count">How many.</param>
public sealed record SeatsToFill(int Count) : IReadable<SeatsToFill>
{
    private const int Most = 20;

    /// <inheritdoc/>
    public static SeatsToFill? Read(Words words, Asked how, Turn turn) =>
        Phrases.TakeCount(words, turn.Parts.Texts.Words("SeatsToFill.words"), Most) is { } count ? new SeatsToFill(count) : null;
}

/// <summary>« Indispensables : @lina »: those who must be there.</summary>
/// <param name="Members">Who.</param>
public sealed record MustBeThere(IReadOnlyList<int> Members) : IReadable<MustBeThere>
{
    /// <inheritdoc/>
    public static MustBeThere? Read(Words words, Asked how, Turn turn) =>
        Phrases.TakePeople(words, turn.Parts.Texts.Words("MustBeThere.words"), turn) is { Count: > 0 } members ? new MustBeThere(members) : null;
}

/// <summary>« Concernés : @li et @sam »: those whom it concerns.</summary>
/// <param name="Members">Who.</param>
public sealed record Concerned(IReadOnlyList<int> Members) : IReadable<Concerned>
{
    /// <inheritdoc/>
    public static Concerned? Read(Words words, Asked how, Turn turn) =>
        (Phrases.TakePeople(words, turn.Parts.Texts.Words("Concerned.words"), turn) ?? (how.IsAlone || how.IsAnswer ? Phrases.TakeNames(words, 0, turn) : null)) is { Count: > 0 } members
            ? new Concerned(members)
            : null;
}

/// <summary>« Experts : @jo », or « experts : personne, parce que… »: those who know the matter, or why none is asked.</summary>
/// <param name="Members">Who.</param>
/// <param name="WhyNone">Why nobody.</param>
public sealed record Experts(IReadOnlyList<int> Members, string? WhyNone) : IReadable<Experts>
{
    /// <inheritdoc/>
    public static Experts? Read(Words words, Asked how, Turn turn)
    {
        var texts = turn.Parts.Texts;
        var isAsked = how.IsAlone || how.IsAnswer;
        var at = Enumerable.Range(0, words.Left.Count).Where(index => texts.Words("Experts.words").Contains(words.Left[index].Folded)).Cast<int?>().FirstOrDefault();
        if (at is null && !isAsked)
        {
            return null;
        }

        words.Take(at ?? 0, at is null ? 0 : 1);
        var from = at ?? 0;
        if (from < words.Left.Count && texts.Words("Nobody.words").Contains(words.Left[from].Folded))
        {
            words.Take(from, 1);
            var why = Plain.Line(words.LeftText[(from == 0 ? 0 : words.First(from).Length)..].Trim(' ', ',', ':'));
            words.Take(from, words.Left.Count - from);
            return why.Length == 0 ? null : new Experts([], why);
        }

        return Phrases.TakeNames(words, from, turn) is { Count: > 0 } members ? new Experts(members, null) : null;
    }
}
