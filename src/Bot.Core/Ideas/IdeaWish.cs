using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Ideas;

/// <summary>What somebody wants of ideas: « cacher », « ouvrir », « trier », « clore », « une », « regrouper », « degrouper », « action », « rdv », « proposer ».</summary>
public sealed record IdeaWish : Wish, IReadable<IdeaWish>
{
    /// <summary>That they are written aside from now on.</summary>
    public static readonly IdeaWish Hide = new(texts => texts.Words("HideIdeas.words"));

    /// <summary>That those written aside are opened.</summary>
    public static readonly IdeaWish Open = new(texts => texts.Words("OpenIdeas.words"));

    /// <summary>That people choose among them.</summary>
    public static readonly IdeaWish Choose = new(texts => texts.Words("ChooseIdeas.words"));

    /// <summary>That people have chosen.</summary>
    public static readonly IdeaWish EndChoice = new(texts => texts.Words("EndChoice.words"));

    /// <summary>To be shown one.</summary>
    public static readonly IdeaWish Draw = new(texts => texts.Words("DrawIdea.words"));

    /// <summary>That some stand together.</summary>
    public static readonly IdeaWish Group = new(texts => texts.Words("GroupIdeas.words"));

    /// <summary>That some stand alone again.</summary>
    public static readonly IdeaWish Ungroup = new(texts => texts.Words("UngroupIdeas.words"));

    /// <summary>To make an action of one.</summary>
    public static readonly IdeaWish MakeAction = new(texts => texts.Words("MakeAction.words"));

    /// <summary>To make an event of one.</summary>
    public static readonly IdeaWish MakeEvent = new(texts => texts.Words("MakeEvent.words"));

    /// <summary>To propose one to all.</summary>
    public static readonly IdeaWish MakeProposal = new(texts => texts.Words("MakeProposal.words"));

    private IdeaWish(Func<TextBook, IReadOnlyList<string>> words)
        : base(words)
    {
    }

    /// <inheritdoc/>
    public static IdeaWish? Read(Words words, Asked how, Turn turn) =>
        // Only in front, or behind the codes: a theme may be called « action ».
        TakeAt(words, 0, [Hide, Open, Choose, EndChoice, Draw, Group, Ungroup, MakeAction, MakeEvent, MakeProposal], turn);
}

/// <summary>Some ideas, by their codes, « I2 I5 », or by replying to a message about one.</summary>
/// <param name="All">They.</param>
public sealed record SomeIdeas(IReadOnlyList<Idea> All) : IReadable<SomeIdeas>
{
    private const int MostWays = 4;

    /// <inheritdoc/>
    public static SomeIdeas? Read(Words words, Asked how, Turn turn)
    {
        var codes = new List<Ref>();
        for (var i = 0; i < words.Left.Count;)
        {
            if (Ref.TryParse(words.Left[i].Folded, out var code) && IsIdea(code))
            {
                codes.Add(code);
                words.Take(i, 1);
            }
            else
            {
                i++;
            }
        }

        return codes.Count > 0 ? new SomeIdeas([.. codes.Distinct().Select(code => Find(code, turn) ?? throw new Refusal(new NoSuchCode(code.ToString())))])
            : turn.RepliedTo is { } replied && IsIdea(replied) && Find(replied, turn) is { } about ? new SomeIdeas([about])
            : null;
    }

    /// <summary>Ideas to choose from.</summary>
    internal static IReadOnlyList<Way> Some(Turn turn) => [.. IdeaWall.Ideas(turn).Take(MostWays).Select(idea => new Way(new ThatOne(idea.Ref, idea.Title), idea.Ref.ToString()))];

    private static bool IsIdea(Ref code) => code.Letter == Kind.Of<Idea>().Letter;

    private static Idea? Find(Ref code, Turn turn) => turn.Find<Idea>(code.Number) is { } idea && turn.Sees(idea) ? idea : null;
}

/// <summary>When an event is that is made of an idea; said only when that was asked.</summary>
/// <param name="Occasion">When.</param>
public sealed record IdeaTime(Occasion Occasion) : IReadable<IdeaTime>
{
    /// <inheritdoc/>
    public static IdeaTime? Read(Words words, Asked how, Turn turn) =>
        (how.IsAlone || how.IsAnswer) && Occasion.Read(words, how, turn) is { } occasion ? new IdeaTime(occasion) : null;
}
