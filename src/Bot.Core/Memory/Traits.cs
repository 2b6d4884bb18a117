using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Memory;

/// <summary>Something that has a day, or can be given one.</summary>
public interface IMovable : ITitled
{
    /// <summary>Whether it comes again, so that one may mean one time or all.</summary>
    bool ComesAgain => false;

    /// <summary>Gives it another day, and lets those know whose plans that changes.</summary>
    /// <param name="to">The day. Of a stretch of time its beginning counts for what takes place, its end for what is to be done.</param>
    /// <param name="isAll">Of what comes again, whether all times are meant.</param>
    /// <param name="turn">The turn.</param>
    /// <exception cref="Refusal">It is over, or can't be then.</exception>
    Shift MovedTo(Due to, bool isAll, Turn turn);
}

/// <summary>Something that has another day now.</summary>
/// <param name="Document">What is to be kept.</param>
/// <param name="Now">The day.</param>
/// <param name="Before">The day it had, if any.</param>
public sealed record Shift(Document Document, Says Now, Says? Before);

/// <summary>Something that can be called off: it will not happen.</summary>
public interface ICancellable : ITitled
{
    /// <summary>Whether it comes again, so that one may mean one time or all.</summary>
    bool ComesAgain => false;

    /// <summary>Calls it off, and lets those know whose plans that changes; asks first when there are any.</summary>
    /// <param name="on">Which time, of what comes again; null for the next.</param>
    /// <param name="isAll">Of what comes again, whether all times are meant.</param>
    /// <param name="turn">The turn.</param>
    /// <exception cref="Refusal">It is over, or called off already.</exception>
    /// <exception cref="Doubt">People count on it, and who asks has not said yes to that.</exception>
    CallingOff CalledOff(DueOn? on, bool isAll, Turn turn);
}

/// <summary>Something that will not happen.</summary>
/// <param name="Document">What is to be kept.</param>
/// <param name="When">When it would have been, if it had a day.</param>
/// <param name="Who">Those who counted on it.</param>
public sealed record CallingOff(Document Document, Says? When, IReadOnlyList<string> Who);

/// <summary>Something with a day that stands on the agenda beside the events.</summary>
public interface IOnAgenda : ITitled
{
    /// <summary>Its day there; null while it has none, or is over.</summary>
    DueOn? OnAgenda { get; }

    /// <summary>The names of those who take care of it.</summary>
    /// <param name="records">Where names stand.</param>
    IReadOnlyList<string> Who(IRecords records);
}

/// <summary>Something that stands on the agenda as often as it comes, on a line of its own.</summary>
public interface IOftenOnAgenda : ITitled
{
    /// <summary>Its lines within some days.</summary>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last.</param>
    /// <param name="turn">The turn.</param>
    IEnumerable<AgendaLine> OnAgenda(LocalDate first, LocalDate last, Turn turn);
}

/// <summary>A line of the agenda.</summary>
/// <param name="Time">When it is.</param>
/// <param name="Says">How it reads.</param>
public sealed record AgendaLine(EventTime Time, Says Says);

/// <summary>Something that may concern some members only: others neither find it nor read of it.</summary>
public interface IConcernSome
{
    /// <summary>Whether it concerns some only.</summary>
    bool IsForSome { get; }

    /// <summary>Whether it is for somebody to know.</summary>
    /// <param name="member">Their number.</param>
    bool Concerns(int member);
}

/// <summary>Something that belongs to a place of the coop, and so to the circle that meets there.</summary>
public interface IFiled : ITitled
{
    /// <summary>The room's number; 0 for <see cref="CoopSettings.Home"/>.</summary>
    int Room { get; }

    /// <summary>Whether there is still something to do about it.</summary>
    bool IsOpen => true;
}

/// <summary>Something that may have been made of another thing, such as an action of what was decided.</summary>
public interface IComeFrom
{
    /// <summary>The code of what it was made of, if of something.</summary>
    Ref? From { get; }
}

/// <summary>Something that people find again by words of it, years later. Its line among what was found stands in the texts as « Found. » and its kind's name.</summary>
public interface ISearchable
{
    /// <summary>The words it is found by, as people wrote them.</summary>
    string FoundBy { get; }

    /// <summary>What one names to read on.</summary>
    Ref FoundAs { get; }

    /// <summary>When it was said or done, or takes place; null when nobody knows any more.</summary>
    /// <param name="zone">The coop's time zone.</param>
    LocalDateTime? FoundAt(DateTimeZone zone);
}

/// <summary>Words that stand for all to read, and that anybody may put right: what they read before stays visible.</summary>
public interface ICorrectable : ITitled
{
    /// <summary>The words, as they read now.</summary>
    string Text { get; }

    /// <summary>How many characters they may have.</summary>
    int LongestText { get; }

    /// <summary>The same with other words.</summary>
    /// <param name="text">The words.</param>
    /// <param name="turn">The turn of who corrects.</param>
    Document Corrected(string text, Turn turn);
}

/// <summary>What something read before somebody corrected it.</summary>
/// <param name="Text">The words.</param>
/// <param name="By">Who put others in their place.</param>
/// <param name="At">When.</param>
public sealed record EarlierText(string Text, int By, Instant At);

/// <summary>Something that may want more people than it has.</summary>
public interface ILackPeople : ITitled
{
    /// <summary>How many more it wants, the next time of what comes again; 0 when none, or when it is over.</summary>
    /// <param name="turn">The turn.</param>
    int Lacking(Turn turn);

    /// <summary>The number of the room it belongs to; 0 when none was said.</summary>
    int Room { get; }
}
