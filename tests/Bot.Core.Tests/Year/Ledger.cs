using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Bot.Core.Tests.Year;

/// <summary>An action, as who reads along knows it.</summary>
internal sealed record KnownAction(string Code, string Title)
{
    /// <summary>How many people it was said to need.</summary>
    public int Needed { get; init; } = 1;

    /// <summary>How many it was said to take at most.</summary>
    public int Most { get; init; } = 1;

    public ImmutableHashSet<string> On { get; init; } = [];

    public ImmutableHashSet<string> Learning { get; init; } = [];

    /// <summary>Its last day, as it was written: « jeu. 26 nov. »; empty without one.</summary>
    public string Day { get; init; } = "";

    /// <summary>How often it was given a day, another or the same again.</summary>
    public int Moves { get; init; }

    /// <summary>How many notes were left on it.</summary>
    public int Notes { get; init; }

    /// <summary>Its steps, and whether each is ticked.</summary>
    public ImmutableSortedDictionary<string, bool> Steps { get; init; } = ImmutableSortedDictionary.Create<string, bool>(StringComparer.Ordinal);

    public bool IsDone { get; init; }

    public bool IsGone { get; init; }

    public bool IsOpen => !IsDone && !IsGone;

    public bool IsFree => IsOpen && On.Count < Needed;
}

