using System.Text;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Turns;

namespace Bot.Core.Journal;

/// <summary>In which form the journal is taken elsewhere: « md », « wiki » or « json ».</summary>
/// <param name="Ending">How the file's name ends.</param>
/// <param name="MediaType">What the file is.</param>
/// <param name="Write">How it is written.</param>
public sealed record JournalForm(string Ending, string MediaType, Func<IEnumerable<WrittenDay>, string> Write) : IReadable<JournalForm>
{
    /// <summary>All forms by what people type, the usual one first.</summary>
    private static readonly (string[] Names, JournalForm Form)[] Known =
    [
        (["md", "markdown"], new JournalForm(".md", "text/markdown", JournalPages.Markdown)),
        (["wiki", "mediawiki"], new JournalForm(".wiki", "text/plain", JournalPages.MediaWiki)),
        (["json"], new JournalForm(".json", "application/json", JournalPages.ToJson)),
    ];

    /// <summary>All forms, the usual one first.</summary>
    public static IEnumerable<JournalForm> All => Known.Select(known => known.Form);

    /// <inheritdoc/>
    public static JournalForm? Read(Words words, Asked how, Turn turn)
    {
        for (var i = 0; i < words.Left.Count; i++)
        {
            var typed = words.Left[i].Folded;
            if (Known.FirstOrDefault(known => known.Names.Contains(typed)).Form is { } form)
            {
                words.Take(i, 1);
                return form;
            }
        }

        return null;
    }

    /// <summary>Some days as a file.</summary>
    /// <param name="name">What it is called, without its ending.</param>
    /// <param name="days">The days.</param>
    public Attachment File(string name, IEnumerable<WrittenDay> days) => new(name + Ending, MediaType, Encoding.UTF8.GetBytes(Write(days)));
}
