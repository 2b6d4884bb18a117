using Bot.Core.Memory;
using Bot.Core.Texts;

namespace Bot.Core.Chat;

/// <summary>
/// A message of the bot that is kept true by editing it in place, such as the board or a decision. A slice declares it; it is
/// posted by answering with <see cref="Turns.Turn.Card"/>, and drawn again whenever what it shows has changed.
/// </summary>
public interface ICard
{
    /// <summary>The subjects whose cards may read differently once a document has changed.</summary>
    /// <param name="changed">The document, before or after.</param>
    IEnumerable<string> SubjectsOf(Document changed);

    /// <summary>What the card of a subject reads now.</summary>
    /// <param name="subject">One of this card's subjects.</param>
    /// <param name="turn">The turn that draws it, with what it has staged.</param>
    Says Draw(string subject, Turns.Turn turn);
}
