using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Bot.Core.Tests.Year;

/// <summary>What people were told of who has a place where: the part of the <see cref="Ledger"/> that is about slots.</summary>
internal sealed partial class Rosters
{
    private readonly SortedDictionary<int, KnownSlot> slots = [];

    // What each person last changed of each slot, so that it is known what an undo takes back.
    private readonly Dictionary<(string Who, string Code), (KnownSlot Before, KnownSlot After)> acts = [];

    public IEnumerable<KnownSlot> All => slots.Values;

    /// <summary>What can't be true of places and those who have them.</summary>
    public List<(string Why, string What)> Complaints { get; } = [];

    public KnownSlot? Find(string code) => slots.GetValueOrDefault(int.Parse(code[1..], CultureInfo.InvariantCulture));

    /// <summary>A slot was opened, and its card is up.</summary>
    public void Opened(string card, int most, int least)
    {
        if (ASlot().Match(card) is { Success: true } found && Find(found.Groups["code"].Value) is { } known)
        {
            Keep(known with { Places = (most, least) });
        }
    }

    /// <summary>Reads a slot's card: its next time and its rhythm stand nowhere else.</summary>
    public void See(string card, Instant at)
    {
        if (ASlot().Match(card) is not { Success: true } found)
        {
            return;
        }

        var (code, when, lines) = (found.Groups["code"].Value, found.Groups["when"].Value, card.Split('\n'));
        var known = Find(code) ?? new KnownSlot(code, found.Groups["title"].Value);
        Keep(when.Length == 0 ? known with { IsOff = true } : known with { When = when, Begins = Calendar.Moment(when, at), Rhythm = lines.Length > 2 ? lines[1] : "", IsOff = false });
    }

