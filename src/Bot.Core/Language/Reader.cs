using System.Reflection;
using System.Text;
using Bot.Core.Language.Grammars;
using Bot.Core.Language.Meanings;
using NodaTime;

namespace Bot.Core.Language;

/// <summary>
/// Reads when something is, how long it takes and what it costs out of a line that somebody wrote, in all languages at once; what
/// is left is the title. How people say it stands in Texts/&lt;language&gt;/when.grammar.
/// </summary>
public sealed class Reader
{
    private const string Folder = "Grammars/";
    private readonly Grammar grammar;
    private readonly int when;
    private readonly int whole;
    private readonly int vague;
    private readonly int length;
    private readonly int afterDone;
    private readonly int money;
    private readonly int effort;
    private readonly int bareEffort;

    /// <summary>Makes a reader of given grammars.</summary>
    /// <param name="files">What each file holds, by folder and name: "fr/when.grammar".</param>
    /// <exception cref="FormatException">A file is malformed; the complaint names it and the line.</exception>
    public Reader(IReadOnlyDictionary<string, string> files)
    {
        // The first language in the alphabet of files decides nothing: whoever reads prefers their own.
        grammar = new Grammar(files.OrderByDescending(file => file.Key, StringComparer.Ordinal).Select(file => GrammarFile.Parse(file.Key, file.Value)), typeof(Words));
        (when, whole, vague, length, afterDone) = (grammar["when"], grammar["whole"], grammar["vague"], grammar["length"], grammar["after-done"]);
        (money, effort, bareEffort) = (grammar["money"], grammar["effort"], grammar["bare-effort"]);
    }

    /// <summary>How many steps the last reading of this thread took, for tests that count them.</summary>
    [ThreadStatic]
    internal static int Steps;

    /// <summary>The reader of the grammars that are built into the program.</summary>
    public static Reader Load() => new(BuiltIn());

