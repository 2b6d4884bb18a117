using Bot.Core.Chat;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Agenda;

/// <summary>An event's card, until it is over.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Event">Its code.</param>
/// <param name="When">When it is, or comes next.</param>
/// <param name="Place">Where.</param>
/// <param name="Then">When it comes after that.</param>
/// <param name="Lines">Who comes.</param>
public sealed record EventReads(string Title, Ref Event, Says When, string? Place, Says? Then, IReadOnlyList<Says> Lines) : Says;

/// <summary>An event's card, once it is over.</summary>
/// <param name="Came">How many people came.</param>
/// <param name="Title">Its title.</param>
/// <param name="Event">Its code.</param>
/// <param name="When">When it was.</param>
public sealed record EventRead(int Came, string Title, Ref Event, Says When) : Says;

/// <summary>The card of an event that was taken back.</summary>
public sealed record NoSuchEvent : Says;

/// <summary>How often something comes, and when after the next time.</summary>
/// <param name="Series">How often.</param>
/// <param name="Day">The next but one.</param>
/// <param name="Other">The one after that.</param>
public sealed record ComesAgain(Recurrence Series, LocalDate Day, LocalDate? Other) : Says;

/// <summary>Who comes, on a line.</summary>
/// <param name="Count">How many people.</param>
/// <param name="Places">Of how many there is room for, when not for everybody.</param>
/// <param name="Who">The first of them.</param>
/// <param name="More">How many more.</param>
public sealed record WhoComes(int Count, int? Places, IReadOnlyList<string> Who, int? More) : Says;

/// <summary>Who may come, on a line.</summary>
/// <param name="Count">How many answered so.</param>
/// <param name="Who">The first of them.</param>
/// <param name="More">How many more.</param>
public sealed record WhoMayCome(int Count, IReadOnlyList<string> Who, int? More) : Says;

/// <summary>Who waits for a place, on a line.</summary>
/// <param name="Count">How many people.</param>
/// <param name="Who">The first of them.</param>
/// <param name="More">How many more.</param>
public sealed record WhoWaits(int Count, IReadOnlyList<string> Who, int? More) : Says;

/// <summary>One message per event and room, edited in place: when and where, who comes. Of a series it shows the next time.</summary>
public sealed class EventCard : ICard
{
    private const int MostNames = 6;
    private const int TimesShown = 3;

    /// <inheritdoc/>
    public bool Shows(string subject) => Ref.TryParse(subject, out var code) && code.Letter == Kind.Of<CoopEvent>().Letter;

    /// <inheritdoc/>
    public bool IsAlive(string subject, Turn turn) => Find(subject, turn) is null or { IsSettled: false };

    /// <inheritdoc/>
    public IEnumerable<string> SubjectsOf(Document changed) => changed switch
    {
        CoopEvent about => [about.Ref.ToString()],
        AlteredTime altered => [Code(altered.Event)],
        Rsvp rsvp => [Code(rsvp.Event)],
        _ => [],
    };

    /// <inheritdoc/>
    public Says Draw(string subject, Turn turn) => Find(subject, turn) switch
    {
        null => new NoSuchEvent(),
        { IsOff: true } off => new EventStands(off.Title, off.Ref, off.Time.Told(), IsOff: true),
        { IsOver: true } over => new EventRead(over.Came, over.Title, over.Ref, over.Time.Told()),
        var about => Open(about, turn),
    };

    /// <summary>Who comes to one time of an event, a line each.</summary>
    /// <param name="attendance">The answers.</param>
    /// <param name="names">How many names a line holds.</param>
    /// <param name="records">Where names stand.</param>
    internal static IReadOnlyList<Says> Lines(Attendance attendance, int names, IRecords records)
    {
        var places = attendance.Occurrence.Event.Places;
        var (coming, perhaps, waiting) = (Attendance.Names(attendance.Coming, records), Attendance.Names(attendance.Perhaps, records), Attendance.Names(attendance.Waiting, records));
        return
        [
            .. coming.Count == 0 && places is null ? [] : new Says[] { new WhoComes(attendance.People, places, [.. coming.Take(names)], More(coming)) },
            .. perhaps.Count == 0 ? [] : new Says[] { new WhoMayCome(perhaps.Count, [.. perhaps.Take(names)], More(perhaps)) },
            .. waiting.Count == 0 ? [] : new Says[] { new WhoWaits(attendance.Waiting.Sum(rsvp => rsvp.Party), [.. waiting.Take(names)], More(waiting)) },
        ];

        int? More(IReadOnlyList<string> all) => all.Count > names ? all.Count - names : null;
    }

    private static Says Open(CoopEvent about, Turn turn)
    {
        var times = new Planning(turn).Next(about, TimesShown);
        if (times is not [var next, ..])
        {
            return new EventRead(about.Came, about.Title, about.Ref, about.Time.Told());
        }

        var then = times.Count > 1 ? new ComesAgain(about.Series!.From(about.Time), times[1].Time.Day, times.Count > 2 ? times[2].Time.Day : null) : null;
        return new EventReads(about.Title, about.Ref, next.Time.Told(), about.Place, then, Lines(Attendance.Of(next, turn), MostNames, turn)) { Offers = Offering.Answers(about, next.On) };
    }

    private static CoopEvent? Find(string subject, IRecords records) =>
        Ref.TryParse(subject, out var code) ? records.Find<CoopEvent>(code.Number) : null;

    private static string Code(int number) => new Ref(Kind.Of<CoopEvent>().Letter, number).ToString();
}
