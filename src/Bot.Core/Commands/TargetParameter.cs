using System.Reflection;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>A thing with that title, among several: its code and title on a button.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its title.</param>
public sealed record ThatOne(Ref Code, string Title) : Says;

/// <summary>Several things fit what was typed.</summary>
/// <param name="Count">How many.</param>
/// <param name="Typed">What was typed.</param>
public sealed record SeveralFit(int Count, string Typed) : Says;

/// <summary>Nothing fits, but something is near.</summary>
/// <param name="Typed">What was typed.</param>
/// <param name="Title">The title that is near.</param>
public sealed record PerhapsThat(string Typed, string Title) : Says;

/// <summary>Nothing fits.</summary>
/// <param name="Typed">What was typed.</param>
public sealed record NothingFits(string Typed) : Says;

/// <summary>There is no thing with that code.</summary>
/// <param name="Typed">The code that was typed.</param>
public sealed record NoSuchCode(string Typed) : Says;

/// <summary>There is a thing with that code, and the command is for others.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Command">The command's name.</param>
public sealed record NotForThat(Ref Code, string Command) : Says;

/// <summary>Finds the thing that is meant: by code, by reply, by exact title, by all words, by a unique beginning, by a small typo, in this order.</summary>
internal sealed class TargetParameter<TCommand, T> : Parameter
    where TCommand : ISeeks<TCommand, T>
    where T : class, ITitled
{
    private const int MostWays = 4;

    /// <summary>So many words, read as a title.</summary>
    private readonly record struct Title(int Count, string Typed, FoldedTitle Folded);

    /// <summary>What fits a title best.</summary>
    private sealed record Find(Title Title, Fit Fit, List<T> Hits);

    internal TargetParameter(CommandEntry command, ParameterInfo info)
        : base(command, info)
    {
    }

    internal override int Order => 1;

    internal override bool TakesText => true;

    internal override object? Read(Words words, Asked how, Turn turn)
    {
        var found = ByCode(words, turn, onlyFirst: true) ?? ByReply(words, turn);
        if (found is null && !words.IsEmpty)
        {
            found = ByTitle(words, how, turn);
        }

        if (found is not null && !words.IsEmpty)
        {
            AskWho(words, turn);
        }

        return found is null ? null : new Target<T>(found);
    }

    internal override Doubt Missing(Turn turn) =>
        new(new Prompt(AskKey), [.. TCommand.Candidates(turn).SelectMany(shelf => shelf).Distinct().Take(MostWays).Select(WayTo)]);

    private static T? ByCode(Words words, Turn turn, bool onlyFirst)
    {
        for (var i = 0; i < (onlyFirst ? Math.Min(1, words.Left.Count) : words.Left.Count); i++)
        {
            var word = words.Left[i];
            if (Ref.TryParse(word.Folded, out var code) && KindOf(code) is { } kind)
            {
                words.Take(i, 1);
                return Known(kind, code, turn) ?? throw new Refusal(new NoSuchCode(code.ToString()));
            }
        }

        return null;
    }

    // A reply names the thing it replies to, unless words that only a title could be are there and nothing else would take them.
    private T? ByReply(Words words, Turn turn) =>
        turn.RepliedTo is { } code && KindOf(code) is { } kind && (words.IsEmpty || Command.HasText)
            ? Known(kind, code, turn)
            : null;

    private static T? Known(Kind kind, Ref code, Turn turn) => turn.Document(kind, code.Number) is { } known && turn.Sees(known) ? (T)(object)known : null;

    private static Kind? KindOf(Ref code) => Kind.All.FirstOrDefault(kind => kind.Letter == code.Letter && kind.Type.IsAssignableTo(typeof(T)));

    private T? ByTitle(Words words, Asked how, Turn turn)
    {
        List<IEnumerable<T>> shelves = [.. TCommand.Candidates(turn), TCommand.WhatIsOver(turn)];
        var typed = words.LeftText;
        Find? slip = null;
        foreach (var title in Titles(words, turn))
        {
            var find = Fitting(title, shelves, turn);
            if (find.Fit <= Fit.Prefix)
            {
                return Only(find, words);
            }

            slip ??= find.Fit == Fit.Typo ? find : null;
        }

        if (ByCode(words, turn, onlyFirst: false) is { } coded)
        {
            return coded;
        }

        var guess = slip is null ? null : Only(slip, words);
        if (guess is not null && !Command.IsCareful)
        {
            turn.Guessed();
            return guess;
        }

        if (guess is null && !how.IsRequired && !how.IsAlone)
        {
            return null;
        }

        if (guess is null)
        {
            words.Take(0, words.Left.Count);
        }

        if (OfAnotherKind(typed, turn) is { } other)
        {
            throw other;
        }

        throw Nothing(typed, guess ?? Nearest(typed, shelves, turn));
    }

    /// <summary>What fits a title best, a typo away at worst; among those that fit equally well, what stands on an earlier shelf.</summary>
    private static Find Fitting(Title title, List<IEnumerable<T>> shelves, Turn turn)
    {
        var hits = new List<T>();
        var lowest = (Fit: Fit.Typo, Shelf: shelves.Count);
        for (var index = 0; index < shelves.Count; index++)
        {
            foreach (var candidate in shelves[index])
            {
                var fit = Matching.Compare(title.Folded, turn.TitleOf(candidate), lowest.Fit);
                if (fit > lowest.Fit || (fit == lowest.Fit && index > lowest.Shelf))
                {
                    continue;
                }

                if (fit < lowest.Fit || index < lowest.Shelf)
                {
                    hits.Clear();
                    lowest = (fit, index);
                }

                hits.Add(candidate);
            }
        }

        return new Find(title, hits.Count == 0 ? Fit.None : lowest.Fit, hits);
    }

    /// <summary>The only thing that was found; the words that name it are taken.</summary>
    /// <exception cref="Doubt">Several fit equally well.</exception>
    private static T Only(Find find, Words words)
    {
        words.Take(0, find.Title.Count);
        return find.Hits.Count == 1
            ? find.Hits[0]
            : throw new Doubt(
                new SeveralFit(find.Hits.Count, Plain.Short(find.Title.Typed)), [.. find.Hits.Take(MostWays).Select(WayTo), new Way(new NoneOfThese())]);
    }

    // All words may be the title, or those before a text, or those before « pour » and « avec ». An article behind a title
    // begins the text: « /note pelouse la tondeuse est chez Yves ».
    private List<Title> Titles(Words words, Turn turn)
    {
        var titles = new List<Title>();
        for (var count = words.Left.Count; count > 0; count--)
        {
            if (count == words.Left.Count || Command.HasText || PersonBehind(words.Left[count], turn) is not null)
            {
                var title = new Title(count, words.First(count), FoldedTitle.Of(words.First(count)));
                if (Command.HasText && titles is [.., var longer] && longer.Folded.Text == title.Folded.Text)
                {
                    titles.Remove(longer);
                }

                titles.Add(title);
            }
        }

        return titles;
    }

    // « affiche pour Amina », when « affiche » is known and Amina is not: it is the person that is missing.
    private void AskWho(Words words, Turn turn)
    {
        var isName = words.Left.Count == 2 || (words.Left.Count > 1 && char.IsUpper(words.Left[1].Text[0]));
        if (!isName || PersonBehind(words.Left[0], turn) is not { } parameter)
        {
            return;
        }

        words.Reader = parameter;
        words.Take(0, 1);
        var name = words.LeftText;
        words.Take(0, words.Left.Count);
        throw new Doubt(new UnknownPerson(Plain.Short(name)), Names.WaysToKnow(name, turn))
        {
            Parameter = parameter.Name,
            OtherWords = words.TextWithout(parameter),
        };
    }

    /// <summary>The parameter for a person that a word announces.</summary>
    private Parameter? PersonBehind(Words.Word word, Turn turn) =>
        turn.Parts.Texts.Words("OnBehalf.words").Contains(word.Folded) ? Command.Parameters.FirstOrDefault(each => each is ReadableParameter<OnBehalf>)
        : turn.Parts.Texts.Words("Together.words").Contains(word.Folded) ? Command.Parameters.FirstOrDefault(each => each is ReadableParameter<Together>)
        : null;

    private static T? Nearest(string typed, List<IEnumerable<T>> shelves, Turn turn)
    {
        var folded = FoldedTitle.Of(typed);
        return shelves.SelectMany(shelf => shelf)
            .Where(candidate => Matching.Compare(folded, turn.TitleOf(candidate)) == Fit.Near)
            .MinBy(candidate => Matching.Distance(folded.Text, turn.TitleOf(candidate).Text, folded.Text.Length));
    }

    // « /claim E1 », which is an event: who types it is told where to look for what can be done with it.
    private Refusal? OfAnotherKind(string typed, Turn turn) =>
        Ref.TryParse(new Words(typed).Left[0].Folded, out var code) && Kind.All.FirstOrDefault(kind => kind.Letter == code.Letter) is { } kind
        && turn.Document(kind, code.Number) is { } known && turn.Sees(known)
            ? new Refusal(new NotForThat(code, AskHelp.NameOf(Command, turn)) { Offers = [AskHelp.OfferTopicOf(kind.Type)] })
            : null;

    private static Exception Nothing(string typed, T? near)
    {
        var instead = TCommand.WhenNothingFits(typed) is { } offer ? new Way(offer.Label, Instead: offer.Intent) : null;
        if (near is null && instead is null)
        {
            return new Refusal(new NothingFits(Plain.Short(typed)));
        }

        var ways = new List<Way>();
        if (near is not null)
        {
            ways.Add(new Way(new Yes(), near.Ref.ToString()));
        }

        ways.AddRange(instead is null ? [] : [instead]);
        ways.AddRange(ways.Count < 2 ? [new Way(new No())] : []);
        return new Doubt(near is null ? new NothingFits(Plain.Short(typed)) : new PerhapsThat(Plain.Short(typed), near.Title), ways);
    }

    private static Way WayTo(T candidate) => new(new ThatOne(candidate.Ref, candidate.Title), candidate.Ref.ToString());
}
