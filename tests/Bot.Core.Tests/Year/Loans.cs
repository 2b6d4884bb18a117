using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace Bot.Core.Tests.Year;

/// <summary>A booking, as who reads along knows it.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Thing">What it is of.</param>
/// <param name="Who">Whose it is.</param>
/// <param name="When">When, as it was written: « jeu. 26 nov., 14 h-16 h », « jusqu'au lun. 23 nov. ».</param>
/// <param name="Since">When it was made.</param>
internal sealed partial record KnownBooking(string Code, string Thing, string Who, string When, Instant Since)
{
    public bool IsOver { get; init; }

    public bool IsLoan => When.StartsWith("jusqu'au", StringComparison.Ordinal);

    /// <summary>From when until when they have it, as they said.</summary>
    public Interval Time
    {
        get
        {
            if (IsLoan)
            {
                var last = Calendar.Local(Calendar.Moment(When + ", 0 h", Since)).Date;
                return new Interval(Since, Instant.Max(Since, Calendar.At(last.PlusDays(1), LocalTime.Midnight)));
            }

            var (begins, hours) = (Calendar.Moment(When, Since), Hours().Match(When));
            var minutes = Minutes(hours, "until") - Minutes(hours, "from");
            return new Interval(begins, begins + Duration.FromMinutes(minutes > 0 ? minutes : minutes + (24 * 60)));
        }
    }

    public bool Overlaps(KnownBooking other) => Thing == other.Thing && Time.Start < other.Time.End && other.Time.Start < Time.End;

    private static int Minutes(Match hours, string which) =>
        (60 * int.Parse(hours.Groups[which].Value, CultureInfo.InvariantCulture)) + (hours.Groups[which + "Minute"] is { Success: true } minute ? int.Parse(minute.Value, CultureInfo.InvariantCulture) : 0);

