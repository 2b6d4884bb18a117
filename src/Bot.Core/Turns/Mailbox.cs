using System.Collections.Immutable;
using Bot.Core.Chat;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Turns;

/// <summary>Something that waits to be told. It is worded when it is told.</summary>
/// <param name="Turn">The turn that tells it (the version it made): taking that back takes this back.</param>
/// <param name="Kind">Why it is said.</param>
public sealed record Waiting(long Turn, OutgoingKind Kind)
{
    /// <summary>What is said (<see cref="Sayings"/>); null for a card.</summary>
    public string? Says { get; init; }

    /// <summary>The subject of the card that is put up.</summary>
    public string? Card { get; init; }

    /// <summary>What it is about, if a thing with a code.</summary>
    public string? Subject { get; init; }

    /// <summary>The room whose news it is; 0 when it came up in private, or by itself.</summary>
    public int Room { get; init; }

    /// <summary>When it makes no more sense.</summary>
    public Instant? Until { get; init; }

    /// <summary>Whether it can say itself what is left of it (<see cref="IPassing"/>), whatever is told later of the same thing.</summary>
    public bool IsPassing { get; init; }

    /// <summary>Of two lines with the same one, only the later is worth telling.</summary>
    internal string What => (IsPassing ? null : Subject) ?? Card ?? Says!;
}

/// <summary>What the bot said of itself to one room or one member lately, and what waits to be said there (docs/adr/0010).</summary>
[Kind("mailbox", IsBookkeeping = true)]
public sealed record Mailbox : Document, IForget
{
    /// <summary>Whose it is; 0 when it is a room's.</summary>
    public int Member { get; init; }

    /// <summary>Whose it is; 0 when it is a member's.</summary>
    public int Room { get; init; }

    /// <summary>The first day of the time that is counted: of a room the day, of a member the week.</summary>
    public LocalDate Since { get; init; }

    /// <summary>How many messages counted in that time.</summary>
    public int Count { get; init; }

    /// <summary>What waits, oldest first.</summary>
    public ImmutableList<Waiting> Lines { get; init; } = [];

    /// <inheritdoc/>
    public Document? Forget(Forgotten who) =>
        Member == who.Member ? null : this with { Lines = Lines.RemoveAll(line => who.IsNamedIn(line.Says)) };

    /// <summary>The mailbox of somebody, or of a room.</summary>
    internal static Mailbox Of(Told told, Turn turn)
    {
        var (member, room) = (told.Member?.Id ?? 0, told.Room?.Id ?? 0);
        return Find(member, room, turn) ?? new Mailbox { Id = turn.NextId<Mailbox>(), Member = member, Room = room };
    }

    /// <summary>The mailbox of a room, if it has one yet.</summary>
    internal static Mailbox? Of(Room room, Turn turn) => Find(member: 0, room.Id, turn);

    /// <summary>How many messages counted in the day or the week of a date.</summary>
    internal int CountOn(LocalDate day) => Since == PeriodOf(day) ? Count : 0;

    /// <summary>With one more message counted.</summary>
    internal Mailbox Counting(LocalDate day) => this with { Since = PeriodOf(day), Count = CountOn(day) + 1 };

    private static Mailbox? Find(int member, int room, Turn turn) => turn.Live<Mailbox>().FirstOrDefault(box => box.Member == member && box.Room == room);

    private LocalDate PeriodOf(LocalDate day) => Room != 0 || day.DayOfWeek == IsoDayOfWeek.Monday ? day : day.Previous(IsoDayOfWeek.Monday);
}
