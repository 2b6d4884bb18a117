using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;
using NodaTime.Text;

namespace Bot.Core.Hours;

/// <summary>What the files of the ledger are called, without their endings.</summary>
public sealed record HoursFile : Says;

/// <summary>What the same table for programs is called, without its ending.</summary>
public sealed record HoursFileForPrograms : Says;

/// <summary>The headings of the table, separated by commas.</summary>
public sealed record HoursHeadings : Says;

/// <summary>
/// The ledger of time as tables, for hledger (timedot and timeclock), and whole, to be read again. All say the same: what was taken back stands in the
/// tables with the line that takes it back, and is left out where only what counts can be said.
/// </summary>
public sealed class HoursExport : IExport
{
    // The names of a table's columns for programs, and of what is said whole, are no language: they stay.
    private static readonly string[] Columns = ["id", "date", "period", "person", "minutes", "hours", "duration", "about", "envelope", "circle", "nature", "text", "state", "approved_by", "corrects"];

    private static readonly JsonSerializerOptions Whole = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    /// <inheritdoc/>
    public IEnumerable<Attachment> Files(Export what)
    {
        var ledger = Ledger.Of(what.Records);
        List<HoursLine> lines = [.. ledger.Lines.Where(line => what.Shows(line.Member))];
        if (lines.Count == 0)
        {
            yield break;
        }

        var name = what.Write(new HoursFile());
        List<IEnumerable<object>> rows = [.. lines.Select(line => Row(line, ledger, what))];
        yield return new Attachment(name + ".csv", "text/csv", Csv.File([what.Write(new HoursHeadings()).Split(", "), .. rows]));
        yield return new Attachment(what.Write(new HoursFileForPrograms()) + ".csv", "text/csv", Csv.ForPrograms([Columns, .. rows]));
        List<HoursLine> standing = [.. lines.Where(ledger.Stands).OrderBy(line => line.Day).ThenBy(line => line.Id)];
        yield return new Attachment(name + ".timedot", "text/plain", Encoding.UTF8.GetBytes(Timekeeping.Timedot(standing, what)));
        foreach (var person in standing.GroupBy(line => line.Member))
        {
            yield return new Attachment($"{name}-{Timekeeping.FileName(person.Key, what)}.timeclock", "text/plain", Encoding.UTF8.GetBytes(Timekeeping.Timeclock(person, what)));
        }

        yield return new Attachment(name + ".json", "application/json", JsonSerializer.SerializeToUtf8Bytes(Dump(lines, ledger, what), Whole));
    }

    /// <summary>What somebody is called.</summary>
    internal static string NameOf(int? member, Export what) => member is null ? ""
        : what.Records.Find<Member>(member.Value) is { IsForgotten: false } known ? known.Name
        : what.Texts.Text(what.Voice.Language, "FormerMember");

    private static IEnumerable<object> Row(HoursLine line, Ledger ledger, Export what) =>
    [
        line.Ref.ToString(),
        Day(line.Day),
        line.From is { } first ? $"{Day(first)}/{Day(line.Day)}" : "",
        NameOf(line.Member, what),
        line.Time.Minutes,
        line.Time.Minutes / 60m,
        line.Time,
        line.About is { } code ? $"{code} {line.Title}" : "",
        "",
        line.Circle ?? "",
        what.Write(new NatureNamed(line.Nature.ToString())),
        line.Text ?? "",
        what.Write(new StateNamed(StateOf(line, ledger, what).ToString())),
        NameOf(Standing.Of(line, what.Records).ApprovedBy, what),
        (line.TakesBack ?? line.Corrects) is { } other ? new Ref('H', other).ToString() : "",
    ];

    // What is exported is dated: silence counts up to the beginning of that day.
    private static LineState StateOf(HoursLine line, Ledger ledger, Export what) =>
        ledger.StateOf(line, what.Records, what.Voice.Today.AtStartOfDayInZone(what.Voice.Zone).ToInstant());

    // Dates a spreadsheet sorts, whatever its language (ISO 8601).
    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static object Dump(List<HoursLine> lines, Ledger ledger, Export what) => new
    {
        Format = "babillard-hours",
        Version = 1,
        People = lines.Select(line => line.Member).Distinct().Order().Select(member => new { Id = member, Name = NameOf(member, what), Minutes = ledger.Of(member).Minutes }),
        Lines = lines.Select(line => new
        {
            line.Id,
            Person = line.Member,
            line.By,
            Day = Day(line.Day),
            From = line.From is { } first ? Day(first) : null,
            BelongsTo = line.Late is { } late ? Day(late) : null,
            line.Time.Minutes,
            Said = line.Said?.Minutes,
            line.Text,
            line.Circle,
            About = line.About?.ToString(),
            line.Title,
            Nature = line.Nature.ToString(),
            State = StateOf(line, ledger, what).ToString(),
            ApprovedBy = Standing.Of(line, what.Records).ApprovedBy,
            At = InstantPattern.ExtendedIso.Format(line.At),
            line.TakesBack,
            line.Corrects,
        }),
    };
}