    [GeneratedRegex(@", (?<from>\d+) h( (?<fromMinute>\d+))?-(?<until>\d+) h( (?<untilMinute>\d+))?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Hours();
}

/// <summary>What people were told of who has which room or tool: the part of the <see cref="Ledger"/> that is about bookings.</summary>
internal sealed partial class Loans
{
    // On the day they said, and once more some days after.
    private const int MostReminders = 2;

    private readonly SortedDictionary<int, KnownBooking> bookings = [];
    private readonly Dictionary<(string Code, string When), int> reminded = [];

    public IEnumerable<KnownBooking> All => bookings.Values;

    public List<(string Why, string What)> Complaints { get; } = [];

    /// <summary>How often somebody was told that another has it then, and reminded to bring something back.</summary>
    public (int Refused, int Reminders) Counts { get; private set; }

    public KnownBooking? Find(string code) => bookings.GetValueOrDefault(int.Parse(code[1..], CultureInfo.InvariantCulture));

    /// <summary>Reads what the bot answered to somebody who did something.</summary>
    public void Read(IReadOnlyList<string> texts, string who, Instant at)
    {
        foreach (var text in texts)
        {
            var isUndo = text.StartsWith("Annulé :", StringComparison.Ordinal) || text.StartsWith("Refait :", StringComparison.Ordinal);
            foreach (var line in text.Split('\n'))
            {
                if (ABooking().Match(line) is { Success: true } found && (After(line, found, isUndo, who, at) ?? Doubt(line, found)) is { } booking)
                {
                    bookings[int.Parse(booking.Code[1..], CultureInfo.InvariantCulture)] = booking;
                    HoldAlone(booking, line, at);
                }
            }
        }
    }

    /// <summary>Reads what was said unasked, and tells what is wrong with it.</summary>
    public IEnumerable<string> Hear(Post post, string? who)
    {
        foreach (Match line in AReminder().Matches(post.Text))
        {
            var (code, when) = (line.Groups["code"].Value, line.Groups["when"].Value);
            var named = line.Groups["who"] is { Success: true } name ? name.Value : who;
            Counts = Counts with { Reminders = Counts.Reminders + 1 };
            reminded[(code, when)] = reminded.GetValueOrDefault((code, when)) + 1;
            if (Find(code) is not { IsOver: false } known || known.Who != named || known.When != when)
            {
                yield return "is expected to bring back what they have not";
            }
            else if (post.At < known.Time.End - Duration.FromHours(25))
            {
                yield return "is expected to bring something back too early";
            }
            else if (reminded[(code, when)] > MostReminders)
            {
                yield return "is expected to bring something back again and again";
            }
        }
    }

    /// <summary>Whether somebody was reminded to bring something back.</summary>
    public bool WasReminded(KnownBooking loan) => reminded.ContainsKey((loan.Code, loan.When));

    private KnownBooking? After(string line, Match found, bool isUndo, string who, Instant at)
    {
        var (code, thing, when) = (found.Groups["code"].Value, found.Groups["title"].Value, found.Groups["when"].Value);
        var known = Find(code);
        return line switch
        {
            _ when line.Contains("à nouveau libre", StringComparison.Ordinal) => known! with { IsOver = true },
            _ when isUndo && AnOwner().Match(line) is { Success: true } owner => (known ?? new KnownBooking(code, thing, owner.Groups["who"].Value, when, at)) with { IsOver = false, When = when },
            _ when line.StartsWith("Réservé", StringComparison.Ordinal) => new KnownBooking(code, thing, For().Match(line) is { Success: true } other ? other.Groups["who"].Value : who, when, at),
            _ when line.StartsWith("Noté : « ", StringComparison.Ordinal) && AtTheirs().Match(line) is { Success: true } home =>
                new KnownBooking(code, thing, home.Groups["who"].Value is "toi" ? who : home.Groups["who"].Value, home.Groups["when"].Value, at),
            _ when line.StartsWith("Rendu :", StringComparison.Ordinal) => known! with { IsOver = true },
            _ when line.StartsWith("Reporté :", StringComparison.Ordinal) => known! with { When = when },
            _ when line.StartsWith("Annulé :", StringComparison.Ordinal) => known! with { IsOver = true },
            _ => null,
        };
    }

    // Who is told that another has it is told who, and when.
    private KnownBooking? Doubt(string line, Match found)
    {
        if (line.StartsWith("Déjà pris :", StringComparison.Ordinal))
        {
            Counts = Counts with { Refused = Counts.Refused + 1 };
            if (Find(found.Groups["code"].Value) is not { IsOver: false } known || !line.Contains(known.Who, StringComparison.Ordinal) || !line.Contains(known.When, StringComparison.Ordinal))
            {
                Complaints.Add(("is refused what nobody has", line));
            }
        }

        return null;
    }

    // What somebody took along although they had booked it themselves is theirs twice.
    private void HoldAlone(KnownBooking booking, string line, Instant at)
    {
        if (!booking.IsOver && bookings.Values.FirstOrDefault(other => other.Code != booking.Code && !other.IsOver && other.Time.End > at && booking.Time.End > at && other.Overlaps(booking) && other.Who != booking.Who) is { } twice)
        {
            Complaints.Add(("is booked twice", $"{line}\n{booking}\n{twice}"));
        }
    }

    [GeneratedRegex(@"« (?<title>[^»]+) » \((?<code>R\d+)\)(, | )?(?<when>\p{L}+\. \d+(er)? \p{L}+\.?( \d{4})?, \d+ h( \d+)?-\d+ h( \d+)?|jusqu'au \p{L}+\. \d+(er)? (mars|mai|juin|août|\p{L}+\.))?", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ABooking();

    [GeneratedRegex(@"(?<who>\p{Lu}\p{L}+) a « [^»]+ » \(R\d+\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AnOwner();

    [GeneratedRegex(@"^Réservé pour (?<who>\p{L}+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex For();

    [GeneratedRegex(@"est chez (?<who>\p{L}+) (?<when>jusqu'au \p{L}+\. \d+(er)? (mars|mai|juin|août|\p{L}+\.))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AtTheirs();

    [GeneratedRegex(@"Attendu : « [^»]+ » \((?<code>R\d+)\) est chez (toi|(?<who>\p{L}+)) (?<when>jusqu'au \p{L}+\. \d+(er)? (mars|mai|juin|août|\p{L}+\.))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex AReminder();
}
