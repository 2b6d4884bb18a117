using Bot.Core.Chat;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Slots;

/// <summary>A slot's card: its next time, and who comes.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Slot">Its code.</param>
/// <param name="When">When it comes next.</param>
/// <param name="Then">How it comes again.</param>
/// <param name="Count">How many come.</param>
/// <param name="Places">How many places there are.</param>
/// <param name="Who">Who comes.</param>
/// <param name="Seeking">Who of them looks for somebody in their place.</param>
public sealed record SlotReads(string Title, Ref Slot, Says When, Says? Then, int Count, int Places, IReadOnlyList<string> Who, IReadOnlyList<string> Seeking) : Says;

/// <summary>The card of a slot that was taken back.</summary>
public sealed record NoSuchSlot : Says;

/// <summary>How often a slot comes.</summary>
/// <param name="Series">How often.</param>
public sealed record SlotRhythm(Recurrence Series) : Says;

/// <summary>A slot, on a line of the agenda.</summary>
/// <param name="When">When it is.</param>
/// <param name="Title">Its title.</param>
/// <param name="Slot">Its code.</param>
/// <param name="Count">How many come.</param>
/// <param name="Places">How many places there are.</param>
public sealed record SlotOnAgenda(Says When, string Title, Ref Slot, int Count, int Places) : Says;

/// <summary>« Oui, annuler », on a button.</summary>
public sealed record YesCallOffSlot : Says;

/// <summary>One message per slot and room, edited in place: when it comes next, and who comes.</summary>
public sealed class SlotCard : ICard
{
    /// <inheritdoc/>
    public bool Shows(string subject) => Ref.TryParse(subject, out var code) && code.Letter == Kind.Of<Slot>().Letter;

    /// <inheritdoc/>
    public bool IsAlive(string subject, Turn turn) => Find(subject, turn) is null or { IsSettled: false };

    /// <inheritdoc/>
    public IEnumerable<string> SubjectsOf(Document changed) => changed switch
    {
        Slot slot => [slot.Ref.ToString()],
        HeldPlace place => [new Ref(Kind.Of<Slot>().Letter, place.Slot).ToString()],
        _ => [],
    };

    /// <inheritdoc/>
    public Says Draw(string subject, Turn turn) => Find(subject, turn) switch
    {
        null => new NoSuchSlot(),
        { IsSettled: true } over => new SlotIsOver(over.Title, over.Ref, over.IsOff),
        var slot => slot.ToCome(turn).Take(1).ToList() is [var next] ? Read(Crew.Of(slot, next, turn), turn) : new SlotIsOver(slot.Title, slot.Ref, slot.IsOff),
    };

    private static SlotReads Read(Crew crew, Turn turn)
    {
        var slot = crew.Slot;
        return new SlotReads(
            slot.Title, slot.Ref, crew.Time.Told(), slot.Series is null ? null : new SlotRhythm(slot.Series.From(slot.Time)), crew.Count, slot.Places, crew.Names(turn), Crew.NamesOf(crew.Seeking, turn))
        {
            Offers = crew.IsFull && !crew.Seeking.Any() ? [] : [JoinSlot.OfferFor(slot, crew.Day)],
        };
    }

    private static Slot? Find(string subject, IRecords records) => Ref.TryParse(subject, out var code) ? records.Find<Slot>(code.Number) : null;
}
