using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Some decisions as Markdown, to be copied.</summary>
/// <param name="Text">The text.</param>
/// <param name="More">How many decisions there are behind them.</param>
public sealed record DecisionsAsMarkdown(string Text, int? More) : Says;

/// <summary>Some decisions as a table, to be copied.</summary>
/// <param name="Text">The text.</param>
/// <param name="More">How many decisions there are behind them.</param>
public sealed record DecisionsAsCsv(string Text, int? More) : Says;

/// <summary>A day as a spreadsheet or a page reads it.</summary>
/// <param name="Day">The day.</param>
public sealed record ExportedDay(NodaTime.LocalDate? Day) : Says;

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

/// <summary>Gives all decisions to be kept elsewhere, as Markdown or as a table, a page at a time.</summary>
[HeardBy(Audience.Asker)]
public sealed record ExportDecisions(AsTable? As = null, PageNumber? Page = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var all = turn.All<Decision>().ToList();
        if (all.Count == 0)
        {
            return new NoDecisions();
        }

        var page = PageNumber.Of(all, Page);
        var entries = page.Shown.Select(decision => EntryOf(decision, turn)).ToList();
        var list = As is null ? Intent.To<ExportDecisions>() : Intent.To<ExportDecisions>().With(nameof(As), "csv");
        var offers = page.OfferRest(list, nameof(Page));
        return As is null
            ? new DecisionsAsMarkdown(Markdown.Write(entries), page.More) { Offers = offers }
            : new DecisionsAsCsv(Csv.Write([Write(new ExportHeadings(), turn).Split(", "), .. entries.Select(Csv.Row)]).TrimEnd(), page.More) { Offers = offers };
    }

    /// <summary>A decision in plain words.</summary>
    internal static Entry EntryOf(Decision decision, Turn turn) => new(
        decision.Ref.ToString(),
        decision.Text,
        turn.Find<Member>(decision.Author)!.Name,
        Write(new ExportedDay(decision.OpenedAt.InZone(turn.Zone).Date), turn),
        Write(decision.IsOpen ? new StillBeingDecided() : new HasEnded(DecisionCard.Outcome(decision)), turn),
        decision.Closure is { } closure ? Write(new ExportedDay(closure.At.InZone(turn.Zone).Date), turn) : "",
        Write(Explanation.Line(decision.Closure?.Count ?? decision.Poll(turn).Count), turn),
        [.. DecisionCard.Lines(decision, decision.Poll(turn), turn).OfType<AnsweredBecause>().Select(line => Write(line, turn))],
        decision.Note ?? "",
        decision.ReviewOn is { } day ? Write(new ExportedDay(day), turn) : "");

    private static string Write(Says says, Turn turn) => turn.Parts.Texts.Write(says, turn.VoiceFor(turn.Member));
}
