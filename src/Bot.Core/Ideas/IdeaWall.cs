using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Ideas;

/// <summary>How ideas are written now, as after an undo.</summary>
/// <param name="IsAside">Whether aside.</param>
/// <param name="Choice">The code under which people choose among them, if they do.</param>
public sealed record WallStands(bool IsAside, string? Choice) : Says;

/// <summary>Only who began something, or the coordination, may end it.</summary>
/// <param name="Who">Who began it; null when nobody is left who did.</param>
/// <param name="Coordination">Who has the coordination.</param>
public sealed record OnlyWhoBegan(string? Who, IReadOnlyList<string> Coordination) : Says;

/// <summary>What the coop does with its ideas now: number 1, and the only one.</summary>
[Kind("wall")]
public sealed record IdeaWall : Document, IDescribed, IForget
{
    /// <summary>Whether ideas are written aside, until all are opened together.</summary>
    public bool IsAside { get; init; }

    /// <summary>Who wanted that; 0 when nobody is left who did.</summary>
    public int AsideBy { get; init; }

    /// <summary>Where people choose among them; null while they do not.</summary>
    public Ref? Choice { get; init; }

    /// <summary>Who wanted that.</summary>
    public int ChoiceBy { get; init; }

    /// <summary>The wall as it is.</summary>
    /// <param name="records">What the coop knows.</param>
    public static IdeaWall Of(IRecords records) => records.Find<IdeaWall>(1) ?? new IdeaWall { Id = 1 };

    /// <summary>What all may read and nobody has taken up, the most wanted first; those nobody has chosen among behind, in the order they came.</summary>
    /// <param name="records">What the coop knows.</param>
    public static IReadOnlyList<Idea> Ideas(IRecords records) =>
        [.. records.Live<Idea>().Where(idea => !idea.IsHidden).OrderByDescending(idea => idea.Wanted ?? -1).ThenBy(idea => idea.Id)];

    /// <summary>What waits to be opened, whoever wrote it.</summary>
    /// <param name="records">What the coop knows.</param>
    internal static IReadOnlyList<Idea> Aside(IRecords records) => [.. records.Live<Idea>().Where(idea => idea.IsHidden)];

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new WallStands(IsAside, Choice?.ToString());

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => new WallStands(IsAside: false, Choice: null);

    /// <inheritdoc/>
    public Document Forget(Forgotten who) => this with { AsideBy = AsideBy == who.Member ? 0 : AsideBy, ChoiceBy = ChoiceBy == who.Member ? 0 : ChoiceBy };

    /// <summary>Says no to who neither began something nor has the coordination.</summary>
    /// <param name="began">Who began it.</param>
    /// <param name="turn">The turn.</param>
    /// <exception cref="Refusal">Who speaks is somebody else.</exception>
    internal static void RefuseIfNotTheirs(int began, Turn turn)
    {
        if (turn.Member.Id != began && !turn.Member.Roles.Contains(Role.Coordination))
        {
            throw new Refusal(new OnlyWhoBegan(turn.Find<Member>(began)?.Name, [.. Permission.HoldersOf(Role.Coordination, turn).Select(member => member.Name)]));
        }
    }
}

/// <summary>When an idea was last drawn. Carries the idea's number.</summary>
[Kind("drawn", IsBookkeeping = true)]
public sealed record LastDrawn : Document
{
    /// <summary>When.</summary>
    public required NodaTime.Instant At { get; init; }
}
