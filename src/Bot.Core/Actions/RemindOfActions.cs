using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Actions;

/// <summary>Reminds somebody of what they are on.</summary>
/// <param name="Count">How many actions.</param>
/// <param name="Lines">One each.</param>
/// <param name="More">How many there are behind them.</param>
public sealed record YourDay(int Count, IReadOnlyList<Says> Lines, int? More) : Says, IPassing
{
    /// <inheritdoc/>
    public Says? Still(Member? reader, Turn turn) => StillToRemind.One(this, reader, turn);

    /// <inheritdoc/>
    public Says? Joined(Says earlier) => earlier is YourDay day
        ? this with { Lines = [.. day.Lines, .. Lines], More = More is null ? day.More : Math.Max(day.More ?? 0, More.Value) }
        : null;
}

/// <summary>One action on a line of a reminder.</summary>
/// <param name="Action">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Due">For when it is.</param>
/// <param name="Who">Who is on it, when others read it too.</param>
/// <param name="Steps">How far it is, when it has steps.</param>
/// <param name="Theirs">How many have done theirs, when everybody does.</param>
/// <param name="HasWaited">Whether it comes back while it was still to be done: once will do.</param>
public sealed record RemindedOf(Ref Action, string Title, Says? Due, IReadOnlyList<string> Who, Says? Steps, Says? Theirs, bool HasWaited) : Says;

/// <summary>What is to be done, said in a room because somebody on it can't be written to alone.</summary>
/// <param name="Lines">One action each.</param>
/// <param name="More">How many there are behind them.</param>
public sealed record OurDay(IReadOnlyList<Says> Lines, int? More) : Says, IPassing
{
    /// <inheritdoc/>
    public Says? Still(Member? reader, Turn turn) => StillToRemind.All([this], turn);

    /// <inheritdoc/>
    public Says? Joined(Says earlier) => StillToRemind.Together(earlier, [this]);
}

/// <summary>What still needs people.</summary>
/// <param name="Count">How many actions.</param>
/// <param name="Lines">One each.</param>
/// <param name="More">How many there are behind them.</param>
public sealed record StillWaiting(int Count, IReadOnlyList<Says> Lines, int? More) : Says, IPassing
{
    /// <inheritdoc/>
    public Says? Still(Member? reader, Turn turn) => StillToRemind.All([this], turn);

    /// <inheritdoc/>
    public Says? Joined(Says earlier) => StillToRemind.Together(earlier, [this]);
}

/// <summary>Several things in one message.</summary>
/// <param name="Parts">Each of them.</param>
public sealed record InOnePost(IReadOnlyList<Says> Parts) : Says, IPassing
{
    /// <inheritdoc/>
    public Says? Still(Member? reader, Turn turn) => StillToRemind.All(Parts, turn);

    /// <inheritdoc/>
    public Says? Joined(Says earlier) => StillToRemind.Together(earlier, Parts);
}

/// <summary>
/// Each morning, as long as anything has a day: who is on something is reminded on its day, the room hears what nobody has taken two
/// days before, and what nobody has done is told once more. It looks at what is so today and was not told yet: after days
/// without the bot that is one message, and nothing that makes no more sense.
/// </summary>
/// <param name="Subject">All of a coop's actions.</param>
public sealed record RemindOfActions(string Subject) : Job(Subject)
{
    private const string Everything = "actions";
    private const int MostButtons = 3;
    private const int AfterIsOver = 2;
    private static readonly LocalTime Morning = new(9, 0);

    /// <summary>Sees to it that the next morning is looked at; one that has come already, and was not yet, stays.</summary>
    /// <param name="turn">The turn.</param>
    public static void Arm(Turn turn)
    {
        if (!turn.Live<PendingJob>().Any(job => job.Name == nameof(RemindOfActions)))
        {
            var today = MorningOf(turn.Today, turn);
            turn.At(today > turn.Now ? today : MorningOf(turn.Today.PlusDays(1), turn), new RemindOfActions(Everything));
        }
    }

    /// <summary>When people are reminded on some day.</summary>
    /// <param name="day">The day.</param>
    /// <param name="turn">The turn.</param>
    public static Instant MorningOf(LocalDate day, Turn turn) => day.At(Morning).InZoneLeniently(turn.Zone).ToInstant();

    /// <inheritdoc/>
    public override void Run(Turn turn, Instant due)
    {
        // What is for a silent day was told before it; what is over by then is told after it.
        if (turn.Settings.QuietHours.IsSilent(turn.Today))
        {
            Arm(turn);
            return;
        }

        var open = turn.Live<CoopAction>().Where(action => action.IsOpen).ToList();
        var reminded = PeopleToRemind(open, turn);
        foreach (var (member, actions) in reminded.Where(each => turn.HasPrivateChat(each.Member)))
        {
            turn.Tell(member, ToOne(actions, turn), OutgoingKind.Nudge, Until(actions, turn));
        }

        var unreached = reminded.Where(each => !turn.HasPrivateChat(each.Member)).SelectMany(each => each.Actions).Distinct().ToList();
        var free = open.Where(action => action.Due is not null && NeedsToldHere(action, turn)).ToList();
        foreach (var room in unreached.Concat(free).Select(action => RoomOf(action, turn)).OfType<Room>().Distinct().ToList())
        {
            var (ours, waiting) = (unreached.Where(Here).ToList(), free.Where(Here).ToList());
            turn.Tell(room, ToRoom(ours, waiting, turn), OutgoingKind.Nudge, Until([.. ours, .. waiting], turn));
            bool Here(CoopAction action) => RoomOf(action, turn)?.Id == room.Id;
        }

        Note(open, turn);
        if (open.Exists(action => action.Due is not null) || turn.Live<Snooze>().Any())
        {
            Arm(turn);
        }
    }