    /// <summary>Whether a card says who comes as it was said before.</summary>
    public void Compare(string card, Instant at)
    {
        if (ACount().Match(card) is { Success: true } shown && ASlot().Match(card) is { Success: true } found && Find(found.Groups["code"].Value) is { } known)
        {
            var day = Calendar.Local(Calendar.Moment(found.Groups["when"].Value, at)).Date;
            var names = shown.Groups["names"].Value.Split([", ", " et "], StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
            if (!names.SequenceEqual(known.Crew(day), StringComparer.Ordinal))
            {
                Complaints.Add(("card of a slot says otherwise", $"{card}\n{string.Join(", ", known.Crew(day))}"));
            }
        }
    }

    /// <summary>Reads what the bot answered to somebody who did something.</summary>
    public void Read(IReadOnlyList<string> texts, string who, Instant at)
    {
        foreach (var text in texts)
        {
            var isUndo = AnUndo().IsMatch(text);
            foreach (var line in text.Split('\n').Where(line => !line.StartsWith("Reporté par", StringComparison.Ordinal) && !line.StartsWith("Annulé par", StringComparison.Ordinal)))
            {
                if (ASlot().Match(line) is { Success: true } found && Find(found.Groups["code"].Value) is { } before)
                {
                    var day = Calendar.Local(Calendar.Moment(found.Groups["when"].Value, at)).Date;
                    before = line.Contains(" a lieu ", StringComparison.Ordinal) || (before.Rhythm.Length == 0 && line.StartsWith("Reporté :", StringComparison.Ordinal))
                        ? before with { When = found.Groups["when"].Value, Begins = Calendar.Moment(found.Groups["when"].Value, at) }
                        : before;
                    var after = isUndo ? Again(before, line, day, (who, before.Code)) : After(before, line, who, day, found.Groups["when"].Value);
                    Keep(after);
                    if (after != before && !isUndo)
                    {
                        acts[(who, before.Code)] = (before, after);
                    }

                    if (after.Crew(day).Count > Math.Max(after.Places.Most, before.Crew(day).Count))
                    {
                        Complaints.Add(("more people than places at a slot", $"{line}\n{string.Join(", ", after.Crew(day))}"));
                    }
                }
            }
        }
    }

    private KnownSlot After(KnownSlot known, string line, string who, LocalDate day, string when) => line switch
    {
        _ when line.StartsWith("Noté : ta place est gardée", StringComparison.Ordinal) => known.With(day, who),
        _ when APlace().Match(line) is { Success: true } place => (place.Groups["left"] is { Success: true } left ? known.Without(day, left.Value) : known).With(day, place.Groups["who"].Value),
        _ when line.StartsWith("Cherche quelqu'un :", StringComparison.Ordinal) => known.With(day, InsteadOf().Match(line).Groups["who"].Value, isSeeking: true),
        _ when NotComing().Match(line) is { Success: true } left => known.Without(day, left.Groups["who"].Value),
        _ when line.StartsWith("Reporté :", StringComparison.Ordinal) => Moved(known, line, day),
        _ when line.StartsWith("Annulé :", StringComparison.Ordinal) => when.Length == 0 || known.Rhythm.Length == 0 ? known with { Crews = known.Crews.Clear(), IsOff = true } : known with { Crews = known.Crews.Remove(day) },
        _ when line.StartsWith("Complet :", StringComparison.Ordinal) => Full(known, line, day),
        _ => known,
    };

    // All its times go as far, unless its rhythm now has one day more: then that one went alone.
    private static KnownSlot Moved(KnownSlot known, string line, LocalDate to)
    {
        var from = Calendar.Local(Calendar.Moment(line.Split("(avant : ")[1], Calendar.At(to, LocalTime.Noon))).Date;
        var isOnce = known.Rhythm.Split(", et aussi le ") is [_, var also] && also.Contains(Calendar.Written(to), StringComparison.Ordinal);
        var days = Period.DaysBetween(from, to);
        var crews = known.Crews.Where(crew => isOnce ? crew.Key != from : crew.Key < from);
        var moved = known.Crews.Where(crew => isOnce ? crew.Key == from : crew.Key >= from).Select(crew => KeyValuePair.Create(crew.Key.PlusDays(days), crew.Value)).Where(crew => known.ComesOn(crew.Key));
        return known with { Crews = crews.Concat(moved).GroupBy(crew => crew.Key, crew => crew.Value).ToImmutableSortedDictionary(same => same.Key, same => ImmutableSortedSet.CreateRange(StringComparer.Ordinal, same.SelectMany(crew => crew))), Seeking = [.. known.Seeking.Select(each => isOnce && each.Day != from ? each : (each.Day.PlusDays(days), each.Who))] };
    }

    private KnownSlot Full(KnownSlot known, string line, LocalDate day)
    {
        if (known.Crew(day).Count < known.Places.Most)
        {
            Complaints.Add(("is sent away although there is a place", $"{line}\n{string.Join(", ", known.Crew(day))}"));
        }

        return known;
    }

    // « Lina a une place à … », « plus de place de Lina à … », « … a lieu mer. 25 nov. »: the act that is taken back says what else it had changed.
    private KnownSlot Again(KnownSlot known, string line, LocalDate day, (string, string) act)
    {
        if (HasAPlace().Match(line) is { Success: true } has)
        {
            return known.With(day, has.Groups["who"].Value, line.Contains("cherche quelqu'un", StringComparison.Ordinal));
        }

        if (HasNone().Match(line) is { Success: true } none)
        {
            return known.Without(day, none.Groups["who"].Value);
        }

        if (line.Contains("n'existe plus", StringComparison.Ordinal) || line.Contains("est annulé", StringComparison.Ordinal))
        {
            return known with { IsOff = true, Crews = known.Crews.Clear() };
        }

        if (!line.Contains("a lieu", StringComparison.Ordinal) || !acts.TryGetValue(act, out var last))
        {
            return known with { IsOff = known.IsOff && !line.Contains("a lieu", StringComparison.Ordinal) };
        }

        acts[act] = (last.After, last.Before);
        var changed = last.Before.Crews.Keys.Union(last.After.Crews.Keys).Where(each => !last.Before.Crew(each).SetEquals(last.After.Crew(each)));
        return known with { Crews = changed.Aggregate(known.Crews, (crews, each) => crews.SetItem(each, last.Before.Crew(each))), Seeking = last.Before.Seeking, IsOff = false };
    }

    private void Keep(KnownSlot known) => slots[int.Parse(known.Code[1..], CultureInfo.InvariantCulture)] = known;

    [GeneratedRegex(@"« (?<title>[^»]+) » \((?<code>C\d+)\)( a lieu|,)?( (?<when>\p{L}+\. \d+(er)? \p{L}+\.?( \d{4})?, \d+ h( \d+)?-\d+ h( \d+)?))?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ASlot();

    // « Annulé : » is also what is called off.
    [GeneratedRegex(@"^(Refait : |Annulé : (?!« [^»]+ » \(C\d+\)[,.]))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnUndo();

    [GeneratedRegex(@"^\d+ sur \d+( : (?<names>[^.]+))?\.", RegexOptions.ExplicitCapture | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ACount();

    [GeneratedRegex(@"^Noté : une place est gardée pour (?<who>\p{L}+)(, à la place d(e |')(?<left>\p{L}+))?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex APlace();

    [GeneratedRegex(@", à la place d(e |')(?<who>\p{L}+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex InsteadOf();

    [GeneratedRegex(@"^Noté : (?<who>\p{L}+) ne viendra pas", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NotComing();

    [GeneratedRegex(@"(?<who>\p{Lu}\p{L}+) a une place à «", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HasAPlace();

    [GeneratedRegex(@"plus de place d(e |')(?<who>\p{L}+) à «", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex HasNone();
}
