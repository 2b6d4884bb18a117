using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Journal;

/// <summary>Finds where the coop keeps a document, or notes it: what is kept elsewhere, behind a link.</summary>
public sealed record ShareLink(PageNumber? Page = null, Filing? What = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn) => Bookcase.Run(What, Page, each => each.HasLink, Intent.To<ShareLink>(), turn);
}
