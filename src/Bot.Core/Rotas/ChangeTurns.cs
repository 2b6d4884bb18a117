using Bot.Core.Chat;
using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Rotas;

/// <summary>To whose turn it is.</summary>
/// <param name="Title">The rota's title.</param>
/// <param name="Rota">Its code.</param>
/// <param name="Other">Whose turn it is, where others read.</param>
/// <param name="Until">The last day of that turn.</param>
public sealed record YourTurn(string Title, Ref Rota, string? Other, LocalDate Until) : Says, IPassing
{
    /// <inheritdoc/>
    public Says? Still(Member? reader, Turn turn) =>
        turn.Find<Rota>(Rota.Number) is { IsOff: false } rota && rota.LastDay == Until && (reader is null ? turn.Find<Member>(rota.Holder)?.Name == Other : rota.Holder == reader.Id) ? this : null;

    /// <inheritdoc/>
    public Says? Joined(Says earlier) => earlier is YourTurn other && other.Rota == Rota ? this : null;
}

/// <summary>To a room: all are away whose turn it could be.</summary>
/// <param name="Title">The rota's title.</param>
/// <param name="Rota">Its code.</param>
/// <param name="Until">The last day of that turn.</param>
public sealed record NobodysTurn(string Title, Ref Rota, LocalDate Until) : Says;

/// <summary>A new turn begins in the morning of its day. If the bot was away meanwhile, those that passed count as well.</summary>
/// <param name="Subject">The rota's code.</param>
public sealed record ChangeTurns(string Subject) : Job(Subject)
{
    private static readonly LocalTime Morning = new(9, 0);

    /// <inheritdoc/>
    public override void Run(Turn turn, Instant due)
    {
        if (!Ref.TryParse(Subject, out var code) || turn.Find<Rota>(code.Number) is not { IsOff: false } rota)
        {
            return;
        }

        Rota? now = rota;
        while (now is not null && now.Next.Day <= turn.Today)
        {
            var day = now.Next.Day;
            rota = now.Passed(day);
            now = rota.Begun(day);
        }

        turn.Keep(now ?? rota with { IsOff = true });
        if (now is not null)
        {
            Plan(now, turn);
            TellHolder(now, turn);
        }
    }

    /// <summary>Sees to the next turn.</summary>
    internal static void Plan(Rota rota, Turn turn) => turn.At(rota.Next.Day.At(Morning).InZoneLeniently(turn.Zone).ToInstant(), new ChangeTurns(rota.Ref.ToString()));

    /// <summary>Tells whose turn it is: them alone, or the room if that can't be.</summary>
    internal static void TellHolder(Rota rota, Turn turn)
    {
        var until = rota.Next.Day.AtStartOfDayInZone(turn.Zone).ToInstant();
        IReadOnlyList<Commands.Offer> offers = [TendRota.Offer(new PassMyTurn(), rota, RotaWish.Swap, turn)];
        if (turn.Find<Member>(rota.Holder) is { } holder && turn.HasPrivateChat(holder))
        {
            turn.Tell(holder, new YourTurn(rota.Title, rota.Ref, null, rota.LastDay) { Offers = offers }, OutgoingKind.Nudge, until);
        }
        else if (turn.Find<Room>(rota.Room) is { } room)
        {
            var name = turn.Find<Member>(rota.Holder)?.Name;
            turn.Tell(room, name is null ? new NobodysTurn(rota.Title, rota.Ref, rota.LastDay) : new YourTurn(rota.Title, rota.Ref, name, rota.LastDay) { Offers = offers }, OutgoingKind.Nudge, until);
        }
    }
}
