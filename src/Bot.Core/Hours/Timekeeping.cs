using System.Globalization;
using System.Text;
using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;
using NodaTime.Text;

namespace Bot.Core.Hours;

/// <summary>Lines of the ledger as hledger reads time: https://hledger.org/hledger.html#timedot and #timeclock.</summary>
internal static class Timekeeping
{
    private static readonly LocalDateTimePattern Second = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    /// <summary>One line per line, under its day: account, minutes, and whose they are behind it.</summary>
    /// <param name="lines">The lines that stand, by day.</param>
    /// <param name="what">What is exported.</param>
    public static string Timedot(IEnumerable<HoursLine> lines, Export what)
    {
        var text = new StringBuilder();
        foreach (var day in lines.GroupBy(line => line.Day))
        {
            text.Append(LocalDatePattern.Iso.Format(day.Key)).Append('\n');
            foreach (var line in day)
            {
                text.Append(CultureInfo.InvariantCulture, $"{Account(line, what)}  {line.Time.Minutes}m  ; {line.Ref} {Word(HoursExport.NameOf(line.Member, what))}\n");
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>
    /// One person's time as if they had clocked in at the beginning of each day, and in for one thing after the other: how long is true, at what hour
    /// nobody said.
    /// </summary>
    /// <param name="lines">The lines that stand, by day.</param>
    /// <param name="what">What is exported.</param>
    public static string Timeclock(IEnumerable<HoursLine> lines, Export what)
    {
        var text = new StringBuilder();
        var free = LocalDate.MinIsoValue.AtMidnight();
        foreach (var line in lines)
        {
            var start = LocalDateTime.Max(line.Day.AtMidnight(), free);
            free = start.PlusMinutes(line.Time.Minutes);
            text.Append(CultureInfo.InvariantCulture, $"i {Second.Format(start)} {Account(line, what)}  {line.Ref} {Word(HoursExport.NameOf(line.Member, what))}\n");
            text.Append(CultureInfo.InvariantCulture, $"o {Second.Format(free)}\n");
        }

        return text.ToString();
    }

    /// <summary>Somebody's name as part of a file's.</summary>
    public static string FileName(int member, Export what) =>
        string.Create(CultureInfo.InvariantCulture, $"{string.Concat(Folding.FoldName(HoursExport.NameOf(member, what)).Where(char.IsLetterOrDigit))}-{member}");

    private static string Account(HoursLine line, Export what) =>
        $"{Word(line.Circle ?? what.Write(new NoCircle()))}:{Word(line.What is { Length: > 0 } done ? done : what.Write(new NatureNamed(line.Nature.ToString())))}";

    // In an account a colon divides, two spaces end it, and a semicolon begins a remark.
    private static string Word(string words)
    {
        var plain = string.Concat(words.Select(c => c is ':' or ';' or '*' or '#' || char.IsWhiteSpace(c) ? ' ' : c));
        var joined = string.Join(' ', plain.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return joined.Length == 0 ? "-" : joined;
    }
}
