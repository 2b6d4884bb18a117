using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Circles;

/// <summary>The circles of the coop.</summary>
/// <param name="Lines">One each.</param>
public sealed record AllCircles(IReadOnlyList<Says> Lines) : Says;

/// <summary>A circle, on a line.</summary>
/// <param name="Circle">Its name, as it is typed.</param>
/// <param name="Who">Who is in it.</param>
public sealed record CircleLine(string Circle, IReadOnlyList<string> Who) : Says;

/// <summary>Which circle is meant was not said.</summary>
public sealed record WhichCircle : Says;

/// <summary>A circle, and what is filed under it.</summary>
/// <param name="Circle">Its name, as it is typed.</param>
/// <param name="Who">Who is in it.</param>
/// <param name="MeetsAt">What its room is called, when it has one with a name.</param>
/// <param name="Lines">Things that carry its name, or belong to its room.</param>
/// <param name="More">How many more there are.</param>
public sealed record CircleReads(string Circle, IReadOnlyList<string> Who, string? MeetsAt, IReadOnlyList<Says> Lines, int? More) : Says;

/// <summary>Something that is filed under a circle, on a line.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="When">Its day, if it has one.</param>
public sealed record FiledLine(Ref Code, string Title, Says? When) : Says;

/// <summary>What there is to read about circles.</summary>
internal static class CirclePage
{
    /// <summary>All circles.</summary>
    public static AllCircles All(Turn turn) => new([.. turn.Live<Circle>().OrderBy(circle => Folding.Fold(circle.Name), StringComparer.Ordinal).Select(circle => new CircleLine(circle.Tag.Typed, circle.Who(turn)))]);

    /// <summary>One circle; what has a day comes first.</summary>
    public static CircleReads Of(Circle circle, Turn turn)
    {
        var things = turn.LiveHaving<ITitled>().Where(thing => thing is not IFiled { IsOpen: false } && thing is not IConcernSome { IsForSome: true } && circle.Tag.Marks(thing, turn))
            .OrderBy(thing => DayOf(thing)?.Day ?? LocalDate.MaxIsoValue).ThenBy(thing => thing.Ref.ToString(), StringComparer.Ordinal).ToList();
        var page = PageNumber.Of(things);
        return new CircleReads(circle.Tag.Typed, circle.Who(turn), turn.Find<Room>(circle.Room)?.Title, [.. page.Shown.Select(Line)], page.More)
        {
            Offers = circle.People.Contains(turn.Member.Id) ? [] : [TendCircle.OfferToJoin(circle, turn)],
        };
    }

    private static FiledLine Line(ITitled thing) => new(thing.Ref, Plain.Short(thing.Title), DayOf(thing)?.Told());

    private static DueOn? DayOf(ITitled thing) => (thing as IOnAgenda)?.OnAgenda;
}
