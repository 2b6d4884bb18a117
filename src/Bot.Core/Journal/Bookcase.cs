using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Journal;

/// <summary>Where what the coop knows is kept: links and words are found by the same names, and only listed apart.</summary>
internal static class Bookcase
{
    private const int MostWays = 4;

    /// <summary>Lists what is there, reads one thing, or keeps it.</summary>
    /// <param name="what">What; null for the list.</param>
    /// <param name="page">Which page of the list.</param>
    /// <param name="isListed">What the list holds.</param>
    /// <param name="command">The command that is run.</param>
    /// <param name="turn">The turn.</param>
    public static Says Run(Filing? what, PageNumber? page, Func<KnowHow, bool> isListed, Intent command, Turn turn) =>
        what is null ? List(page, isListed, command, turn)
        : what.Text is null ? Read(what.Name, command, turn)
        : Keep(what.Name, what.Text, command, turn);

    private static Says List(PageNumber? asked, Func<KnowHow, bool> isListed, Intent command, Turn turn)
    {
        List<KnowHow> listed = [.. turn.Live<KnowHow>().Where(isListed).OrderBy(each => turn.TitleOf(each).Text, StringComparer.Ordinal)];
        var page = PageNumber.Of(listed, asked);
        return listed.Count == 0 ? new NothingKept(ExampleOf(command)) : new KnowHowList(listed.Count, [.. page.Shown.Select(each => new ThatOne(each.Ref, each.Title))], page.More)
        {
            Offers = page.OfferRest(command, nameof(ShareKnowHow.Page)),
        };
    }

    private static KnowHowReads Read(string name, Intent command, Turn turn)
    {
        if (Ref.TryParse(Folding.Fold(name), out var code) && code.Letter == Kind.Of<KnowHow>().Letter && turn.Find<KnowHow>(code.Number) is { } coded)
        {
            return Reads(coded, turn);
        }

        var sought = FoldedTitle.Of(name);
        var best = turn.Live<KnowHow>().GroupBy(each => Matching.Compare(sought, turn.TitleOf(each), Fit.Typo)).Where(fit => fit.Key <= Fit.Typo).MinBy(fit => fit.Key);
        if (best is null)
        {
            throw new Refusal(new NothingKeptAbout(Plain.Short(name), ExampleOf(command)));
        }

        List<KnowHow> fitting = [.. best];
        return fitting is [var only] ? Reads(only, turn) : throw new Doubt(
            new SeveralFit(fitting.Count, Plain.Short(name)),
            [.. fitting.Take(MostWays).Select(each => new Way(new ThatOne(each.Ref, each.Title), each.Ref.ToString())), new Way(new NoneOfThese())])
        {
            Parameter = nameof(ShareKnowHow.What),
            OtherWords = "",
        };
    }

    private static KnowHowReads Reads(KnowHow known, Turn turn) =>
        new(known.Title, known.Ref, known.Text, turn.Find<Member>(known.LastBy)!.Name, known.LastAt.InZone(turn.Zone).Date);

    // The same name means the same thing: what it said before stays in its history.
    private static KnowHowKept Keep(string name, string text, Intent command, Turn turn)
    {
        if (name.Length == 0)
        {
            throw new Refusal(new NothingKeptAbout(Plain.Short(text), ExampleOf(command)));
        }

        var folded = FoldedTitle.Of(name).Text;
        var known = turn.Live<KnowHow>().FirstOrDefault(each => turn.TitleOf(each).Text == folded);
        var kept = known is null
            ? new KnowHow { Id = turn.NextId<KnowHow>(), Title = Plain.Short(name, KnowHow.LongestTitle), Text = text, Member = turn.Member.Id, At = turn.SaidAt }
            : (KnowHow)known.Corrected(text, turn);
        if (text.Length > kept.LongestText)
        {
            throw new Refusal(new LineTooLong(kept.LongestText));
        }

        turn.Keep(kept);
        return new KnowHowKept(kept.Title, kept.Ref, turn.IsPrivate ? text : null, turn.Member.Name, known is null ? null : Plain.Short(known.Text));
    }

    private static Prompt ExampleOf(Intent command) => new($"{command.Command}.example");
}
