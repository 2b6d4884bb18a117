using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Hours;

/// <summary>More hours at once than people usually work: is that meant?</summary>
/// <param name="Time">How many.</param>
/// <param name="Day">The day.</param>
public sealed record SoManyAtOnce(Effort Time, LocalDate Day) : Says;

/// <summary>« 14 h de travail », on a button.</summary>
/// <param name="Time">How many hours.</param>
public sealed record ThatManyHours(Effort Time) : Says;

/// <summary>More hours than a day has for work.</summary>
/// <param name="Total">What the day would come to.</param>
/// <param name="Day">The day.</param>
/// <param name="Most">What it may come to.</param>
public sealed record TooManyInADay(Effort Total, LocalDate Day, Effort Most) : Says;

/// <summary>A day too long ago.</summary>
/// <param name="Days">How many days back one may note.</param>
/// <param name="First">The first of them.</param>
public sealed record TooLongAgo(int Days, LocalDate First) : Says;

/// <summary>Words that would not fit on a phone.</summary>
/// <param name="Most">How many characters fit.</param>
public sealed record HoursTextTooLong(int Most) : Says;

/// <summary>Time that somebody notes, before it is a line.</summary>
/// <param name="Time">How much.</param>
/// <param name="On">When.</param>
internal sealed record Entry(Effort Time, WorkedOn On)
{
    private const int LongestText = 200;

    /// <summary>What was done, in their words.</summary>
    public string? Text { get; init; }

    /// <summary>For which circle.</summary>
    public Tag? Circle { get; init; }

    /// <summary>What they worked on.</summary>
    public AboutThing? About { get; init; }

    /// <summary>Whether it answers the question how long something took.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>The number of the line that it says right.</summary>
    public int? Corrects { get; init; }

    /// <summary>Refuses what nobody can have worked, and asks about what few do.</summary>
    /// <param name="who">Whose time it is.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="instead">The line it takes the place of, if any.</param>
    /// <exception cref="Refusal">It is too long ago, or too much for a day.</exception>
    public void Check(Member who, Turn turn, HoursLine? instead = null)
    {
        var rules = HoursRules.Of(turn);
        if (Text?.Length > LongestText)
        {
            throw new Refusal(new HoursTextTooLong(LongestText));
        }

        var first = WorkedOn.Today(turn).PlusDays(-rules.LateDays);
        if (On.Day < first && instead?.Day != On.Day)
        {
            throw new Refusal(new TooLongAgo(rules.LateDays, first));
        }

        var total = Time.Minutes + (On.From is null ? SameDay(who, turn) - (instead is { From: null } && instead.Day == On.Day ? instead.Time.Minutes : 0) : 0);
        if (total > rules.MostADay.Minutes * On.Days)
        {
            throw new Refusal(new TooManyInADay(new Effort(total), On.Day, rules.MostADay));
        }

        if (Time.Minutes > rules.MostAtOnce.Minutes * On.Days)
        {
            turn.Confirm(new SoManyAtOnce(Time, On.Day), new ThatManyHours(Time));
        }
    }

    /// <summary>It as a line of the ledger.</summary>
    /// <param name="who">Whose time it is.</param>
    /// <param name="by">Who notes it.</param>
    /// <param name="turn">The turn.</param>
    public HoursLine Line(int who, int by, Turn turn)
    {
        var counted = HoursRules.Of(turn).Counted(Time);
        var nature = Natures.Of(Circle?.Name, turn);
        return new HoursLine
        {
            Id = turn.NextId<HoursLine>(),
            Member = who,
            By = by,
            Time = counted,
            Said = counted == Time ? null : Time,
            Day = On.Day,
            From = On.From,
            Text = Text,
            Circle = nature != Nature.Production ? null : Circle?.Name ?? (About is null ? null : Tag.In(About.Title).FirstOrDefault()?.Name),
            About = About?.Code,
            Title = About?.Title,
            Nature = nature != Nature.Production ? nature : Natures.Of(Text ?? About?.Title, turn),
            At = turn.Now,
            Corrects = Corrects,
            IsAnswer = IsAnswer,
        };
    }

    private int SameDay(Member who, Turn turn) =>
        turn.Live<HoursLine>().Where(line => line.Member == who.Id && line.Day == On.Day && line.From is null).Sum(line => line.Time.Minutes);
}
