using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Turns;

/// <summary>Something to be told to one member, or in one room.</summary>
/// <param name="Member">To whom, if to one person.</param>
/// <param name="Room">Where, if to everybody there.</param>
/// <param name="Says">What; null for a card, which is drawn when all is done.</param>
/// <param name="Kind">Why.</param>
internal sealed record Told(Member? Member, Room? Room, Says? Says, OutgoingKind Kind)
{
    /// <summary>The subject of the card that is put up.</summary>
    public string? Card { get; init; }

    /// <summary>When it makes no more sense.</summary>
    public Instant? Until { get; init; }

    /// <summary>Writes it down, for who is to read it.</summary>
    public void WriteTo(Scribe scribe, Turn turn)
    {
        if (Member is not null)
        {
            scribe.WriteTo(Member, Says!, spokeIn: null, replyTo: null, isPersonal: true, Shape);
        }
        else if (Card is not null)
        {
            scribe.Write(turn.Draw(Card), Room!.Place, turn.VoiceIn(Room), message => Shape(message) with { Subject = Card, IsCard = true });
        }
        else
        {
            scribe.Write(Says!, Room!.Place, turn.VoiceIn(Room), Shape);
        }
    }

    // What waits for a private chat does not wait for ever either: what ends first counts.
    private Outgoing Shape(Outgoing message) => message with
    {
        Kind = Kind,
        Until = Until is { } end && message.Until is { } other ? Instant.Min(end, other) : Until ?? message.Until,
    };
}