/// <summary>
/// What people were told that the bot keeps, in its own words as they stood on the screen, and nothing else: what a group would swear to.
/// </summary>
internal sealed partial class Ledger(IReadOnlyCollection<string> people)
{
    private readonly SortedDictionary<int, KnownAction> actions = [];
    private readonly Regex names = new($@"\b({string.Join('|', people)})\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    public IEnumerable<KnownAction> Actions => actions.Values;

    /// <summary>The lines that were added to the journal and not taken back.</summary>
    public HashSet<string> Lines { get; } = new(StringComparer.Ordinal);

    /// <summary>What comes back, which is read apart.</summary>
    public Rhythms Rhythms { get; } = new();

    /// <summary>Who comes to what.</summary>
    public Gatherings Events { get; } = new();

    /// <summary>What people would like to do one day.</summary>
    public KnownIdeas Ideas { get; } = new();

    /// <summary>Answers by which more people came than there are seats, although nobody came as help.</summary>
    public List<string> Overfull { get; } = [];

    public KnownAction? Find(string code) => actions.GetValueOrDefault(Number(code));

    /// <summary>Reads what the bot answered to somebody who did something.</summary>
    /// <param name="text">The answer.</param>
    /// <param name="who">Who did it.</param>
    /// <param name="asHelp">Whether they came as help, whatever the seats.</param>
    public void Read(string text, string who, bool asHelp = false)
    {
        text = Flat(text);
        if (ALine().Match(text) is { Success: true } line)
        {
            Note(line);
        }

        foreach (Match beside in BesideAnAction().Matches(text))
        {
            var code = beside.Groups["code"].Value;
            actions[Number(code)] = Beside(Find(code) ?? new KnownAction(code, beside.Groups["title"].Value), beside.Value, text);
        }

        foreach (Match found in AnAction().Matches(text))
        {
            var code = found.Groups["code"].Value;
            if (Rhythms.Knows(code) || found.Groups["after"].Value.Contains("Revient ", StringComparison.Ordinal))
            {
                continue;
            }

            var before = Find(code) ?? new KnownAction(code, found.Groups["title"].Value);
            if (After(before, text, found.Groups["before"].Value.TrimEnd(), found.Groups["after"].Value, who) is { } after)
            {
                actions[Number(code)] = after;
                if (!asHelp && after.IsOpen && after.On.Count > Math.Max(before.On.Count, after.Most) && !IsUndo(text))
                {
                    Overfull.Add(text);
                }
            }
        }
    }

    /// <summary>The words with plain spaces.</summary>
    public static string Flat(string text) => text.Replace('\u00a0', ' ').Replace('\u202f', ' ');

    /// <summary>The last day that stands in some words, as it is written; empty when none does.</summary>
    public static string DayIn(string text) => ADay().Matches(text) is { Count: > 0 } days ? days[^1].Value : "";

    private KnownAction? After(KnownAction action, string text, string before, string after, string who)
    {
        var clause = after.Split(". ")[0];
        var here = NamesIn(clause);
        return before switch
        {
            "Noté :" when after.Contains("Personne dessus", StringComparison.Ordinal) => Sized(action, clause) with { Day = DayIn(after) },
            "Noté :" or "" when after.Contains("cherche", StringComparison.Ordinal) || after.Contains("Il ne manque personne", StringComparison.Ordinal) => Sized(action, clause),
            _ when before.EndsWith("apprend sur", StringComparison.Ordinal) => action with { Learning = action.Learning.Union(NamesIn(before)), On = here },
            "Pris :" or "En cours :" => action with { On = here, Learning = action.Learning.Except(here) },
            "Passé :" when here.Count == 2 => action with { On = action.On.Remove(Order(clause)[0]).Add(Order(clause)[1]), Learning = action.Learning.Remove(Order(clause)[1]) },
            "Ok," when text.StartsWith("Ok,", StringComparison.Ordinal) => action with { On = here, Learning = action.Learning.Remove(who) },
            "Fait :" => action with { IsDone = true, On = NamesIn(after).Except(action.Learning), },
            "Reporté :" => action with { Day = DayIn(after.Split("(avant")[0]), Moves = action.Moves + 1 },
            "Annulé :" or "Refait :" or "" when IsUndo(text) => Again(action, after),
            _ => null,
        };
    }

    private static bool IsUndo(string text) => text.StartsWith("Annulé :", StringComparison.Ordinal) || text.StartsWith("Refait :", StringComparison.Ordinal);

    // What an undo says of it: how it stands again.
    private KnownAction Again(KnownAction action, string after)
    {
        if (after.Contains("n'existe plus", StringComparison.Ordinal))
        {
            return action with { IsGone = true };
        }

        var parts = after.Split("En apprentissage :");
        var stands = parts[0].Split("Référence :")[0];
        var learning = parts.Length > 1 ? NamesIn(parts[1]) : [];
        var day = DayIn(stands);
        return action with { IsGone = false, IsDone = stands.Contains("faite par", StringComparison.Ordinal), On = NamesIn(stands), Learning = learning, Day = day, Moves = action.Moves + 1 };
    }

    // What stands on an action: a note more or less, a step that is ticked, or all its steps, one a line.
    private static KnownAction Beside(KnownAction action, string words, string text) => words switch
    {
        _ when words.StartsWith("Ajouté", StringComparison.Ordinal) => action with { Notes = action.Notes + 1 },
        _ when words.StartsWith("la note", StringComparison.Ordinal) => action with { Notes = action.Notes + (words.Contains("n'est plus", StringComparison.Ordinal) ? -1 : 1) },
        _ when AStepAgain().Match(words) is { Success: true } step => action with
        {
            Steps = words.Contains("n'est plus", StringComparison.Ordinal) ? action.Steps.Remove(step.Groups["step"].Value) : action.Steps.SetItem(step.Groups["step"].Value, words.EndsWith("cochée", StringComparison.Ordinal)),
        },
        _ => action with { Steps = AStep().Matches(text).Aggregate(action.Steps.Clear(), (steps, line) => steps.SetItem(line.Groups["step"].Value, line.Groups["who"].Success)) },
    };

    private void Note(Match line)
    {
        var code = line.Groups["code"].Value;
        _ = line.Value.EndsWith("n'est plus", StringComparison.Ordinal) ? Lines.Remove(code) : Lines.Add(code);
    }

    // « 3 personnes », « au moins 2 personnes », « 2 à 4 personnes ».
    private static KnownAction Sized(KnownAction action, string clause)
    {
        var size = ASize().Match(clause);
        if (!size.Success)
        {
            return action;
        }

        var needed = int.Parse(size.Groups["needed"].Value, CultureInfo.InvariantCulture);
        var most = size.Groups["least"].Success ? int.MaxValue : size.Groups["most"].Success ? int.Parse(size.Groups["most"].Value, CultureInfo.InvariantCulture) : needed;
        return action with { Needed = needed, Most = most };
    }

    private ImmutableHashSet<string> NamesIn(string text) => [.. Order(text)];

    private List<string> Order(string text) => [.. names.Matches(text).Select(match => match.Value)];

    private static int Number(string code) => int.Parse(code[1..], CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<before>[^\n«»]*)« (?<title>[^»]+) » \((?<code>A\d+)\)(?<after>[^«]*)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnAction();

    [GeneratedRegex(@"(Ajouté à|^Étapes de|^Tout est coché :) « (?<title>[^»]+) » \((?<code>A\d+)\)|la note (« [^»]+ » est|n'est plus) sur (?<code>A\d+)|l'étape « [^»]+ » (de (?<code>A\d+) est (cochée|à faire)|n'est plus sur (?<code>A\d+))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BesideAnAction();

    [GeneratedRegex(@"^l'étape « (?<step>[^»]+) »", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AStepAgain();

    [GeneratedRegex(@"^(\d+ )?(?<step>mesurer|couper|coller)( \(fait, (?<who>\p{L}+)\))?$", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AStep();

    [GeneratedRegex(@"(?<least>au moins )?(?<needed>\d+)( à (?<most>\d+))? personne", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ASize();

    [GeneratedRegex(@"(lun|mar|mer|jeu|ven|sam|dim)\. \d+(er)? (janv\.|févr\.|mars|avr\.|mai|juin|juil\.|août|sept\.|oct\.|nov\.|déc\.)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ADay();

    [GeneratedRegex(@"^Ajouté au journal [^(]*\((?<code>J\d+)\)|« [^»]* » \((?<code>J\d+)\), au journal|(?<code>J\d+) n'est plus", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ALine();
}
