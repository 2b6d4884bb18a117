using Bot.Core.Facts;
using Bot.Core.Turns;

namespace Bot.Core.Hours;

/// <summary>
/// Nothing leaves the ledger, an undo included: the line that was to go stays, and another one takes it back. To take that back adds one more, and so on;
/// who reads the ledger sees what happened.
/// </summary>
public sealed class KeepLedger : IReactTo<WasPutBack>
{
    /// <inheritdoc/>
    public void When(WasPutBack fact, Turn turn)
    {
        foreach (var line in fact.Documents.OfType<HoursLine>().Where(line => turn.Find<HoursLine>(line.Id) is null).ToList())
        {
            turn.Keep(line);
            var inverse = line.TakenBack(turn.NextId<HoursLine>(), turn.Member.Id, turn.Now);
            turn.Keep(line.TakesBack is { } first ? inverse with { TakesBack = null, Corrects = first } : inverse);
        }
    }
}
