using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Bot.Core.Tests.Year;

/// <summary>A rotation, as who reads along knows it: whose turn each turn was in the end.</summary>
internal sealed record KnownRota(string Code, string Title)
{
    /// <summary>The last day of the turn that goes on, as its card said.</summary>
    public string Until { get; init; } = "";

    /// <summary>Whose turns those were, in order; null when it was nobody's.</summary>
    public ImmutableList<string?> Turns { get; init; } = [];

    /// <summary>Up to which turn somebody was not simply there: they came, swapped, or were away.</summary>
    public ImmutableSortedDictionary<string, int> Unsteady { get; init; } = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);

    /// <summary>Who takes part.</summary>
    public ImmutableSortedSet<string> People { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public bool IsOver { get; init; }

    public string? Holder => Turns is [.., var last] ? last : null;
}

/// <summary>What people were told of whose turn it is: the part of the <see cref="Ledger"/> that is about rotations.</summary>
internal sealed partial class Rounds
{
    private const string Then = "Ensuite : ";

    private readonly SortedDictionary<int, KnownRota> rotas = [];
    private readonly HashSet<(string Reader, string Code, string Until, string? Who)> told = [];

    public IEnumerable<KnownRota> All => rotas.Values;

    public List<(string Why, string What)> Complaints { get; } = [];

    /// <summary>How many turns were had in all.</summary>
    public int Turns => rotas.Values.Sum(rota => rota.Turns.Count);

    public KnownRota? Find(string code) => rotas.GetValueOrDefault(int.Parse(code[1..], CultureInfo.InvariantCulture));

    /// <summary>Reads a rotation's card: whose turn it is, and until when.</summary>
    public void See(string card, Instant at)
    {
        if (AnEnd().Match(card) is { Success: true } end && Find(end.Groups["code"].Value) is { } over)
        {
            Keep(over with { IsOver = true });
        }

        if (ARota().Match(card) is not { Success: true } found)
        {
            return;
        }

        var (until, who) = (found.Groups["until"].Value, found.Groups["who"] is { Success: true } name ? name.Value : null);
        var people = card.Split('\n').FirstOrDefault(line => line.StartsWith(Then, StringComparison.Ordinal))?[Then.Length..].TrimEnd('.').Split([", ", " et "], StringSplitOptions.None) ?? [];
        var known = (Find(found.Groups["code"].Value) ?? new KnownRota(found.Groups["code"].Value, found.Groups["title"].Value)) with { People = [.. people.Append(who).OfType<string>()], IsOver = false };
        if (known.Until == until)
        {
            Keep(known with { Turns = known.Turns.SetItem(known.Turns.Count - 1, who) });
            return;
        }

        Change(known with { Until = until, Turns = known.Turns.Add(who) }, AnAway().Matches(card).Select(away => away.Groups["who"].Value));
        if (known.Turns.Count > 0 && at != Calendar.Outage.End && Calendar.Written(Calendar.Local(at).Date.PlusDays(-1)) != known.Until)
        {
            Complaints.Add(("a turn changes on another day", $"{known.Until}: {card}"));
        }

        HoldFair(Find(known.Code)!);
    }

    /// <summary>Reads what the bot answered to somebody who did something.</summary>
    public void Read(IReadOnlyList<string> texts)
    {
        foreach (var text in texts)
        {
            if (ACode().Match(text) is { Success: true } found && Find(found.Groups["code"].Value) is { } known)
            {
                if (AComing().Match(text) is { Success: true } coming)
                {
                    Change(known, [coming.Groups["who"].Value]);
                }
                else if (ASwap().Match(text) is { Success: true } swap)
                {
                    Change(known, [swap.Groups["taker"].Value, swap.Groups["giver"].Value]);
                }
                else if (text.StartsWith("Annulé :", StringComparison.Ordinal) || text.StartsWith("Refait :", StringComparison.Ordinal))
                {
                    // Somebody is in, out or away again: which of them it does not say.
                    Change(known, known.People);
                }
            }
        }
    }

    /// <summary>Reads what was said unasked, and tells what is wrong with it.</summary>
    public IEnumerable<string> Hear(Post post, string? who)
    {
        foreach (Match line in ATurn().Matches(post.Text))
        {
            var named = line.Groups["who"] is { Success: true } name ? name.Value : who;
            if (Find(line.Groups["code"].Value) is not { IsOver: false } known || known.Until != line.Groups["until"].Value || known.Holder != named)
            {
                yield return "is told of a turn that is not theirs";
            }

            told.Add((who ?? "", line.Groups["code"].Value, line.Groups["until"].Value, named));
        }
    }

    /// <summary>Whether somebody was told of the turn that is theirs.</summary>
    public bool WasTold(string reader, KnownRota rota) => told.Contains((reader, rota.Code, rota.Until, rota.Holder));

    // Between two turns of one person, everybody else who was there all the time had theirs.
    private void HoldFair(KnownRota rota)
    {
        var last = rota.Turns.Count - 1;
        if (rota.Holder is not { } who || rota.Turns.RemoveAt(last).LastIndexOf(who) is not (>= 0 and var before) || IsUnsteady(who, before))
        {
            return;
        }

        foreach (var other in rota.People.Where(other => other != who && !IsUnsteady(other, before) && !rota.Turns.GetRange(before, last - before).Contains(other)))
        {
            Complaints.Add(("has a turn before it is theirs", $"{rota.Title}: {who} before {other}, {string.Join(", ", rota.Turns)}"));
        }

        bool IsUnsteady(string one, int since) => rota.Unsteady.GetValueOrDefault(one, -1) >= since;
    }

    private void Change(KnownRota rota, IEnumerable<string> unsteady) => Keep(rota with { Unsteady = rota.Unsteady.SetItems(unsteady.Select(who => KeyValuePair.Create(who, rota.Turns.Count - 1))) });

    private void Keep(KnownRota known) => rotas[int.Parse(known.Code[1..], CultureInfo.InvariantCulture)] = known;

    [GeneratedRegex(@"^« (?<title>[^»]+) » \((?<code>T\d+)\), jusqu'au (?<until>[^:]+?) : (personne, |(?<who>\p{L}+)\.)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ARota();

    [GeneratedRegex(@"^Terminé : « [^»]+ » \((?<code>T\d+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnEnd();

    [GeneratedRegex(@"\((?<code>T\d+)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ACode();

    [GeneratedRegex(@"^Absence : (?<who>\p{L}+)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnAway();

    [GeneratedRegex(@"^Noté : (?<who>\p{L}+) (quitte|rejoint|ne compte pas dans) «", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AComing();

    [GeneratedRegex(@"^Échangé : .*, (?<taker>\p{L}+) prend ce tour et (?<giver>\p{L}+) fera le sien", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ASwap();

    [GeneratedRegex(@"C'est (ton tour|le tour d(e |')(?<who>\p{L}+)) : « [^»]+ » \((?<code>T\d+)\), jusqu'au (?<until>[^.]+\. \d+(er)? (mars|mai|juin|août|\p{L}+\.))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ATurn();
}
