using System.Collections.Immutable;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Actions;

/// <summary>The action is done already.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="Who">Who did it.</param>
public sealed record AlreadyDone(string Title, Ref Action, IReadOnlyList<string> Who) : Says;

/// <summary>Who would take it has it already.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="Other">Their name, when it is somebody else than who asks.</param>
public sealed record AlreadyOnIt(string Title, Ref Action, string? Other) : Says;

/// <summary>Enough people are on it.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="Who">They.</param>
public sealed record SeatsFull(string Title, Ref Action, IReadOnlyList<string> Who) : Says;

/// <summary>It is under way already.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="Who">Who is on it.</param>
public sealed record AlreadyUnderWay(string Title, Ref Action, IReadOnlyList<string> Who) : Says;

/// <summary>Who would give it back does not have it.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="Other">Their name, when it is somebody else than who asks.</param>
public sealed record NotOnIt(string Title, Ref Action, string? Other) : Says;

/// <summary>The action will not be done.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
public sealed record ActionIsOff(string Title, Ref Action) : Says;

/// <summary>To who was on an action that will not be done.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="By">Who called it off.</param>
public sealed record ActionCalledOff(string Title, Ref Action, string By) : Says;

/// <summary>« Je viens aider », on a button.</summary>
public sealed record ComeAndHelp : Says;

/// <summary>How an action stands.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="Who">Who is on it, or did it.</param>
/// <param name="IsBegun">Whether it is under way, or was.</param>
/// <param name="IsDone">Whether it is done.</param>
/// <param name="Due">For when it is, if that was said.</param>
public sealed record ActionStands(string Title, Ref Action, IReadOnlyList<string> Who, bool IsBegun, bool IsDone, Says? Due) : Says;

/// <summary>Something the coop wants done: anybody may take it on.</summary>
[Kind("action", Letter = 'A')]
public sealed record CoopAction : Document, ITitled, IDescribed, IRemarked, IMovable, ICancellable, IOnAgenda
{
    /// <inheritdoc/>
    public required string Title { get; init; }

    /// <summary>How many people it takes.</summary>
    public int Seats { get; init; } = 1;

    /// <summary>Who is on it, in the order they came.</summary>
    public ImmutableList<int> Owners { get; init; } = [];

    /// <summary>By when it is to be done; null while that was not said.</summary>
    public DueOn? Due { get; init; }

    /// <summary>When those who are on it began.</summary>
    public Instant? BegunAt { get; init; }

    /// <summary>When it was done.</summary>
    public Instant? DoneAt { get; init; }

    /// <summary>Whether it has been put away, some days after it was done.</summary>
    public bool IsPutAway { get; init; }

    /// <summary>Whether it will not be done after all.</summary>
    public bool IsCalledOff { get; init; }

    /// <summary>Whether it is still to be done.</summary>
    public bool IsOpen => DoneAt is null && !IsCalledOff;

    /// <summary>Whether somebody has begun it.</summary>
    public bool IsBegun => BegunAt is not null;

    /// <summary>Whether it still needs people.</summary>
    public bool IsFree => IsOpen && Owners.Count < Seats;

    /// <inheritdoc/>
    public override bool IsSettled => IsPutAway || IsCalledOff;

    /// <inheritdoc/>
    public DueOn? OnAgenda => IsOpen ? Due : null;

    /// <summary>With somebody on it.</summary>
    /// <param name="member">Who.</param>
    /// <param name="isHelping">Whether they come beside those who have it, whatever the seats.</param>
    /// <param name="turn">The turn.</param>
    /// <exception cref="Refusal">It is done, or taken, or they are on it already.</exception>
    public CoopAction ClaimedBy(Member member, bool isHelping, Turn turn)
    {
        RefuseIfDone(turn);
        if (Owners.Contains(member.Id))
        {
            throw new Refusal(new AlreadyOnIt(Title, Ref, OtherThan(turn.Member, member)));
        }

        return Owners.Count < Seats || isHelping
            ? this with { Owners = Owners.Add(member.Id) }
            : throw new Refusal(new SeatsFull(Title, Ref, NamesOf(Owners, turn)) { Offers = [ClaimAction.OfferToHelp(this)] });
    }

