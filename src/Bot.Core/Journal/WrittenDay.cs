using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Journal;

/// <summary>A day as it is taken elsewhere, in the language of who asks.</summary>
/// <param name="Day">The day.</param>
/// <param name="Entries">What it remembers, in the order it was said.</param>
public sealed record WrittenDay(LocalDate Day, IReadOnlyList<WrittenEntry> Entries)
{
    /// <summary>Some days of the journal, the oldest first; those that remember nothing are left out.</summary>
    /// <param name="what">What is exported, and for whom.</param>
    /// <param name="first">The first day; null for all.</param>
    /// <param name="last">The last day; null for all.</param>
    internal static IReadOnlyList<WrittenDay> Of(Export what, LocalDate? first = null, LocalDate? last = null) =>
    [
        .. what.Records.All<JournalDeed>().Concat<JournalEntry>(what.Records.All<JournalLine>())
            .Where(entry => !(entry.Day < first) && !(entry.Day > last))
            .GroupBy(entry => entry.Day).OrderBy(day => day.Key)
            .Select(day => new WrittenDay(day.Key, [.. day.OrderBy(entry => entry.At).Select(entry => WrittenEntry.Of(entry, what))])),
    ];
}

/// <summary>Something that a day remembers, as it is taken elsewhere.</summary>
/// <param name="Sentence">How it reads.</param>
/// <param name="At">When it was said.</param>
/// <param name="About">Its code, or that of what it tells of.</param>
/// <param name="Before">What it read before it was corrected, oldest first.</param>
public sealed record WrittenEntry(string Sentence, Instant At, string About, IReadOnlyList<string> Before)
{
    /// <summary>An entry in the reader's words; what it read before is told apart.</summary>
    internal static WrittenEntry Of(JournalEntry entry, Export what) => entry switch
    {
        JournalLine line => new WrittenEntry(what.Write((line with { Earlier = null }).Tell(what.Records)), line.At, line.Ref.ToString(), [.. (line.Earlier ?? []).Select(each => each.Text)]),
        JournalDeed deed => new WrittenEntry(what.Write(deed.Tell(what.Records)), deed.At, deed.About.ToString(), []),
        _ => throw new InvalidOperationException($"Nobody knows how a {entry.GetType().Name} is written."),
    };
}
