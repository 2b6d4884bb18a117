using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Agenda;

/// <summary>Who comes to an event.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Event">Its code.</param>
/// <param name="When">When it is.</param>
/// <param name="Lines">Who comes, who may, who waits.</param>
/// <param name="Away">How many do not come, if any.</param>
/// <param name="Silent">How many have not answered.</param>
public sealed record WhoIsComing(string Title, Ref Event, Says When, IReadOnlyList<Says> Lines, int? Away, int? Silent) : Says;

/// <summary>Shows who asks who comes to an event.</summary>
[HeardBy(Audience.Asker)]
public sealed record ShowWhoComes(Target<CoopEvent> Event, Due? On = null) : ICommand, ISeeks<ShowWhoComes, CoopEvent>
{
    // All of a big event: a message holds them.
    private const int MostNames = 60;

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var about = Event.Value;
        var which = new Planning(turn).Meant(about, On?.On);
        var attendance = Attendance.Of(which, turn);
        var silent = turn.Live<Member>().Count(member => about.Concerns(member.Id) && turn.HasAccount(member) && attendance.Find(member.Id) is null);
        return new WhoIsComing(about.Title, about.Ref, which.Time.Told(), EventCard.Lines(attendance, MostNames, turn), attendance.Away == 0 ? null : attendance.Away, silent == 0 ? null : silent)
        {
            Offers = Offering.Answers(about, which.On),
        };
    }

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<CoopEvent>> Candidates(Turn turn) => Where.ToCome(turn);
}
