using System.Collections.Immutable;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Actions;

/// <summary>How an action stands.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="Who">Who is on it, or did it.</param>
/// <param name="IsBegun">Whether it is under way, or was.</param>
/// <param name="IsDone">Whether it is done.</param>
/// <param name="Due">For when it is, if that was said.</param>
/// <param name="Parts">Who answers for it, and who learns, if anybody does.</param>
public sealed record ActionStands(string Title, Ref Action, IReadOnlyList<string> Who, bool IsBegun, bool IsDone, Says? Due, Says? Parts) : Says;

/// <summary>For when something is, behind a comma: « pour jeu. 26 nov. », « du mar. 24 nov. au jeu. 26 nov. ».</summary>
/// <param name="Due">When.</param>
/// <param name="IsWindow">Whether it is several days.</param>
public sealed record ForThen(Says Due, bool IsWindow) : Says;

/// <summary>How many people are wanted: « 3 personnes », « au moins 2 personnes », « 2 à 4 personnes ».</summary>
/// <param name="Count">How many.</param>
/// <param name="UpTo">How many at most, when that is another number.</param>
/// <param name="IsAtLeast">Whether as many more as like may come.</param>
public sealed record PeopleWanted(int Count, int? UpTo, bool IsAtLeast) : Says;

/// <summary>Who answers for an action, and who learns on it.</summary>
/// <param name="Lead">Who answers for it, if anybody.</param>
/// <param name="Learning">Who learns.</param>
public sealed record PartsTaken(string? Lead, IReadOnlyList<string> Learning) : Says;

/// <summary>Something the coop wants done: anybody may take it on.</summary>
[Kind("action", Letter = 'A')]
public sealed partial record CoopAction : Document, ITitled, IDescribed, IRemarked, IFiled, IMovable, ICancellable, IOnAgenda, ISearchable, ILackPeople, IComeFrom
{
    /// <inheritdoc/>
    public required string Title { get; init; }

    /// <summary>How many people it needs.</summary>
    public int Seats { get; init; } = 1;

    /// <summary>How many may be on it, when that is more than it needs; else 0.</summary>
    public int MostSeats { get; init; }

    /// <summary>Who is on it, in the order they came.</summary>
    public ImmutableList<int> Owners { get; init; } = [];

    /// <summary>Which of them answers for it; 0 while nobody does in particular.</summary>
    public int Lead { get; init; }

    /// <summary>Who learns on it, in the order they came; they take no seat. Null while nobody does.</summary>
    public ImmutableList<int>? Learning { get; init; }

    /// <summary>By when it is to be done; null while that was not said.</summary>
    public DueOn? Due { get; init; }

    /// <summary>The room it was written down in, where it is talked about; 0 for <see cref="CoopSettings.Home"/>.</summary>
    public int Room { get; init; }

    /// <summary>When it was written down; null for those of the first months, when that was not kept.</summary>
    public Instant? AddedAt { get; init; }

    /// <inheritdoc/>
    public Ref? From { get; init; }

    /// <summary>When those who are on it began.</summary>
    public Instant? BegunAt { get; init; }

    /// <summary>When it was done.</summary>
    public Instant? DoneAt { get; init; }

    /// <summary>Whether it has been put away, some days after it was done.</summary>
    public bool IsPutAway { get; init; }

    /// <summary>Whether it will not be done after all.</summary>
    public bool IsCalledOff { get; init; }

    /// <summary>Whether it is still to be done.</summary>
    public bool IsOpen => DoneAt is null && Returns is null && !IsCalledOff;

    /// <summary>Whether somebody has begun it.</summary>
    public bool IsBegun => BegunAt is not null;

    /// <summary>How many more people it needs.</summary>
    public int Missing => IsForEach ? 0 : Math.Max(0, Seats - Owners.Count);

    /// <inheritdoc/>
    public int Lacking(Turn turn) => IsOpen ? Missing : 0;

    /// <summary>Whether it still needs people.</summary>
    public bool IsFree => IsOpen && Missing > 0;

    /// <summary>Whether somebody more can take it, needed or not.</summary>
    public bool HasRoom => IsOpen && !IsForEach && Owners.Count < Math.Max(Seats, MostSeats);

    /// <inheritdoc/>
    public override bool IsSettled => (IsPutAway && Returns is null) || IsCalledOff;

    /// <inheritdoc/>
    public string FoundBy => Title;

    /// <inheritdoc/>
    public Ref FoundAs => Ref;

