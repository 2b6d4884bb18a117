using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Bot.Core.Tests.Year;

/// <summary>What people were told of who is in which circle, and of what is filed there: the part of the <see cref="Ledger"/> that is about circles.</summary>
internal sealed partial class Memberships(Ledger ledger)
{
    private readonly SortedDictionary<string, ImmutableSortedSet<string>> circles = new(StringComparer.Ordinal);

    /// <summary>The circles, with who is in each.</summary>
    public IReadOnlyDictionary<string, ImmutableSortedSet<string>> All => circles;

    public List<(string Why, string What)> Complaints { get; } = [];

    /// <summary>Reads what the bot answered to somebody who did something.</summary>
    /// <param name="texts">The answers.</param>
    /// <param name="who">Who did it; nobody else comes or goes by it, except in an undo.</param>
    public void Read(IReadOnlyList<string> texts, string who)
    {
        foreach (Match found in texts.SelectMany(text => ACircle().Matches(text)))
        {
            ImmutableSortedSet<string> people = [.. found.Groups["who"].Value.Split([", ", " et "], StringSplitOptions.RemoveEmptyEntries).Where(Neighbourhood.People.Contains)];
            var before = circles.GetValueOrDefault(found.Groups["circle"].Value, people);
            circles[found.Groups["circle"].Value] = people;
            if (found.Value.StartsWith("Noté", StringComparison.Ordinal) && before.SymmetricExcept(people).Remove(who) is { IsEmpty: false } others)
            {
                Complaints.Add(("comes or goes and did nothing", $"{string.Join(", ", others)}: {found.Value}"));
            }
        }
    }

    /// <summary>Reads a circle's page: all that carries its name, and nothing else.</summary>
    public void Look(string page)
    {
        if (!APage().IsMatch(page))
        {
            return;
        }

        var (circle, lines) = (APage().Match(page).Groups["circle"].Value, page.Split('\n'));
        var filed = ledger.Actions.Where(action => action.IsOpen && action.Title.Contains(circle, StringComparison.Ordinal)).Select(action => action.Code).ToList();
        var shown = AnActionsLine().Matches(page).Select(line => line.Groups["code"].Value).ToList();
        var isAll = !lines.Any(line => line.StartsWith("Et ", StringComparison.Ordinal));
        if (shown.Except(filed).Any() || (isAll && filed.Except(shown).Any()))
        {
            Complaints.Add(("is filed elsewhere than was said", $"{page}\n{string.Join(", ", filed)}"));
        }
    }

    [GeneratedRegex(@"(^Créé : le cercle|^Noté :|^(Annulé|Refait) : le cercle) (?<circle>#\p{L}+),( avec)? (?<who>[^.]+)\.", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ACircle();

    [GeneratedRegex(@"^(?<circle>#\p{L}+) : ", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex APage();

    [GeneratedRegex(@"^(?<code>A\d+) ", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnActionsLine();
}
