using Bot.Core.Memory;
using Bot.Core.Texts;

namespace Bot.Core.Chat;

/// <summary>
/// A message of the bot that is kept true by editing it in place, such as the board or a decision. A slice declares it; it is
/// posted by answering with <see cref="Turns.Turn.Card"/>, and drawn again whenever what it shows has changed.
/// </summary>
public interface ICard
{
    /// <summary>The subjects whose cards may read differently once a document has changed; with each, those that are part of it (« Board:jardin »).</summary>
    /// <param name="changed">The document, before or after.</param>
    IEnumerable<string> SubjectsOf(Document changed);

    /// <summary>Whether a subject is one of this card's: it is named like the card, or as it says.</summary>
    /// <param name="subject">The subject.</param>
    bool Shows(string subject) => subject.Split(':')[0] == GetType().Name;

    /// <summary>Whether a subject goes on changing. Once it does not, its messages stay as they read then.</summary>
    /// <param name="subject">One of this card's subjects.</param>
    /// <param name="turn">The turn that draws it.</param>
    bool IsAlive(string subject, Turns.Turn turn) => true;

    /// <summary>Whether it hangs above the conversation, where the platform lets the bot pin, as long as it is alive.</summary>
    bool IsPinned => false;

    /// <summary>
    /// What the rooms read instead in which no message can be changed, when a document has come so far that it is worth a new one; null for all that
    /// is not, which is nearly everything: nobody wants the whole card again for each answer.
    /// </summary>
    /// <param name="before">The document before.</param>
    /// <param name="after">The document after.</param>
    /// <param name="turn">The turn that changed it.</param>
    Says? Milestone(Document before, Document after, Turns.Turn turn) => null;

    /// <summary>What the card of a subject reads now.</summary>
    /// <param name="subject">One of this card's subjects.</param>
    /// <param name="turn">The turn that draws it, with what it has staged.</param>
    Says Draw(string subject, Turns.Turn turn);
}
