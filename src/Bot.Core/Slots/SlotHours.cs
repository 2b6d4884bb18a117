using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Slots;

/// <summary>A slot needs an hour to begin at.</summary>
public sealed record WhichHours : Says;

/// <summary>When a slot is, with its hours: « tous les mercredis 14h-16h », « samedi 10h ».</summary>
/// <param name="Occasion">When.</param>
public sealed record SlotHours(Occasion Occasion) : IReadable<SlotHours>
{
    /// <inheritdoc/>
    public static SlotHours? Read(Words words, Asked how, Turn turn) => Occasion.Read(words, how, turn) switch
    {
        null => null,
        { Time.Time: null } => throw new Doubt(new WhichHours(), []),
        var occasion => new SlotHours(occasion),
    };
}
