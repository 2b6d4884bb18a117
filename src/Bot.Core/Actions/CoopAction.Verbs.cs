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
/// <param name="Next">When it comes back, if it does.</param>
public sealed record AlreadyDone(string Title, Ref Action, IReadOnlyList<string> Who, Says? Next) : Says;

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

/// <summary>Somebody else answers for it.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Action">Its code.</param>
/// <param name="Who">Who does.</param>
public sealed record HasALead(string Title, Ref Action, string Who) : Says;

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
/// <param name="When">Of what comes back, which time of it; null for all of it.</param>
/// <param name="By">Who called it off.</param>
public sealed record ActionCalledOff(string Title, Ref Action, Says? When, string By) : Says;

/// <summary>« Je viens aider », on a button.</summary>
public sealed record ComeAndHelp : Says;

/// <summary>What can happen to an action; each of these gives the action as it is afterwards.</summary>
public sealed partial record CoopAction
{
    /// <summary>With somebody on it.</summary>
    /// <param name="member">Who.</param>
    /// <param name="part">As what; null to share it like everybody.</param>
    /// <param name="turn">The turn.</param>
    /// <exception cref="Refusal">It is done, or taken, or they are on it already, or another answers for it.</exception>
    public CoopAction ClaimedBy(Member member, Part? part, Turn turn)
    {
        RefuseIfDone(turn);
        RefuseIfForEach();
        var hasIt = Owners.Contains(member.Id);
        if (hasIt ? part != Part.Lead || Lead == member.Id : part == Part.Learning && Learns(member.Id))
        {
            throw new Refusal(new AlreadyOnIt(Title, Ref, OtherThan(turn.Member, member)));
        }

        if (part == Part.Learning)
        {
            return this with { Learning = (Learning ?? []).Add(member.Id) };
        }

        if (part == Part.Lead && turn.Find<Member>(Lead) is { } lead)
        {
            throw new Refusal(new HasALead(Title, Ref, lead.Name) { Offers = hasIt ? [] : [ClaimAction.OfferToHelp(this)] });
        }

        return hasIt || HasRoom || part == Part.Helping
            ? this with { Owners = hasIt ? Owners : Owners.Add(member.Id), Lead = part == Part.Lead ? member.Id : Lead, Learning = Without(member.Id) }
            : throw new Refusal(IsFull(turn) with { Offers = [ClaimAction.OfferToHelp(this), AwaitSeat.OfferFor(this)] });
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
            return ClaimedBy(member, part: null, turn) with { BegunAt = BegunAt ?? turn.Now };
        }

