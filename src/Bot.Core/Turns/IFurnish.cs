using Bot.Core.Commands;
using Bot.Core.Memory;

namespace Bot.Core.Turns;

/// <summary>
/// What a slice puts into a sandbox, so that there is something to try its commands on. Needs a constructor without parameters; is
/// found by itself.
/// </summary>
public interface IFurnish
{
    /// <summary>The documents to put there. They stand there as if they always had: no trace, nothing to undo.</summary>
    /// <param name="turn">The turn in which the sandbox begins.</param>
    /// <param name="neighbours">The other people there, without accounts.</param>
    IEnumerable<Document> Furniture(Turn turn, IReadOnlyList<Member> neighbours);

    /// <summary>What to propose first, as buttons.</summary>
    /// <param name="turn">The turn in which the sandbox begins, furnished.</param>
    IEnumerable<Offer> ToTry(Turn turn);
}