    private static List<(Member Member, List<CoopAction> Actions)> PeopleToRemind(List<CoopAction> open, Turn turn)
    {
        var dated = open.Where(action => action.Due is not null && NeedsToldAlone(action, turn)).SelectMany(action => action.Awaited(turn).Select(member => (member, action)));
        var again = turn.Live<Snooze>().Where(snooze => snooze.Day <= turn.Today)
            .SelectMany(snooze => open.Where(action => action.Id == snooze.Action && action.Awaits(snooze.Member, turn)).Select(action => (member: snooze.Member, action)));
        return [.. dated.Concat(again).GroupBy(each => each.member, each => each.action)
            .Select(each => (Member: turn.Find<Member>(each.Key), Actions: each.Distinct().OrderBy(action => action.Due?.Day).ThenBy(action => action.Id).ToList()))
            .Where(each => each.Member is { IsForgotten: false }).Select(each => (each.Member!, each.Actions))];
    }

    private static bool NeedsToldAlone(CoopAction action, Turn turn) =>
        Near(action, turn) is >= Nearness.Begun and var near && Nudged.Of(action, turn).People < near;

    // A room hears of it twice at most: while there is time, and once more when the day is over. What waits on from one day of its rhythm to the
    // next has been heard of: the week's digest is enough.
    private static bool NeedsToldHere(CoopAction action, Turn turn) => action is { IsFree: true, HasWaited: false } && ForRoom(action, turn) > Nudged.Of(action, turn).Room;

    private static Nearness ForRoom(CoopAction action, Turn turn) =>
        Near(action, turn) is var near && near is > Nearness.Soon and < Nearness.Over ? Nearness.Soon : near;

    private static Nearness Near(CoopAction action, Turn turn) => Nudged.NearnessOf(action.Due!, turn.Today, Morning, turn.Settings.QuietHours.IsSilent);

    private static Room? RoomOf(CoopAction action, Turn turn) => turn.Find<Room>(action.Room == 0 ? turn.Settings.Home : action.Room);

    // Held over a Sunday, it is still worth saying as long as one of the days is not over; what is over already is for the next days.
    private static Instant Until(List<CoopAction> actions, Turn turn)
    {
        var last = actions.Max(action => action.Due?.Day >= turn.Today ? action.Due.Day : turn.Today.PlusDays(AfterIsOver));
        return last.PlusDays(1).AtStartOfDayInZone(turn.Zone).ToInstant();
    }

    /// <summary>A reminder for one person.</summary>
    internal static YourDay ToOne(List<CoopAction> actions, Turn turn)
    {
        var page = PageNumber.Of(actions);
        IEnumerable<Offer> answers = actions is [var only]
            ? [FinishAction.OfferFor(only), Later.OfferFor(actions), .. only.IsForEach ? [] : new[] { HandOver.OfferFor(only) }]
            : [.. actions.Take(MostButtons).Select(FinishAction.OfferFor), Later.OfferFor(actions), new Offer(new PassItOn(), Intent.To<HandOver>())];
        return new YourDay(actions.Count, [.. page.Shown.Select(action => Line(action, [], turn))], page.More) { Offers = [.. answers] };
    }

    /// <summary>A reminder for a room: of what people there are on, and of what nobody is on.</summary>
    internal static Says ToRoom(List<CoopAction> unreached, List<CoopAction> free, Turn turn)
    {
        var (day, waiting) = (PageNumber.Of(unreached), PageNumber.Of(free));
        var ours = new OurDay([.. day.Shown.Select(action => Line(action, action.Everybody(turn), turn))], day.More);
        var still = new StillWaiting(free.Count, [.. waiting.Shown.Select(action => ShowOpen.Line(action, turn))], waiting.More);
        IEnumerable<Offer> offers = [.. free.Select(ShowOpen.OfferToTake), .. unreached.Select(FinishAction.OfferFor)];
        Says says = unreached.Count == 0 ? still : free.Count == 0 ? ours : new InOnePost([ours, still]);
        return says with { Offers = [.. offers.Take(MostButtons)] };
    }

    private static RemindedOf Line(CoopAction action, IReadOnlyList<string> who, Turn turn) =>
        new(action.Ref, action.Title, action.Due?.Told(), who, StepsSoFar.Of(action, turn), action.Theirs(turn), action.HasWaited);

    private static void Note(List<CoopAction> open, Turn turn)
    {
        foreach (var action in open.Where(action => action.Due is not null))
        {
            var nudged = Nudged.Of(action, turn);
            turn.Keep(nudged with
            {
                People = action.Awaited(turn).Any() && NeedsToldAlone(action, turn) ? Near(action, turn) : nudged.People,
                Room = NeedsToldHere(action, turn) ? ForRoom(action, turn) : nudged.Room,
            });
        }

        foreach (var snooze in turn.Live<Snooze>().Where(snooze => snooze.Day <= turn.Today).ToList())
        {
            turn.Remove(snooze);
        }
    }
}
