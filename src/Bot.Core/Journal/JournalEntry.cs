using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Journal;

/// <summary>
/// One thing that a day remembers, and that can be taken back alone. It is settled from the moment it is written: only who asks for
/// its day reads it.
/// </summary>
public abstract record JournalEntry : Document
{
    /// <summary>The day it belongs to: the one it was on the coop's clock when it was said.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>When it was said.</summary>
    public required Instant At { get; init; }

    /// <summary>The room it was said in; 0 when in none.</summary>
    public int Room { get; init; }

    /// <inheritdoc/>
    public override bool IsSettled => true;

    /// <summary>What it says; written in words only now, for who reads.</summary>
    /// <param name="records">Where names stand.</param>
    public abstract Says Tell(IRecords records);

    /// <summary>Whether a part of the coop's life is told of.</summary>
    /// <param name="tag">The part.</param>
    /// <param name="records">Where rooms stand.</param>
    internal abstract bool IsOf(Tag tag, IRecords records);

    /// <summary>Whether somebody alone did or wrote it.</summary>
    /// <param name="member">Their number.</param>
    internal abstract bool IsBy(int member);

    /// <summary>Writes it into its day.</summary>
    /// <param name="turn">The turn.</param>
    internal void Keep(Turn turn)
    {
        turn.Keep(this);
        JournalDay.Note(this, turn);
    }

    /// <summary>The day it was in the coop when this was said: what waited while the bot was away belongs to the day people said it.</summary>
    internal static LocalDate DayOf(Turn turn) => turn.SaidAt.InZone(turn.Zone).Date;
}
