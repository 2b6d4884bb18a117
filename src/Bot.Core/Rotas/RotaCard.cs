using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Rotas;

/// <summary>A rota's card.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Rota">Its code.</param>
/// <param name="Who">Whose turn it is; null when all are away.</param>
/// <param name="Until">The last day of that turn.</param>
/// <param name="Then">Who comes after that, in order.</param>
/// <param name="IsSeeking">Whether whose turn it is looks for somebody to change with.</param>
/// <param name="Away">Who is away.</param>
public sealed record RotaReads(string Title, Ref Rota, string? Who, LocalDate Until, IReadOnlyList<string> Then, bool IsSeeking, IReadOnlyList<Says> Away) : Says;

/// <summary>Somebody who is away, and until when.</summary>
/// <param name="Who">Who.</param>
/// <param name="Until">Their last day away.</param>
public sealed record AwayUntil(string Who, LocalDate Until) : Says;

/// <summary>The card of a rota that was taken back.</summary>
public sealed record NoRotaHere : Says;

/// <summary>« Je passe mon tour », on a button.</summary>
public sealed record PassMyTurn : Says;

/// <summary>« Je le prends », on a button.</summary>
public sealed record TakeTurn : Says;

/// <summary>« J'en suis », on a button.</summary>
public sealed record JoinIt : Says;

/// <summary>One message per rota and room, edited in place: whose turn it is, and who comes next.</summary>
public sealed class RotaCard : ICard
{
    private const int MostNames = 6;

    /// <inheritdoc/>
    public bool Shows(string subject) => Ref.TryParse(subject, out var code) && code.Letter == Kind.Of<Rota>().Letter;

    /// <inheritdoc/>
    public bool IsAlive(string subject, Turn turn) => Find(subject, turn) is null or { IsOff: false };

    /// <inheritdoc/>
    public IEnumerable<string> SubjectsOf(Document changed) => changed is Rota rota ? [rota.Ref.ToString()] : [];

    /// <inheritdoc/>
    public Says Draw(string subject, Turn turn) => Find(subject, turn) switch
    {
        null => new NoRotaHere(),
        { IsOff: true } off => new RotaIsOver(off.Title, off.Ref),
        var rota => new RotaReads(
            rota.Title,
            rota.Ref,
            turn.Find<Member>(rota.Holder)?.Name,
            rota.LastDay,
            [.. rota.Coming().Select(each => each.Holder).Where(member => member != 0 && member != rota.Holder).Distinct().Take(MostNames).Select(turn.Find<Member>).OfType<Member>().Select(member => member.Name)],
            rota.SeekingSince is not null,
            [.. rota.Away.Where(away => away.Value >= turn.Today).Select(away => (turn.Find<Member>(away.Key)?.Name, away.Value)).Where(away => away.Name is not null).Select(away => new AwayUntil(away.Name!, away.Value))])
        {
            Offers = rota.Holder == 0 ? [] : rota.SeekingSince is null ? [TendRota.Offer(new PassMyTurn(), rota, RotaWish.Swap, turn)] : [TendRota.Offer(new TakeTurn(), rota, RotaWish.Take, turn)],
        },
    };

    private static Rota? Find(string subject, IRecords records) => Ref.TryParse(subject, out var code) ? records.Find<Rota>(code.Number) : null;
}
