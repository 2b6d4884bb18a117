using System.Collections.Immutable;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Journal;

/// <summary>What the coop knows about something, after it was put back.</summary>
/// <param name="Title">What about.</param>
/// <param name="Code">Its code.</param>
/// <param name="Text">What it says.</param>
public sealed record KnowHowStands(string Title, Ref Code, string Text) : Says;

/// <summary>
/// What the coop knows how to do, or where it keeps something: a name, and a few words or a link. It stands until somebody knows
/// better, and what it said before stays in its history.
/// </summary>
[Kind("knowhow", Letter = 'F')]
public sealed record KnowHow : Document, ICorrectable, IDescribed, IRemarked, ISearchable
{
    /// <summary>A name fits on a line of a phone.</summary>
    internal const int LongestTitle = 60;

    private const string InALink = "://";

    /// <inheritdoc/>
    public required string Title { get; init; }

    /// <inheritdoc/>
    public required string Text { get; init; }

    /// <summary>Who wrote it first.</summary>
    public required int Member { get; init; }

    /// <summary>When it was written first.</summary>
    public required Instant At { get; init; }

    /// <summary>What it said before, oldest first; null while nobody has corrected it.</summary>
    public ImmutableList<EarlierText>? Earlier { get; init; }

    /// <inheritdoc/>
    public int LongestText => 1000;

    /// <inheritdoc/>
    public bool TellsAll => true;

    /// <summary>Whether it leads to something that is kept elsewhere.</summary>
    public bool HasLink => Text.Contains(InALink, StringComparison.Ordinal);

    /// <summary>When it was last written.</summary>
    public Instant LastAt => Earlier?[^1].At ?? At;

    /// <summary>Who last wrote it.</summary>
    public int LastBy => Earlier?[^1].By ?? Member;

    /// <inheritdoc/>
    public string FoundBy => $"{Title} · {Text}";

    /// <inheritdoc/>
    public Ref FoundAs => Ref;

    /// <inheritdoc/>
    public LocalDateTime? FoundAt(DateTimeZone zone) => LastAt.InZone(zone).LocalDateTime;

    /// <inheritdoc/>
    public Document Corrected(string text, Turn turn) => this with { Text = text, Earlier = Versions.With(Earlier, Text, turn) };

    /// <inheritdoc/>
    public IEnumerable<Remark> Remarks(IRecords records) => Versions.Tell(Text, Member, At, Earlier, records);

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new KnowHowStands(Title, Ref, Text);
}
