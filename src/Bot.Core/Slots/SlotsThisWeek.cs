using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Slots;

/// <summary>A slot of the week that lacks people, on a line.</summary>
/// <param name="Missing">How many.</param>
/// <param name="When">When it is.</param>
/// <param name="Title">Its title.</param>
public sealed record SlotLacks(int Missing, Says When, string Title) : Says;

/// <summary>What the digest says of slots: those that still lack people.</summary>
public sealed class SlotsThisWeek : IWeekly
{
    /// <inheritdoc/>
    public int Order => 2;

    /// <inheritdoc/>
    public IEnumerable<Says> Lines(Turn turn) => Crew.Between(turn.Today, turn.Today.PlusDays(-1).Next(IsoDayOfWeek.Sunday), turn)
        .Where(crew => crew.Missing > 0 && crew.Time.Begins(turn.Zone) > turn.Now)
        .Select(crew => new SlotLacks(crew.Missing, crew.Time.Told(), Plain.Short(crew.Slot.Title)));
}
