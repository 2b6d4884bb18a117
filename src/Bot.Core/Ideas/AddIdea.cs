using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Ideas;

/// <summary>An idea was kept.</summary>
/// <param name="Count">How many came since Monday.</param>
/// <param name="Title">Its words.</param>
/// <param name="Idea">Its code.</param>
public sealed record IdeaKept(int Count, string Title, Ref Idea) : Says;

/// <summary>Several ideas were kept at once.</summary>
/// <param name="Count">How many.</param>
/// <param name="Titles">They, with their codes.</param>
/// <param name="Known">What stood there already.</param>
public sealed record IdeasKept(int Count, IReadOnlyList<string> Titles, IReadOnlyList<string> Known) : Says;

/// <summary>Something was kept aside, until all is opened together.</summary>
/// <param name="Count">How many wait.</param>
/// <param name="Codes">What was kept.</param>
public sealed record KeptAside(int Count, IReadOnlyList<string> Codes) : Says;

/// <summary>An idea that stands there already.</summary>
/// <param name="Title">Its words.</param>
/// <param name="Idea">Its code.</param>
public sealed record IdeaKnown(string Title, Ref Idea) : Says;

/// <summary>While ideas are written aside, a room is no place for them.</summary>
public sealed record WriteItAside : Says;

/// <summary>« La garder quand même », on a button.</summary>
public sealed record KeepItAnyway : Says;

/// <summary>More ideas than one reads at once.</summary>
/// <param name="Most">The most.</param>
public sealed record TooManyIdeas(int Most) : Says;

/// <summary>That an idea stands where all have read it already; only a button says so.</summary>
public sealed record InFrontOfAll : IReadable<InFrontOfAll>
{
    /// <inheritdoc/>
    public static InFrontOfAll? Read(Words words, Asked how, Turn turn)
    {
        if (!how.IsAlone)
        {
            return null;
        }

        words.Take(0, words.Left.Count);
        return new InFrontOfAll();
    }
}

/// <summary>Keeps an idea, or several: « four à pain ; composteur ».</summary>
public sealed record AddIdea([OrWhatIsQuoted] string Title, InFrontOfAll? Anyway = null) : ICommand
{
    private const int MostAtOnce = 12;
    private static readonly char[] Between = [';', '\n'];
    private static readonly char[] Bullets = ['-', '•', '*', ' '];

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var typed = Title.Split(Between).Select(part => part.Trim().TrimStart(Bullets)).Where(part => Plain.Line(part).Length > 0).ToList();
        List<string> titles = typed is [] ? [Titles.Of<AddIdea>(Title)] : [.. typed.Select(part => Titles.Of<AddIdea>(part))];
        if (titles.Count > MostAtOnce)
        {
            throw new Refusal(new TooManyIdeas(MostAtOnce));
        }

        var isAside = IdeaWall.Of(turn).IsAside && Anyway is null;
        if (isAside && !turn.IsPrivate && !turn.IsSandbox)
        {
            throw new Refusal(new WriteItAside { Offers = [new Offer(new KeepItAnyway(), Intent.To<AddIdea>().With(nameof(Title), Title).With(nameof(Anyway), true))] });
        }

        var (kept, known) = Keep(titles, isAside, turn);
        return kept is [] ? throw new Refusal(new IdeaKnown(known[0].Title, known[0].Ref))
            : isAside ? Aside(kept, turn)
            : kept is [var only] && known is [] ? new IdeaKept(IdeasThisWeek.Since(WeekBegins(turn), turn).Count, only.Title, only.Ref)
            : new IdeasKept(kept.Count, [.. kept.Select(IdeaPage.Coded)], [.. known.Select(idea => idea.Ref.ToString())]);
    }

    private static KeptAside Aside(List<Idea> kept, Turn turn)
    {
        turn.HeardBy = Audience.Asker;
        return new KeptAside(IdeaWall.Aside(turn).Count, [.. kept.Select(idea => idea.Ref.ToString())]);
    }

    // What others wrote aside is not compared with: that it stands there already would tell it.
    private static (List<Idea> Kept, List<Idea> Known) Keep(IEnumerable<string> titles, bool isAside, Turn turn)
    {
        var (kept, known) = (new List<Idea>(), new List<Idea>());
        foreach (var title in titles)
        {
            var folded = FoldedTitle.Of(title).Text;
            var visible = turn.Live<Idea>().Where(idea => turn.IsPrivate ? idea.Concerns(turn.Member.Id) : !idea.IsHidden);
            if (visible.FirstOrDefault(idea => turn.TitleOf(idea).Text == folded) is { } same)
            {
                known.Add(same);
                continue;
            }

            var idea = new Idea { Id = turn.NextId<Idea>(), Title = title, Author = turn.Member.Id, At = turn.SaidAt, Room = Circle.RoomFor(title, turn)?.Id ?? 0, IsPostIt = isAside };
            turn.Keep(idea);
            kept.Add(idea);
        }

        return (kept, known);
    }

    private static Instant WeekBegins(Turn turn) => turn.Today.PlusDays(1).Previous(IsoDayOfWeek.Monday).AtStartOfDayInZone(turn.Zone).ToInstant();
}
