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

    /// <summary>The account of that person to tell it through, when not the usual one.</summary>
    public Account? Through { get; init; }

    /// <summary>What it is about, when it does not say so itself.</summary>
    public string? Subject { get; init; }

    /// <summary>Whether it is settled that it is told now.</summary>
    public bool IsSifted { get; init; }

    /// <summary>When it makes no more sense.</summary>
    public Instant? Until { get; init; }

    /// <summary>Writes it down for who is to read it, unless it has to wait.</summary>
    public void Write(Scribe scribe, Turn turn) => turn.Noise.Sift(this)?.WriteNow(scribe, turn);

    private void WriteNow(Scribe scribe, Turn turn)
    {
        if (Member is not null)
        {
            scribe.WriteTo(Member, Says!, spokeIn: null, replyTo: null, isPersonal: true, Shape, through: Through);
        }
        else if (Card is not null)
        {
            scribe.Write(turn.Draw(Card), Room!.Place, turn.VoiceIn(Room), message => Shape(message) with { Subject = Card, IsCard = true, Pinning = turn.PinningOf(Card) });
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
        Subject = message.Subject ?? Subject,
        Until = Until is { } end && message.Until is { } other ? Instant.Min(end, other) : Until ?? message.Until,
    };
}
