using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Rotas;

/// <summary>Somebody looks for another to change turns with.</summary>
/// <param name="Who">Who.</param>
/// <param name="Title">The rota's title.</param>
/// <param name="Rota">Its code.</param>
public sealed record SwapWanted(string Who, string Title, Ref Rota) : Says;

/// <summary>Two have changed turns.</summary>
/// <param name="Taker">Who has the turn now.</param>
/// <param name="Giver">Who had it, and does the other's next turn.</param>
/// <param name="Title">The rota's title.</param>
/// <param name="Rota">Its code.</param>
public sealed record TurnsSwapped(string Taker, string Giver, string Title, Ref Rota) : Says;

/// <summary>It is somebody else's turn.</summary>
/// <param name="Title">The rota's title.</param>
/// <param name="Rota">Its code.</param>
/// <param name="Who">Whose; null when nobody is there.</param>
public sealed record NotYourTurn(string Title, Ref Rota, string? Who) : Says;

/// <summary>Nobody looks for somebody to change turns with.</summary>
/// <param name="Title">The rota's title.</param>
/// <param name="Rota">Its code.</param>
/// <param name="Who">Whose turn it is; null when nobody is there.</param>
public sealed record NobodySwaps(string Title, Ref Rota, string? Who) : Says;

/// <summary>Somebody does not take part.</summary>
/// <param name="Who">Who.</param>
/// <param name="Title">The rota's title.</param>
/// <param name="Rota">Its code.</param>
public sealed record NotInRota(string Who, string Title, Ref Rota) : Says;

/// <summary>Until when somebody is away was not said.</summary>
/// <param name="Rota">The rota's code.</param>
public sealed record AwayUntilWhen(Ref Rota) : Says;

/// <summary>Somebody is passed over until a day.</summary>
/// <param name="Who">Who.</param>
/// <param name="Title">The rota's title.</param>
/// <param name="Rota">Its code.</param>
/// <param name="Until">The last day.</param>
/// <param name="Now">Whose turn it is.</param>
public sealed record PassedOver(string Who, string Title, Ref Rota, LocalDate Until, string? Now) : Says;

/// <summary>Who takes part has changed.</summary>
/// <param name="Who">Who came, or left.</param>
/// <param name="HasLeft">Whether they left.</param>
/// <param name="Title">The rota's title.</param>
/// <param name="Rota">Its code.</param>
/// <param name="Now">Whose turn it is.</param>
public sealed record RotaPeopleChanged(string Who, bool HasLeft, string Title, Ref Rota, string? Now) : Says;

/// <summary>What somebody wants of a rota, done.</summary>
internal sealed class RotaChange(Rota rota, Member who, Turn turn)
{
    /// <summary>Does it.</summary>
    /// <param name="wish">What.</param>
    /// <param name="until">Until when, of who is away.</param>
    /// <exception cref="Refusal">It is not theirs to do.</exception>
    public Says Do(RotaWish wish, LocalDate? until) =>
        wish == RotaWish.Join ? Join()
        : !rota.Has(who.Id) ? throw new Refusal(new NotInRota(who.Name, rota.Title, rota.Ref) { Offers = [TendRota.Offer(new JoinIt(), rota, RotaWish.Join, turn)] })
        : wish == RotaWish.Swap ? Seek()
        : wish == RotaWish.Take ? Take()
        : wish == RotaWish.BeAway ? BeAway(until ?? throw new Refusal(new AwayUntilWhen(rota.Ref)))
        : Leave();

    private Says Seek()
    {
        if (rota.Holder != who.Id)
        {
            throw new Refusal(new NotYourTurn(rota.Title, rota.Ref, NameOf(rota.Holder)));
        }

        turn.Keep(rota with { SeekingSince = rota.SeekingSince ?? turn.Now });
        var says = new SwapWanted(who.Name, rota.Title, rota.Ref) { Offers = [TendRota.Offer(new TakeTurn(), rota, RotaWish.Take, turn)] };
        if (rota.Room != (turn.Room?.Id ?? turn.Settings.Home) && turn.Find<Room>(rota.Room) is { } room)
        {
            turn.Tell(room, says);
        }

        return says;
    }

    // Theirs comes when it would have been the other's: both do as many as before.
    private TurnsSwapped Take()
    {
        if (rota.SeekingSince is null || rota.Holder == who.Id || turn.Find<Member>(rota.Holder) is not { } giver)
        {
            throw new Refusal(new NobodySwaps(rota.Title, rota.Ref, NameOf(rota.Holder)));
        }

        turn.Keep(rota.Swapped(who.Id) with { Away = rota.Away.Remove(who.Id) });
        var says = new TurnsSwapped(who.Name, giver.Name, rota.Title, rota.Ref);
        if (turn.HasPrivateChat(giver))
        {
            turn.Tell(giver, says);
        }

        return says;
    }

    private PassedOver BeAway(LocalDate until)
    {
        var away = rota with { Away = rota.Away.SetItem(who.Id, until) };
        var now = rota.Holder == who.Id && until >= turn.Today ? away.Given([who.Id, .. rota.Queue], turn.Today) : away;
        Keep(now);
        return new PassedOver(who.Name, rota.Title, rota.Ref, until, NameOf(now.Holder));
    }

    private RotaPeopleChanged Join()
    {
        var now = rota.Has(who.Id) ? rota with { Away = rota.Away.Remove(who.Id) } : rota with { Queue = rota.Queue.Add(who.Id) };
        Keep(now.Holder == 0 ? now.Given(now.Queue, turn.Today) : now);
        return new RotaPeopleChanged(who.Name, HasLeft: false, rota.Title, rota.Ref, NameOf(turn.Find<Rota>(rota.Id)!.Holder));
    }

    private RotaPeopleChanged Leave()
    {
        var left = rota.Without(who.Id);
        Keep(left.Holder == 0 ? left.Given(left.Queue, turn.Today) : left);
        return new RotaPeopleChanged(who.Name, HasLeft: true, rota.Title, rota.Ref, NameOf(turn.Find<Rota>(rota.Id)!.Holder));
    }

    private void Keep(Rota now)
    {
        turn.Keep(now);
        if (now.Holder != rota.Holder)
        {
            ChangeTurns.TellHolder(now, turn);
        }
    }

    private string? NameOf(int member) => turn.Find<Member>(member)?.Name;
}
