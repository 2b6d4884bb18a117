using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Hours;

/// <summary>What the coop gave within some days. People are counted, and never ranked.</summary>
/// <param name="Days">The days.</param>
/// <param name="Total">What it comes to.</param>
/// <param name="People">How many gave some.</param>
/// <param name="Natures">What of it was no ordinary work.</param>
/// <param name="Circles">For which circles.</param>
/// <param name="Things">On what.</param>
/// <param name="Bars">The bars of a chart, where it stands in words.</param>
internal sealed record HoursSummary(Says Days, Effort Total, Says People, Listed? Natures, Listed? Circles, Listed? Things, IReadOnlyList<Says> Bars) : Says;

/// <summary>How many people gave time.</summary>
/// <param name="Count">How many.</param>
internal sealed record PeopleGave(int Count) : Says;

/// <summary>Nobody gave any time within some days.</summary>
/// <param name="Days">The days.</param>
internal sealed record NoHours(Says Days) : Says;

/// <summary>A part of what was given.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Time">How much.</param>
internal sealed record PartGiven(object Name, Effort Time) : Says;

/// <summary>One of the things that people worked on.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Code">Its code.</param>
internal sealed record ThingGiven(string Title, Ref Code) : Says;

/// <summary>Time that was given for no circle.</summary>
internal sealed record NoCircle : Says;

/// <summary>All parts that are too small to be told alone.</summary>
internal sealed record OtherParts : Says;

/// <summary>Shows the coop what it gave: this month, or within the days that are named; by circle, by what it was given to, and by kind of work.</summary>
public sealed record ShowSummary(HoursPeriod? In = null) : ICommand
{
    private const int MostParts = 4;

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var days = In ?? HoursPeriod.MonthOf(WorkedOn.Today(turn));
        var given = Given.Of(turn, days);
        if (given.Total.Minutes == 0)
        {
            return new NoHours(days.Told());
        }

        var chart = new Chart(given, says => turn.Parts.Texts.Write(says, turn.IsPrivate ? turn.VoiceFor(turn.Member) : turn.VoiceIn(turn.Room)));
        var summary = new HoursSummary(
            days.Told(),
            given.Total,
            new PeopleGave(given.People),
            Largest([.. given.Natures.Where(each => each.Key != Nature.Production)], nature => new NatureNamed(nature.ToString())),
            Largest(given.Circles, name => name is null ? new NoCircle() : name),
            Largest(given.Things, thing => new ThingGiven(thing.Title, thing.Code)),
            []);
        return summary with { File = chart.Drawn(summary) };
    }

    private static Listed? Largest<T>(IReadOnlyList<(T Key, Effort Time)> parts, Func<T, object> name)
    {
        List<PartGiven> told = [.. parts.Take(MostParts).Select(part => new PartGiven(name(part.Key), part.Time))];
        var rest = parts.Skip(MostParts).Sum(part => part.Time.Minutes);
        return told.Count == 0 ? null : new Listed(rest > 0 ? [.. told, new PartGiven(new OtherParts(), new Effort(rest))] : [.. told]);
    }
}
