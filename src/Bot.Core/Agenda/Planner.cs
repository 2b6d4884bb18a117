using Bot.Core.Commands;
using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Agenda;

/// <summary>To who planned something in private: it stands on the agenda.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Event">Its code.</param>
/// <param name="When">When it is, or first is.</param>
/// <param name="Place">Where.</param>
/// <param name="With">Whom else it concerns, when not everybody.</param>
public sealed record EventPlanned(string Title, Ref Event, Says When, string? Place, IReadOnlyList<string> With) : Says;

/// <summary>To somebody whom a private event concerns.</summary>
/// <param name="By">Who plans it.</param>
/// <param name="Title">Its title.</param>
/// <param name="Event">Its code.</param>
/// <param name="When">When it is, or first is.</param>
/// <param name="Place">Where.</param>
public sealed record YouAreInvited(string By, string Title, Ref Event, Says When, string? Place) : Says;

/// <summary>Puts something on the agenda: its card where everybody reads, or a word to those whom it concerns.</summary>
internal static class Planner
{
    /// <summary>Plans an event, and answers with its card.</summary>
    /// <typeparam name="TCommand">The command that was typed.</typeparam>
    /// <exception cref="Doubt">Its title is missing, or nobody knows when it begins.</exception>
    /// <exception cref="Refusal">Its title is too long.</exception>
    public static Says Plan<TCommand>(string typed, Occasion on, Places? places, Privately? only, Venue? at, FirstTime? from, Turn turn) where TCommand : ICommand
    {
        var title = Titles.Of<TCommand>(typed);
        var time = on.Starting(from);
        var planned = new CoopEvent
        {
            Id = turn.NextId<CoopEvent>(),
            Title = title,
            Room = Circle.RoomFor(title, turn)?.Id ?? turn.Settings.Home,
            Time = time,
            Series = on.Series,
            Place = at?.Name,
            Places = places?.Count,
            For = only?.And(turn.Member),
        };
        turn.Keep(planned);
        Nights.Plan(turn);
        return only is null ? PutUp(planned, on, turn) : TellThose(planned, only, turn);
    }

    private static Says PutUp(CoopEvent planned, Occasion on, Turn turn)
    {
        turn.Raise(new EventWasPlanned(planned.Ref, planned.Title, turn.Member.Id));
        if (turn.Room is null)
        {
            turn.HeardBy = Audience.Asker;
            if (turn.Find<Room>(planned.Room) is { } home)
            {
                turn.PutUp(home, planned.Ref.ToString());
            }

            return new EventPlanned(planned.Title, planned.Ref, planned.Time.Told(), planned.Place, []);
        }

        if (planned.Room != turn.Room.Id && turn.Find<Room>(planned.Room) is { } theirs)
        {
            turn.PutUp(theirs, planned.Ref.ToString());
        }

        var card = turn.Card(planned.Ref.ToString());
        var others = on.Others.Select(other => new Offer(other.Told(), Intent.To<MeanAnotherTime>().With(nameof(MeanAnotherTime.Event), planned.Ref).With(nameof(MeanAnotherTime.To), Due.Typed(other))));
        return card with { Offers = [.. card.Offers, .. others] };
    }

    private static EventPlanned TellThose(CoopEvent planned, Privately only, Turn turn)
    {
        turn.HeardBy = Audience.Asker;
        List<Member> others = [.. only.People.Where(member => member.Id != turn.Member.Id).DistinctBy(member => member.Id)];
        foreach (var other in others)
        {
            turn.Tell(other, new YouAreInvited(turn.Member.Name, planned.Title, planned.Ref, planned.Time.Told(), planned.Place)
            {
                Offers = Offering.Answers(planned, planned.Series is null ? null : planned.Time.Day),
            }, until: planned.Time.Ends(turn.Zone));
        }

        return new EventPlanned(planned.Title, planned.Ref, planned.Time.Told(), planned.Place, [.. others.Select(other => other.Name)]);
    }
}