    /// <inheritdoc/>
    public LocalDateTime? FoundAt(DateTimeZone zone) => (DoneAt ?? BegunAt ?? AddedAt)?.InZone(zone).LocalDateTime;

    /// <inheritdoc/>
    public DueOn? OnAgenda => IsOpen ? Due : Returns;

    /// <summary>Whether somebody is on it, or learns there.</summary>
    /// <param name="member">Their number.</param>
    public bool IsOnIt(int member) => Owners.Contains(member) || Learns(member);

    /// <summary>The names of those who are on it, or did it; who answers for it comes first.</summary>
    /// <param name="records">Where names stand.</param>
    public IReadOnlyList<string> Who(IRecords records) => NamesOf(Owners.OrderBy(owner => owner != Lead), records);

    /// <summary>The names of those who were there, whether to do it or to learn.</summary>
    /// <param name="records">Where names stand.</param>
    public IReadOnlyList<string> Everybody(IRecords records) => [.. Who(records), .. Learners(records)];

    /// <summary>The names of those who learn on it.</summary>
    /// <param name="records">Where names stand.</param>
    public IReadOnlyList<string> Learners(IRecords records) => NamesOf(Learning ?? [], records);

    /// <summary>Who answers for it and who learns on it, if anybody does.</summary>
    /// <param name="records">Where names stand.</param>
    public PartsTaken? Parts(IRecords records) =>
        Lead == 0 && Learning is null ? null : new PartsTaken(records.Find<Member>(Lead)?.Name, Learners(records));

    /// <summary>For when it is, behind a comma.</summary>
    public ForThen? ForThen() => Due is null ? null : new ForThen(Due.Told(), Due.From is not null);

    /// <summary>How many people it takes, when that goes without saying no more.</summary>
    public PeopleWanted? Wanted() => Seats == 1 && MostSeats == 0
        ? null
        : new PeopleWanted(Seats, MostSeats > Seats && MostSeats < Actions.Seats.Most ? MostSeats : null, MostSeats == Actions.Seats.Most);

    /// <summary>The notes people left, oldest first.</summary>
    /// <param name="records">Where notes stand.</param>
    public IEnumerable<ActionNote> Notes(IRecords records) => Beside<ActionNote>(records);

    /// <summary>What it takes, step by step, in the order it was written down.</summary>
    /// <param name="records">Where steps stand.</param>
    public IReadOnlyList<ActionStep> Steps(IRecords records) => [.. Beside<ActionStep>(records)];

    /// <inheritdoc/>
    public IEnumerable<Remark> Remarks(IRecords records) =>
    [
        .. Notes(records).Select(note => new Remark(note.At, note.Tell(records))),
        .. Steps(records).Where(step => step.IsDone).Select(step => new Remark(step.DoneAt!.Value, step.Tell(records))),
        .. Beside<Handing>(records).Select(handing => new Remark(handing.At, handing.Tell(records))),
    ];

    /// <inheritdoc/>
    public Says Describe(IRecords records) => IsCalledOff ? new ActionIsOff(Title, Ref)
        : IsForEach ? new ForEachStands(Title, Ref, ForThen())
        : DoneAt is null && Returns is not null ? new ComesBackThen(Title, Ref, Returns.Told())
        : new ActionStands(Title, Ref, Who(records), IsBegun, !IsOpen, ForThen(), Parts(records)) { Offers = IsFree ? [ClaimAction.OfferToTake(this)] : [] };

    /// <summary>What hangs on it, of one kind.</summary>
    internal IEnumerable<T> Beside<T>(IRecords records) where T : Document, IBesideAction =>
        (IsPutAway ? records.All<T>() : records.Live<T>()).Where(each => each.Action == Id);

    /// <summary>What was only of use while it was to be done.</summary>
    internal IEnumerable<Document> Passing(IRecords records) =>
    [
        .. Beside<SeatWish>(records),
        .. Beside<Handing>(records),
        .. Beside<Snooze>(records),
        .. Beside<Nudged>(records),
        .. Beside<OwnPart>(records),
    ];

    private bool Learns(int member) => Learning?.Contains(member) == true;

    private static IReadOnlyList<string> NamesOf(IEnumerable<int> members, IRecords records) =>
        [.. members.Select(records.Find<Member>).OfType<Member>().Select(member => member.Name)];
}

/// <summary>Something that hangs on an action and goes with it.</summary>
public interface IBesideAction
{
    /// <summary>The action's number.</summary>
    int Action { get; }
}