    /// <summary>Under way, with somebody who has begun; who was not on it yet is from now on.</summary>
    /// <param name="member">Who.</param>
    /// <param name="turn">The turn.</param>
    /// <exception cref="Refusal">It is done, or under way with them, or others have it.</exception>
    public CoopAction BegunBy(Member member, Turn turn)
    {
        RefuseIfDone(turn);
        if (!Owners.Contains(member.Id))
        {
            return ClaimedBy(member, isHelping: false, turn) with { BegunAt = BegunAt ?? turn.Now };
        }

        return IsBegun ? throw new Refusal(new AlreadyUnderWay(Title, Ref, Who(turn))) : this with { BegunAt = turn.Now };
    }

    /// <summary>Without somebody who was on it; what nobody is on is not under way.</summary>
    /// <param name="member">Who.</param>
    /// <param name="turn">The turn.</param>
    /// <exception cref="Refusal">It is done, or they are not on it.</exception>
    public CoopAction DroppedBy(Member member, Turn turn)
    {
        RefuseIfDone(turn);
        return Owners.Contains(member.Id)
            ? this with { Owners = Owners.Remove(member.Id), BegunAt = Owners is [_] ? null : BegunAt }
            : throw new Refusal(new NotOnIt(Title, Ref, OtherThan(turn.Member, member)));
    }

    /// <summary>Done. Who did it counts among those who were on it.</summary>
    /// <param name="members">Who did it.</param>
    /// <param name="turn">The turn.</param>
    /// <exception cref="Refusal">It is done already.</exception>
    public CoopAction FinishedBy(IEnumerable<Member> members, Turn turn)
    {
        RefuseIfDone(turn);
        return this with { DoneAt = turn.Now, Owners = [.. Owners.Union(members.Select(member => member.Id))] };
    }

    /// <summary>For another day.</summary>
    /// <param name="due">The day.</param>
    /// <param name="turn">The turn.</param>
    /// <exception cref="Refusal">It is done, or will not be.</exception>
    public CoopAction MovedTo(DueOn due, Turn turn)
    {
        RefuseIfDone(turn);
        return this with { Due = due };
    }

    /// <inheritdoc/>
    public Shift MovedTo(Due to, bool isAll, Turn turn) => new(MovedTo(to.On, turn), to.On.Told(), Due?.Told());

    /// <inheritdoc/>
    public CallingOff CalledOff(DueOn? on, bool isAll, Turn turn)
    {
        RefuseIfDone(turn);
        foreach (var owner in Owners.Where(owner => owner != turn.Member.Id).Select(turn.Find<Member>).OfType<Member>().Where(turn.HasPrivateChat))
        {
            turn.Tell(owner, new ActionCalledOff(Title, Ref, turn.Member.Name));
        }

        return new CallingOff(this with { IsCalledOff = true }, Due?.Told(), Who(turn));
    }

    /// <summary>The names of those who are on it, or did it.</summary>
    /// <param name="records">Where names stand.</param>
    public IReadOnlyList<string> Who(IRecords records) => NamesOf(Owners, records);

    /// <summary>The notes people left, oldest first.</summary>
    /// <param name="records">Where notes stand.</param>
    public IEnumerable<ActionNote> Notes(IRecords records) =>
        (IsPutAway ? records.All<ActionNote>() : records.Live<ActionNote>()).Where(note => note.Action == Id);

    /// <inheritdoc/>
    public IEnumerable<Remark> Remarks(IRecords records) => Notes(records).Select(note => new Remark(note.At, note.Tell(records)));

    /// <inheritdoc/>
    public Says Describe(IRecords records) => IsCalledOff
        ? new ActionIsOff(Title, Ref)
        : new ActionStands(Title, Ref, Who(records), IsBegun, !IsOpen, Due?.Told()) { Offers = IsFree ? [ClaimAction.OfferToTake(this)] : [] };

    private void RefuseIfDone(Turn turn)
    {
        if (IsCalledOff)
        {
            throw new Refusal(new ActionIsOff(Title, Ref));
        }

        if (!IsOpen)
        {
            throw new Refusal(new AlreadyDone(Title, Ref, Who(turn)));
        }
    }

    private static string? OtherThan(Member speaker, Member member) => member.Id == speaker.Id ? null : member.Name;

    private static IReadOnlyList<string> NamesOf(IEnumerable<int> members, IRecords records) =>
        [.. members.Select(records.Find<Member>).OfType<Member>().Select(member => member.Name)];
}
