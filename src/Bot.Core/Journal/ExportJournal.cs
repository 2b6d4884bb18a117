using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Journal;

/// <summary>The journal is in the file that goes with it.</summary>
/// <param name="Count">How many days are in it.</param>
/// <param name="First">The first of them.</param>
/// <param name="Last">The last of them.</param>
public sealed record JournalExported(int Count, LocalDate First, LocalDate Last) : Says;

/// <summary>There is nothing in the journal of those days.</summary>
public sealed record NothingToExport : Says;

/// <summary>What the file is called, without its ending.</summary>
public sealed record JournalFile : Says;

/// <summary>Gives a day of the journal, some days or all of it to be kept elsewhere: as Markdown, for a wiki, or for programs.</summary>
[HeardBy(Audience.Asker)]
public sealed record ExportJournal(JournalForm? As = null, PastDays? Of = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var what = new Export(turn, turn.Parts.Texts, turn.VoiceFor(turn.Member), turn.Member);
        var days = WrittenDay.Of(what, Of?.First, Of?.Last);
        return days.Count == 0 ? new NothingToExport() : new JournalExported(days.Count, days[0].Day, days[^1].Day)
        {
            File = (As ?? JournalForm.All.First()).File(what.Write(new JournalFile()), days),
        };
    }
}

/// <summary>The whole journal, in each form.</summary>
public sealed class JournalExport : IExport
{
    /// <inheritdoc/>
    public IEnumerable<Attachment> Files(Export what)
    {
        var days = WrittenDay.Of(what);
        return days.Count == 0 ? [] : JournalForm.All.Select(form => form.File(what.Write(new JournalFile()), days));
    }
}
