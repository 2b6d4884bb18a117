using System.Text;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;
using NodaTime.Text;

namespace Bot.Core.Decisions;

/// <summary>The register is in the file that goes with it.</summary>
/// <param name="Count">How many decisions are in it.</param>
public sealed record RegisterExported(int Count) : Says;

/// <summary>What the file is called, without its ending.</summary>
public sealed record RegisterFile : Says;

/// <summary>That a proposal is still open, in a table.</summary>
public sealed record StillBeingDecided : Says;

/// <summary>The headings of the table, separated by commas.</summary>
public sealed record ExportHeadings : Says;

/// <summary>In which form: « csv », else Markdown.</summary>
public sealed record AsTable : IReadable<AsTable>
{
    /// <inheritdoc/>
    public static AsTable? Read(Words words, Asked how, Turn turn)
    {
        if (words.Left is not [{ Folded: "csv" }, ..])
        {
            return null;
        }

        words.Take(0, 1);
        return new AsTable();
    }
}

/// <summary>Gives all decisions to be kept elsewhere, in a file: Markdown, or a table for spreadsheets.</summary>
[HeardBy(Audience.Asker)]
public sealed record ExportDecisions(AsTable? As = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var files = new DecisionsExport().Files(new Export(turn, turn.Parts.Texts, turn.VoiceFor(turn.Member), turn.Member)).ToList();
        return files.Count == 0 ? new NoDecisions() : new RegisterExported(turn.All<Decision>().Count()) { File = files[As is null ? 0 : 1] };
    }
}

/// <summary>The whole register: as Markdown, and as a table for spreadsheets.</summary>
public sealed class DecisionsExport : IExport
{
    /// <inheritdoc/>
    public IEnumerable<Attachment> Files(Export what)
    {
        List<Entry> entries = [.. what.Records.All<Decision>().Select(decision => EntryOf(decision, what))];
        if (entries.Count == 0)
        {
            yield break;
        }

        var name = what.Write(new RegisterFile());
        yield return new Attachment(name + ".md", "text/markdown", Encoding.UTF8.GetBytes(Markdown.Write(entries)));
        yield return new Attachment(name + ".csv", "text/csv", Csv.File([what.Write(new ExportHeadings()).Split(", "), .. entries.Select(entry => entry.Row)]));
    }

    // A decision in plain words.
    private static Entry EntryOf(Decision decision, Export what) => new(
        decision.Ref.ToString(),
        decision.Text,
        what.Records.Find<Member>(decision.Author)!.Name,
        Day(decision.OpenedAt.InZone(what.Voice.Zone).Date),
        what.Write(decision.IsOpen ? new StillBeingDecided() : new HasEnded(DecisionCard.Outcome(decision))),
        decision.Closure is { } closure ? Day(closure.At.InZone(what.Voice.Zone).Date) : "",
        what.Write(decision.Method.Counted(decision, what.Records)),
        [.. decision.Method.Lines(decision, what.Records).Select(what.Write)],
        decision.Note ?? "",
        decision.ReviewOn is { } day ? Day(day) : "");

    // Dates a spreadsheet sorts, whatever its language (ISO 8601).
    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);
}
