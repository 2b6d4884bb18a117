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
        List<Entry> entries = [.. turn.All<Decision>().Select(decision => EntryOf(decision, turn))];
        if (entries.Count == 0)
        {
            return new NoDecisions();
        }

        var name = Write(new RegisterFile(), turn);
        return new RegisterExported(entries.Count)
        {
            File = As is null
                ? new Attachment(name + ".md", "text/markdown", Encoding.UTF8.GetBytes(Markdown.Write(entries)))
                : new Attachment(name + ".csv", "text/csv", Csv.File([Write(new ExportHeadings(), turn).Split(", "), .. entries.Select(entry => entry.Row)])),
        };
    }

    /// <summary>A decision in plain words.</summary>
    internal static Entry EntryOf(Decision decision, Turn turn) => new(
        decision.Ref.ToString(),
        decision.Text,
        turn.Find<Member>(decision.Author)!.Name,
        Day(decision.OpenedAt.InZone(turn.Zone).Date),
        Write(decision.IsOpen ? new StillBeingDecided() : new HasEnded(DecisionCard.Outcome(decision)), turn),
        decision.Closure is { } closure ? Day(closure.At.InZone(turn.Zone).Date) : "",
        Write(decision.Method.Counted(decision, turn), turn),
        [.. decision.Method.Lines(decision, turn).Select(line => Write(line, turn))],
        decision.Note ?? "",
        decision.ReviewOn is { } day ? Day(day) : "");

    // Dates a spreadsheet sorts, whatever its language (ISO 8601).
    private static string Day(LocalDate day) => LocalDatePattern.Iso.Format(day);

    private static string Write(Says says, Turn turn) => turn.Parts.Texts.Write(says, turn.VoiceFor(turn.Member));
}
