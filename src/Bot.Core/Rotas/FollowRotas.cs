using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Rotas;

/// <summary>What follows when somebody leaves, or something is taken back: it is always somebody's turn, and the next one is seen to.</summary>
public sealed class FollowRotas : IReactTo<MemberLeft>, IReactTo<WasPutBack>
{
    /// <inheritdoc/>
    public void When(MemberLeft fact, Turn turn)
    {
        foreach (var rota in turn.Live<Rota>().Where(rota => rota is { Holder: 0, Queue: [_, ..] }).ToList())
        {
            turn.KeepQuietly(rota.Given(rota.Queue, turn.Today));
        }
    }

    /// <inheritdoc/>
    public void When(WasPutBack fact, Turn turn)
    {
        foreach (var rota in fact.Documents.OfType<Rota>().Select(rota => turn.Find<Rota>(rota.Id)).OfType<Rota>().Where(rota => !rota.IsOff))
        {
            ChangeTurns.Plan(rota, turn);
        }
    }
}

/// <summary>Whose turn it is this week, on a line.</summary>
/// <param name="Title">The rota's title.</param>
/// <param name="Who">Whose turn.</param>
public sealed record TurnThisWeek(string Title, string Who) : Says;

/// <summary>What the digest says of rotas: whose turn it is, once those of this Monday have begun.</summary>
public sealed class RotasThisWeek : IWeekly
{
    /// <inheritdoc/>
    public int Order => 3;

    /// <inheritdoc/>
    public IEnumerable<Says> Lines(Turn turn) =>
        from rota in turn.Live<Rota>()
        let now = rota.Next.Day <= turn.Today ? rota.Passed(rota.Next.Day) : rota
        let holder = turn.Find<Member>(now.Holder)
        where holder is not null
        select new TurnThisWeek(Plain.Short(rota.Title), holder.Name);
}
