using System.Collections.Immutable;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Rotas;

/// <summary>How a rota stands, as after an undo.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Rota">Its code.</param>
/// <param name="Who">Whose turn it is, if anybody's.</param>
/// <param name="IsOff">Whether it was ended.</param>
public sealed record RotaStands(string Title, Ref Rota, string? Who, bool IsOff) : Says;

/// <summary>A rota has come to its end.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Rota">Its code.</param>
public sealed record RotaIsOver(string Title, Ref Rota) : Says;

/// <summary>A turn to come, on a line of the agenda.</summary>
/// <param name="When">When it begins.</param>
/// <param name="Title">The rota's title.</param>
/// <param name="Rota">Its code.</param>
/// <param name="Who">Whose it will be, as things stand; null when all are away.</param>
public sealed record TurnOnAgenda(Says When, string Title, Ref Rota, string? Who) : Says;

/// <summary>
/// Something that members do in turn. Whoever has had their turn goes to the end of the line; who is away keeps their place in it and is passed
/// over, so that nobody has two turns more than another who was there.
/// </summary>
[Kind("rota", Letter = 'T')]
public sealed record Rota : Document, ITitled, IDescribed, IForget, IFiled, ICancellable, IOftenOnAgenda, ISearchable
{
    private const int FarEnough = 60;

    /// <inheritdoc/>
    public required string Title { get; init; }

    /// <inheritdoc/>
    public required int Room { get; init; }

    /// <summary>Whose turn it is; 0 when all are away.</summary>
    public int Holder { get; init; }

    /// <summary>Who comes next, in this order.</summary>
    public ImmutableList<int> Queue { get; init; } = [];

    /// <summary>Those who are away, and their last day away.</summary>
    public ImmutableSortedDictionary<int, LocalDate> Away { get; init; } = ImmutableSortedDictionary<int, LocalDate>.Empty;

    /// <summary>Since when whose turn it is looks for somebody to change with; it stays theirs until then.</summary>
    public Instant? SeekingSince { get; init; }

    /// <summary>The day on which the next turn begins.</summary>
    public required EventTime Next { get; init; }

    /// <summary>How the turns follow each other.</summary>
    public required EventSeries Series { get; init; }

    /// <summary>Whether it was ended.</summary>
    public bool IsOff { get; init; }

    /// <inheritdoc/>
    public override bool IsSettled => IsOff;

    /// <inheritdoc/>
    public string FoundBy => Title;

    /// <inheritdoc/>
    public Ref FoundAs => Ref;

    /// <summary>The last day of the turn that goes on.</summary>
    internal LocalDate LastDay => Next.Day.PlusDays(-1);

    /// <inheritdoc/>
    public LocalDateTime? FoundAt(DateTimeZone zone) => null;

    /// <summary>Whether somebody takes part.</summary>
    /// <param name="member">Their number.</param>
    public bool Has(int member) => Holder == member || Queue.Contains(member);

    /// <inheritdoc/>
    public CallingOff CalledOff(DueOn? on, bool isAll, Turn turn) =>
        IsOff ? throw new Refusal(new RotaIsOver(Title, Ref)) : new CallingOff(this with { IsOff = true }, null, []);

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new RotaStands(Title, Ref, records.Find<Member>(Holder)?.Name, IsOff);

    /// <inheritdoc/>
    public Document Forget(Forgotten who) => Without(who.Member);

    /// <inheritdoc/>
    public IEnumerable<AgendaLine> OnAgenda(LocalDate first, LocalDate last, Turn turn) => IsOff ? []
        : Coming().TakeWhile(rota => rota.Day <= last).Where(rota => rota.Day >= first)
            .Select(rota => new AgendaLine(Next.On(rota.Day), new TurnOnAgenda(new ThatDay(rota.Day), Title, Ref, turn.Find<Member>(rota.Holder)?.Name)));

    /// <summary>The turns to come, as things stand: the day each begins, and whose it is.</summary>
    internal IEnumerable<(LocalDate Day, int Holder)> Coming()
    {
        var rota = this;
        foreach (var day in Series.From(Next).Days(Next.Day, Next.Day + EventSeries.Farthest).Take(FarEnough))
        {
            rota = rota.Passed(day);
            yield return (day, rota.Holder);
        }
    }

    /// <summary>With the next one's turn; who had it goes to the end of the line.</summary>
    /// <param name="day">The day on which it begins.</param>
    internal Rota Passed(LocalDate day) => Given(Holder == 0 ? Queue : Queue.Add(Holder), day);

    /// <summary>With another's turn, the first of a line who is not away.</summary>
    internal Rota Given(ImmutableList<int> line, LocalDate day)
    {
        var next = line.FirstOrDefault(member => !IsAway(member, day));
        return this with { Holder = next, Queue = line.Remove(next), SeekingSince = null };
    }

    /// <summary>The same, as it goes on once a turn has begun; null when that was the last.</summary>
    internal Rota? Begun(LocalDate day) => Series.GoingOn(Next, day.PlusDays(1)) is var (next, series) ? this with { Next = next, Series = series } : null;

    /// <summary>Whether somebody is away on a day.</summary>
    internal bool IsAway(int member, LocalDate day) => Away.TryGetValue(member, out var last) && day <= last;

    /// <summary>Without somebody who leaves; if it was their turn, it is the next one's.</summary>
    internal Rota Without(int member) => this with
    {
        Holder = Holder == member ? 0 : Holder,
        Queue = Queue.Remove(member),
        Away = Away.Remove(member),
        SeekingSince = Holder == member ? null : SeekingSince,
    };

    /// <summary>With another's turn, who gives theirs for it.</summary>
    /// <param name="taker">Who takes it.</param>
    internal Rota Swapped(int taker) => this with { Holder = taker, Queue = Queue.Replace(taker, Holder), SeekingSince = null };
}
