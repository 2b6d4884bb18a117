using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Hours;

/// <summary>Time that counts, as after something was taken back.</summary>
/// <param name="Time">How much.</param>
/// <param name="When">The day, or the days.</param>
/// <param name="What">What was done.</param>
/// <param name="Line">Its code.</param>
public sealed record HoursCount(Effort Time, When When, string? What, Ref Line) : Says;

/// <summary>Time that counts no more.</summary>
/// <param name="Time">How much.</param>
/// <param name="When">The day, or the days.</param>
/// <param name="What">What was done.</param>
/// <param name="Line">Its code.</param>
public sealed record HoursCountNoMore(Effort Time, When When, string? What, Ref Line) : Says;

/// <summary>
/// One line of the ledger of time. Lines are only ever added: a correction is a line that takes the first one back, and one that says it right.
/// Whose balance it is, is the sum of their lines.
/// </summary>
[Kind("hours", Letter = 'H')]
public sealed record HoursLine : Document, IDescribed, ISealed, IConcernSome, IForget
{
    /// <summary>Whose time it is.</summary>
    public required int Member { get; init; }

    /// <summary>Who noted it.</summary>
    public required int By { get; init; }

    /// <summary>How much counts; less than nothing when it takes back what another line says.</summary>
    public required Effort Time { get; init; }

    /// <summary>How much was said, when it counts otherwise because the coop rounds.</summary>
    public Effort? Said { get; init; }

    /// <summary>The day it counts for: the last, of several.</summary>
    public required LocalDate Day { get; init; }

    /// <summary>The first of several days.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The day it belongs to, when that was settled already and it counts for a later one.</summary>
    public LocalDate? Late { get; init; }

    /// <summary>What was done, in their words.</summary>
    public string? Text { get; init; }

    /// <summary>For which circle.</summary>
    public string? Circle { get; init; }

    /// <summary>The code of what they worked on.</summary>
    public Ref? About { get; init; }

    /// <summary>Its title then.</summary>
    public string? Title { get; init; }

    /// <summary>What kind of work it was.</summary>
    public Nature Nature { get; init; }

    /// <summary>When it was noted.</summary>
    public required Instant At { get; init; }

    /// <summary>The number of the line that this one takes back.</summary>
    public int? TakesBack { get; init; }

    /// <summary>The number of the line that this one says right.</summary>
    public int? Corrects { get; init; }

    /// <summary>Whether it answers the question how long something took, which is answered once.</summary>
    public bool IsAnswer { get; init; }

    /// <inheritdoc/>
    public bool IsForSome => true;

    /// <summary>What was done, as briefly as it can be told.</summary>
    public string? What => Text ?? Title;

    /// <summary>When, as it is told.</summary>
    public When When => From is { } first ? new When.Days(first, Day) : new When.OnDay(Day);

    /// <inheritdoc/>
    public bool Concerns(int member) => member == Member || member == By;

    /// <inheritdoc/>
    public Says Describe(IRecords records) => Time.Minutes >= 0 ? Counts() : CountsNoMore();

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => Time.Minutes >= 0 ? CountsNoMore() : Counts();

    // What was said right since is taken back there, and not under its feet.
    /// <inheritdoc/>
    public Says? WhySealed(IRecords records) => records.Live<HoursLine>().Any(line => line.TakesBack == Id) ? new CorrectedAlready(Ref, null) : null;

    /// <inheritdoc/>
    public Document Forget(Forgotten who) => Text is not null && (who.Member == Member || who.Member == By || who.IsNamedIn(Text)) ? this with { Text = null } : this;

    /// <summary>The line that takes this one back.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="by">Who takes it back.</param>
    /// <param name="at">When.</param>
    internal HoursLine TakenBack(int id, int by, Instant at) => this with
    {
        Id = id,
        By = by,
        At = at,
        Time = new Effort(-Time.Minutes),
        Said = Said is { } said ? new Effort(-said.Minutes) : null,
        TakesBack = Id,
        Corrects = null,
    };

    private HoursCount Counts() => new(new Effort(Math.Abs(Time.Minutes)), When, What, Ref);

    private HoursCountNoMore CountsNoMore() => new(new Effort(Math.Abs(Time.Minutes)), When, What, Ref);
}