    /// <summary>The grammars that are built into the program, by folder and name; to add to them in a test.</summary>
    public static IReadOnlyDictionary<string, string> BuiltIn()
    {
        var assembly = Assembly.GetExecutingAssembly();
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).ToDictionary(name => name[Folder.Length..], name =>
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);
            return reader.ReadToEnd();
        }, StringComparer.Ordinal);
    }

    /// <summary>Reads when something is, or else how long it lasts.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="said">Where and when.</param>
    /// <returns>Null if the text says nothing of the kind.</returns>
    public Found<When>? ReadWhen(string text, Said said)
    {
        var here = new Here(said.At, said.Look, said.Zone);
        return Look(text, said.Language) is { } line ? line.Time(here) ?? line.Length(here) : null;
    }

    /// <summary>Reads how long after something was done it is to be done again: « 30 jours après », « trois semaines après l'avoir fait ».</summary>
    /// <param name="text">What was written.</param>
    /// <param name="language">The language to prefer: its code.</param>
    /// <returns>Null if the text says nothing of the kind.</returns>
    public Found<Period>? ReadAfterDone(string text, string language) => Look(text, language)?.AfterDone();

    /// <summary>Reads how long somebody worked; what is said of days is left for <see cref="ReadWhen"/>.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="language">The language to prefer: its code.</param>
    /// <param name="day">How long a day of work is.</param>
    /// <returns>Null if the text says nothing of the kind.</returns>
    public Found<Effort>? ReadEffort(string text, string language, WorkDay day) => Look(text, language)?.Work(day);

    /// <summary>Reads an amount of money.</summary>
    /// <param name="text">What was written.</param>
    /// <param name="language">The language to prefer: its code.</param>
    /// <returns>Null if the text says nothing of the kind.</returns>
    public Found<Money>? ReadMoney(string text, string language) => Look(text, language)?.Money();

    private Line? Look(string text, string language)
    {
        Steps = 0;
        var tokens = Lexer.Cut(text, grammar.Lexicon.Find);
        for (var at = 1; at < tokens.Count; at++)
        {
            tokens[at] = IsName(text, tokens, at) ? tokens[at] with { Word = Lexicon.Unknown } : tokens[at];
        }

        // No phrase begins behind the last word that says something.
        var last = tokens.FindLastIndex(token => grammar.Lexicon.Tells(token));
        return last >= 0 ? new Line(text, tokens, last, new Matching(grammar, text, tokens, language), this) : null;
    }

    // « Appeler Sam » is no Saturday; « SAM » may be, and « Sam 5 ».
    private bool IsName(string text, List<Token> tokens, int at) => tokens[at] is { Word: >= 0, Length: > 1 } token
        && char.IsUpper(text[token.Start]) && char.IsLower(text[token.Start + 1]) && grammar.Lexicon.IsName(token.Word)
        && tokens[at - 1].Number < 0 && (at + 1 == tokens.Count || tokens[at + 1].Number < 0);

    /// <summary>One line that may say something.</summary>
    private sealed class Line(string text, List<Token> tokens, int last, Matching matching, Reader reader)
    {
        private readonly record struct Phrase(int Start, int End, object? Value)
        {
            public Meant Meant => (Meant)Value!;
        }

        public Found<When>? Time(Here here)
        {
            var phrases = Phrases(reader.when);
            Steps = matching.Steps;
            if (Whole(phrases) is { } all)
            {
                return Found([all], all.Meant, here);
            }

            phrases.RemoveAll(phrase => phrase.Meant is NotATime);
            if (phrases.Count == 0)
            {
                return Phrases(reader.vague).Find(phrase => !tokens.Skip(phrase.End).Any(Counts)) is { Value: Meant vague } unclear ? Found([unclear], vague, here) : null;
            }

            var chosen = Chosen(phrases);
            if (chosen.Meant is Moment moment && Completed(moment, chosen, phrases) is { } completed)
            {
                return Found(completed.Start < chosen.Start ? [completed, chosen] : [chosen, completed], Together(moment, (Moment)completed.Meant), here);
            }

            return Found([chosen], chosen.Meant, here);
        }

        public Found<When>? Length(Here here)
        {
            var ignored = Phrases(reader.when).Where(phrase => phrase.Meant is NotATime).ToList();
            var lengths = Phrases(reader.length);
            lengths.RemoveAll(length => ignored.Exists(phrase => phrase.Start < length.End && length.Start < phrase.End));
            Steps = matching.Steps;
            return lengths.Count == 0 ? null : Found([lengths[^1]], lengths[^1].Meant, here);
        }

        public Found<Effort>? Work(WorkDay day)
        {
            var work = Phrases(reader.effort);
            if (work.Count == 0)
            {
                work = Phrases(reader.bareEffort);
                work.RemoveAll(phrase => tokens.Take(phrase.Start).Any(Counts) && tokens.Skip(phrase.End).Any(Counts));
            }

            return work is [var first, ..] ? Found([first], ((Worked)first.Value!)(day)) : null;
        }

        public Found<Period>? AfterDone() => Phrases(reader.afterDone) is [.., var last] ? Found([last], ((Span)last.Value!).Readings) : null;

        public Found<Money>? Money() => Phrases(reader.money) is [var first, ..] ? Found([first], (Reading<Money>)first.Value!) : null;

        private Found<When> Found(List<Phrase> said, Meant meant, Here here) =>
            Found(said, meant.Read(here), keepsTitle: meant is { IsFeast: true } && tokens.Take(said[0].Start).Any(Counts));

        private Found<T> Found<T>(List<Phrase> said, Reading<T> reading, bool keepsTitle = false)
        {
            List<Range> parts = keepsTitle ? [] : said.ConvertAll(phrase => tokens[phrase.Start].Start..tokens[phrase.End - 1].End);
            return new Found<T>(reading.IsPossible ? [reading.Value, .. reading.Others] : reading.Others, reading.Unsure, parts, Remainder.Of(text, parts));
        }

        // What is read only when nothing else was written, such as « mars » or « sam ».
        private Phrase? Whole(List<Phrase> phrases)
        {
            var start = tokens.FindIndex(Counts);
            var end = tokens.FindLastIndex(Counts) + 1;
            if (start < 0 || phrases.Exists(phrase => phrase.Start <= start && phrase.End >= end && phrase.Meant is not NotATime))
            {
                return null;
            }

            foreach (var match in matching.Read(reader.whole, start))
            {
                if (match.End == end)
                {
                    return new Phrase(start, end, match.Value);
                }
            }

            return null;
        }

        private bool Counts(Token token) => token.IsWord || token.Number >= 0;

        private List<Phrase> Phrases(int symbol)
        {
            var phrases = new List<Phrase>();
            for (var at = 0; at <= last;)
            {
                if (Longest(symbol, at) is { } match)
                {
                    phrases.Add(new Phrase(at, match.End, match.Value));
                    at = match.End;
                }
                else
                {
                    at++;
                }
            }

            return phrases;
        }

        // A phrase neither begins nor ends within a word: « A12/11 », « Midi-Pyrénées ».
        private Match? Longest(int symbol, int at)
        {
            Match? longest = null;
            if (at == 0 || !IsJoined(at))
            {
                foreach (var match in matching.Read(symbol, at))
                {
                    longest = (longest is null || match.End > longest.Value.End) && !IsJoined(match.End) ? match : longest;
                }
            }

            return longest;
        }

        private bool IsJoined(int at) => at < tokens.Count && Counts(tokens[at])
            && (tokens[at].IsHyphened || (tokens[at].IsGlued && Counts(tokens[at - 1])));

        // The last strong phrase that says a day, else the last (R12): « préparer la réunion de mardi pour lundi » is for Monday.
        private static Phrase Chosen(List<Phrase> phrases)
        {
            var best = phrases[^1];
            for (var i = phrases.Count - 2; i >= 0; i--)
            {
                best = Weight(phrases[i]) > Weight(best) ? phrases[i] : best;
            }

            return best;
        }

        private static int Weight(Phrase phrase) => (phrase.Meant.IsWeak ? 0 : 2) + (phrase.Meant is Moment { IsTimeOnly: true } ? 0 : 1);

        private static Phrase? Completed(Moment moment, Phrase chosen, List<Phrase> phrases)
        {
            foreach (var phrase in Enumerable.Reverse(phrases))
            {
                if (phrase != chosen && phrase.Meant is Moment other && ((moment.IsDayOnly && other.IsTimeOnly && !other.IsWeak) || (moment.IsTimeOnly && other.IsDayOnly)))
                {
                    return phrase;
                }
            }

            return null;
        }

        private static Moment Together(Moment one, Moment other) => one.IsDayOnly
            ? one with { Clock = other.Clock, Hours = other.Hours, Part = other.Part }
            : other with { Clock = one.Clock, Hours = one.Hours, Part = one.Part };
    }
}
