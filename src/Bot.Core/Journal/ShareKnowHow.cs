using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Journal;

/// <summary>What the coop knows about something.</summary>
/// <param name="Title">What about.</param>
/// <param name="Code">Its code.</param>
/// <param name="Text">What it says.</param>
/// <param name="Who">Who last wrote it.</param>
/// <param name="When">When.</param>
public sealed record KnowHowReads(string Title, Ref Code, string Text, string Who, LocalDate When) : Says;

/// <summary>Something is kept for all to know.</summary>
/// <param name="Title">What about.</param>
/// <param name="Code">Its code.</param>
/// <param name="Text">What it says, for those who have not read it where it was typed.</param>
/// <param name="Who">Who wrote it.</param>
/// <param name="Before">What it said before, if it did.</param>
public sealed record KnowHowKept(string Title, Ref Code, string? Text, string Who, string? Before) : Says;

/// <summary>What is kept for all to know, by name.</summary>
/// <param name="Count">How many things.</param>
/// <param name="Lines">Those of this page.</param>
/// <param name="More">How many there are behind them.</param>
public sealed record KnowHowList(int Count, IReadOnlyList<Says> Lines, int? More) : Says;

/// <summary>Nothing is kept yet.</summary>
/// <param name="Example">How to keep something.</param>
public sealed record NothingKept(Says Example) : Says;

/// <summary>Nothing is kept under a name.</summary>
/// <param name="Name">The name.</param>
/// <param name="Example">How to keep something.</param>
public sealed record NothingKeptAbout(string Name, Says Example) : Says;

/// <summary>Reads what the coop knows how to do, or writes it down.</summary>
public sealed record ShareKnowHow(PageNumber? Page = null, Filing? What = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn) => Bookcase.Run(What, Page, each => !each.HasLink, Intent.To<ShareKnowHow>(), turn);
}
