using Bot.Core.Facts;
using Bot.Core.Jobs;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Agenda;

/// <summary>
/// When everybody sleeps, what is over leaves the agenda, so that it reads as fast after years as on the first day: who came is noted and
/// their answers go, a series goes on from its next time. Coming late does no harm.
/// </summary>
/// <param name="Subject">Nothing: there is one for all.</param>
public sealed record PutEventsAway(string Subject = "") : Job(Subject)
{
    // A turn can tell only so much; the rest follows at once.
    private const int MostAtOnce = 20;

    /// <inheritdoc/>
    public override void Run(Turn turn, Instant due)
    {
        var planning = new Planning(turn);
        var gone = turn.Live<Rsvp>().GroupBy(rsvp => (rsvp.Event, rsvp.On)).Where(same => IsGone(same.Key.Event, same.Key.On, planning, turn)).ToList();
        foreach (var answers in gone.Take(MostAtOnce))
        {
            PutAnswersAway(answers.Key.Event, answers.Key.On, [.. answers], planning, turn);
        }

        if (gone.Count > MostAtOnce)
        {
            turn.At(turn.Now, this);
            return;
        }

        foreach (var altered in turn.Live<AlteredTime>().Where(each => IsPast(each, turn)).ToList())
        {
            turn.KeepQuietly(altered with { IsOver = true });
        }

        foreach (var about in turn.Live<CoopEvent>().ToList())
        {
            GoOn(about, planning, turn);
        }

        Nights.Plan(turn);
    }

    private static bool IsGone(int number, LocalDate? on, Planning planning, Turn turn) =>
        turn.Find<CoopEvent>(number) is not { IsSettled: false } about || planning.Find(about, on) is not { } which || !planning.IsToCome(which);

    private static void PutAnswersAway(int number, LocalDate? on, IReadOnlyList<Rsvp> answers, Planning planning, Turn turn)
    {
        if (turn.Find<CoopEvent>(number) is { IsSettled: false } about && planning.Find(about, on) is { } held)
        {
            var people = Attendance.Of(held, turn).People;
            if (people > 0 && about.For is null)
            {
                turn.Raise(new EventWasHeld(about.Ref, about.Title, held.Time.Day, held.Time.Begins(turn.Zone), people));
            }

            if (on is null)
            {
                turn.KeepQuietly(about with { Came = people, IsOver = true });
            }
        }

        foreach (var answer in answers)
        {
            turn.RemoveQuietly(answer);
        }
    }

    // One that was moved to another day counts until that day is over, and its usual day as well: it must not come back there.
    private static bool IsPast(AlteredTime altered, Turn turn) => turn.Find<CoopEvent>(altered.Event) is not { } about
        || (about.Time.On(altered.On).Ends(turn.Zone) <= turn.Now && (altered.To is null || altered.To.Ends(turn.Zone) <= turn.Now));

    private static void GoOn(CoopEvent about, Planning planning, Turn turn)
    {
        if (planning.Next(about, 1) is [])
        {
            turn.KeepQuietly(about with { IsOver = true });
            return;
        }

        // What began yesterday may go on still.
        var yesterday = turn.Today.PlusDays(-1);
        var from = about.Time.On(yesterday).Ends(turn.Zone) > turn.Now ? yesterday : turn.Today;
        if (about.Time.Day < from && about.Series?.GoingOn(about.Time, from) is var (time, series) && time != about.Time)
        {
            turn.KeepQuietly(about with { Time = time, Series = series });
        }
    }
}