        return IsBegun ? throw new Refusal(new AlreadyUnderWay(Title, Ref, Who(turn))) : this with { BegunAt = turn.Now };
    }

    /// <summary>Without somebody who was on it, or learnt there; what nobody is on is not under way.</summary>
    /// <param name="member">Who.</param>
    /// <param name="turn">The turn.</param>
    /// <exception cref="Refusal">It is done, or they are not on it.</exception>
    public CoopAction DroppedBy(Member member, Turn turn)
    {
        RefuseIfDone(turn);
        return IsOnIt(member.Id) ? Rid(member.Id) : throw new Refusal(new NotOnIt(Title, Ref, OtherThan(turn.Member, member)));
    }

    /// <summary>In other hands: whoever takes it over has the seat, and answers for it if the former did.</summary>
    /// <param name="from">Who had it.</param>
    /// <param name="to">Who has it from now on.</param>
    /// <param name="turn">The turn.</param>
    /// <exception cref="Refusal">It is done, or the one does not have it, or the other does.</exception>
    public CoopAction HandedOver(Member from, Member to, Turn turn)
    {
        RefuseIfDone(turn);
        if (!Owners.Contains(from.Id))
        {
            throw new Refusal(new NotOnIt(Title, Ref, OtherThan(turn.Member, from)));
        }

        return Owners.Contains(to.Id)
            ? throw new Refusal(new AlreadyOnIt(Title, Ref, OtherThan(turn.Member, to)))
            : this with { Owners = Owners.Replace(from.Id, to.Id), Lead = Lead == from.Id ? to.Id : Lead, Learning = Without(to.Id) };
    }

    /// <summary>Done. Who did it counts among those who were on it.</summary>
    /// <param name="members">Who did it.</param>
    /// <param name="on">The day on which it was, which is when it begins to rest if it comes back.</param>
    /// <param name="turn">The turn.</param>
    /// <exception cref="Refusal">It is done already.</exception>
    public CoopAction FinishedBy(IEnumerable<Member> members, LocalDate on, Turn turn)
    {
        RefuseIfDone(turn);
        return (this with { DoneAt = turn.Now, Owners = [.. Owners.Union(members.Select(member => member.Id).Where(member => !Learns(member)))] }).Resting(on);
    }

    /// <summary>For so many people.</summary>
    /// <param name="seats">How many.</param>
    /// <param name="turn">The turn.</param>
    /// <exception cref="Refusal">It is done.</exception>
    public CoopAction Needing(Seats seats, Turn turn)
    {
        RefuseIfDone(turn);
        RefuseIfForEach();
        return this with { Seats = seats.Count, MostSeats = seats.UpTo > seats.Count ? seats.UpTo : 0 };
    }

    /// <summary>For another day.</summary>
    /// <param name="due">The day.</param>
    /// <param name="turn">The turn.</param>
    /// <exception cref="Refusal">It is done, or will not be.</exception>
    public CoopAction MovedTo(DueOn due, Turn turn)
    {
        RefuseIfDone(turn);
        RemindOfActions.Arm(turn);
        return this with { Due = due };
    }

    /// <inheritdoc/>
    public Shift MovedTo(Due to, bool isAll, Turn turn) => MovedAgain(to.On, isAll, turn);

    /// <inheritdoc/>
    public CallingOff CalledOff(DueOn? on, bool isAll, Turn turn)
    {
        if (Returns is null)
        {
            RefuseIfDone(turn);
        }

        return Rhythm is not null && !isAll
            ? LeftOut(on, turn)
            : new CallingOff(this with { IsCalledOff = true }, Rhythm is null ? Due?.Told() : null, TellCalledOff(null, turn));
    }

    /// <summary>Without somebody, whatever they were on it.</summary>
    internal CoopAction Rid(int member) => this with
    {
        Owners = Owners.Remove(member),
        Lead = Lead == member ? 0 : Lead,
        Learning = Without(member),
        BegunAt = Owners.Contains(member) && Owners.Count == 1 ? null : BegunAt,
    };

    /// <summary>That enough people are on it.</summary>
    internal SeatsFull IsFull(IRecords records) => new(Title, Ref, Who(records));

    /// <summary>Says no when it is done, or will not be.</summary>
    /// <exception cref="Refusal">It is.</exception>
    internal void RefuseIfDone(Turn turn)
    {
        if (IsCalledOff)
        {
            throw new Refusal(new ActionIsOff(Title, Ref));
        }

        if (!IsOpen)
        {
            throw new Refusal(DoneAt is null ? new ComesBackThen(Title, Ref, Returns!.Told()) : new AlreadyDone(Title, Ref, Everybody(turn), Returns?.Told()));
        }
    }

    // Whoever did it last time did not count on the next.
    private IReadOnlyList<string> TellCalledOff(Says? when, Turn turn)
    {
        if (!IsOpen)
        {
            return [];
        }

        foreach (var owner in Owners.Where(owner => owner != turn.Member.Id).Select(turn.Find<Member>).OfType<Member>().Where(turn.HasPrivateChat))
        {
            turn.Tell(owner, new ActionCalledOff(Title, Ref, when, turn.Member.Name));
        }

        return Everybody(turn);
    }

    private ImmutableList<int>? Without(int member) => Learning?.Remove(member) is { IsEmpty: false } left ? left : null;

    private static string? OtherThan(Member speaker, Member member) => member.Id == speaker.Id ? null : member.Name;
}
