using Bot.Core.Chat;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;
using NodaTime.Text;

namespace Bot.Core.Hours;

/// <summary>What the sheet of time given is called, without its ending.</summary>
public sealed record VolunteeringFile : Says;

/// <summary>What its entries for the yearly accounts are called, without their ending.</summary>
public sealed record VolunteeringEntriesFile : Says;

/// <summary>The headings of the sheet, separated by commas.</summary>
public sealed record VolunteeringHeadings : Says;

/// <summary>The headings of the entries, separated by commas.</summary>
public sealed record VolunteeringEntriesHeadings : Says;

/// <summary>What an entry is for.</summary>
/// <param name="Year">The year.</param>
internal sealed record VolunteeringEntry(int Year) : Says;

/// <summary>
/// Time given, as a sheet for who keeps the accounts: who, when, for what, how long. Where the coop has settled what an hour is worth, so much each, and the
/// two entries of each year below the balance sheet.
/// </summary>
public sealed class VolunteeringExport : IExport
{
    // Contributions in kind, Plan comptable des associations (ANC 2018-06): 864 on the debit side, 875 on the credit side.
    private const string VoluntaryWork = "864";
    private const string Volunteering = "875";
    private const decimal CentsAUnit = 100m;
    private const int MinutesAnHour = 60;

    /// <inheritdoc/>
    public IEnumerable<Attachment> Files(Export what)
    {
        var value = HoursRules.Of(what.Records).HourValue;
        List<HoursLine> lines = [.. Ledger.Of(what.Records).Standing.Where(line => what.Shows(line.Member)).OrderBy(line => line.Day).ThenBy(line => line.Id)];
        if (lines.Count == 0)
        {
            yield break;
        }

        yield return new Attachment(what.Write(new VolunteeringFile()) + ".csv", "text/csv", Csv.File([what.Write(new VolunteeringHeadings()).Split(", "), .. lines.Select(line => Row(line, value, what))]));
        if (value is { } worth)
        {
            var years = lines.GroupBy(line => line.Day.Year).Select(year => (Year: year.Key, Cents: year.Sum(line => Worth(line, worth)))).SelectMany(year => Entries(year.Year, year.Cents, what));
            yield return new Attachment(what.Write(new VolunteeringEntriesFile()) + ".csv", "text/csv", Csv.File([what.Write(new VolunteeringEntriesHeadings()).Split(", "), .. years]));
        }
    }

    /// <summary>What a line is worth in cents, half a cent up.</summary>
    internal static long Worth(HoursLine line, Money anHour) => ((line.Time.Minutes * anHour.Cents) + (MinutesAnHour / 2)) / MinutesAnHour;

    private static IEnumerable<object> Row(HoursLine line, Money? value, Export what) =>
    [
        HoursExport.NameOf(line.Member, what),
        LocalDatePattern.Iso.Format(line.Day),
        line.Circle ?? what.Write(new NatureNamed(line.Nature.ToString())),
        line.What ?? "",
        line.Time.Minutes / (decimal)MinutesAnHour,
        value is { } rate ? rate.Cents / CentsAUnit : "",
        value is { } each ? Worth(line, each) / CentsAUnit : "",
    ];

    private static IEnumerable<IEnumerable<object>> Entries(int year, long cents, Export what)
    {
        var day = LocalDatePattern.Iso.Format(new LocalDate(year, 12, 31));
        var title = what.Write(new VolunteeringEntry(year));
        yield return [day, VoluntaryWork, title, cents / CentsAUnit, 0m];
        yield return [day, Volunteering, title, 0m, cents / CentsAUnit];
    }
}
