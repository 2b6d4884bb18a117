using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Across;

/// <summary>What was found.</summary>
/// <param name="Count">How many things.</param>
/// <param name="Sought">The words that were sought.</param>
/// <param name="Near">The words that stand there instead, when one that was sought stands nowhere.</param>
/// <param name="Lines">The things of this page, newest first.</param>
/// <param name="More">How many there are behind them.</param>
public sealed record SearchFound(int Count, string Sought, IReadOnlyList<string> Near, IReadOnlyList<Says> Lines, int? More) : Says;

/// <summary>Nothing holds these words.</summary>
/// <param name="Sought">The words that were sought.</param>
/// <param name="IsOne">Whether it is one word.</param>
public sealed record NothingFound(string Sought, bool IsOne) : Says;

/// <summary>One thing that was found; its sentence stands under its kind's name, behind « Found. ».</summary>
/// <param name="Name">The stored name of its kind.</param>
/// <param name="About">What one names to read on.</param>
/// <param name="Day">Its day, if it has one.</param>
/// <param name="Words">What stands there around the words that were sought.</param>
public sealed record FoundLine(string Name, Ref About, LocalDate? Day, string Words) : Says
{
    /// <inheritdoc/>
    public override string Key => $"Found.{Name}";
}

/// <summary>Finds what people wrote, did, decided and planned by words of it, however long ago; who asks reads what is theirs to read.</summary>
[HeardBy(Audience.Asker)]
public sealed record Search(string Words, LaterPage? Page = null) : ICommand
{
    private const int MostNear = 3;

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var sought = FoldedTitle.Of(Words);
        if (sought.Words.IsEmpty)
        {
            throw Doubt.NoWords<Search>(nameof(Words));
        }

        var found = turn.Search(sought);
        if (found.Hits.Count == 0)
        {
            return new NothingFound(Plain.Short(Words), sought.Words.Length == 1);
        }

        var page = PageNumber.Of(found.Hits, Page?.Number);
        var passages = page.Shown.Select(hit => (Hit: hit, Thing: (ISearchable)turn.Document(hit.Kind, hit.Id)!))
            .Select(each => (each.Hit, each.Thing, Passage: Passage.Of(each.Thing.FoundBy, found.Words))).ToList();
        return new SearchFound(
            found.Hits.Count,
            Plain.Short(Words),
            found.IsNear ? [.. passages.SelectMany(each => each.Passage.Matched).Distinct(StringComparer.OrdinalIgnoreCase).Take(MostNear)] : [],
            [.. passages.Select(each => new FoundLine(each.Hit.Kind.Name, each.Thing.FoundAs, each.Thing.FoundAt(turn.Zone)?.Date, each.Passage.Text))],
            page.More)
        {
            Offers = page.OfferRest(Intent.Typed(nameof(Search), Words), nameof(Page)),
        };
    }
}
