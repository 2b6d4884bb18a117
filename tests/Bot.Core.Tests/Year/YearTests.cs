using System.Globalization;
using Bot.Core.Actions;
using Bot.Core.Agenda;
using Bot.Core.Bookings;
using Bot.Core.Journal;
using Bot.Core.Memory;
using Bot.Core.Rotas;
using Bot.Core.Slots;
using Bot.Tests;
using NodaTime;
using Xunit.Abstractions;

namespace Bot.Core.Tests.Year;

/// <summary>
/// A year of a coop of sixty: nights and Sundays, both changes of the clock, holidays, restarts, three days without the bot. Whatever
/// people do, what they read holds, and what they were told is kept is there in the end.
/// </summary>
public sealed class YearTests(ITestOutputHelper output)
{
    private const int Seed = 60;
    private const int MoreYears = 10;
    private const int MostShown = 3;

    /// <summary>Other years are lived with FAULTS=long.</summary>
    public static TheoryData<int> Seeds => [.. Enumerable.Range(Seed, Counting.IsLong ? MoreYears : 1)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_year_of_sixty_people_keeps_what_the_bot_said(int seed)
    {
        await using var neighbourhood = new Neighbourhood(seed);
        var habits = new Habits(neighbourhood, seed);
        var observer = neighbourhood.Observer;
        await habits.Meet();
        for (var day = Calendar.First; day < Calendar.Last; day = day.PlusDays(1))
        {
            await habits.Live(day);
            if (day.Day == 15)
            {
                CompareEvents(neighbourhood, Kept(neighbourhood));
                CompareCommons(neighbourhood, Kept(neighbourhood));
            }

            if (day == Calendar.CleanRestart || day == Calendar.Crash)
            {
                await neighbourhood.Restart(isClean: day == Calendar.CleanRestart);
            }
        }

        await neighbourhood.WaitUntil(neighbourhood.Now + Duration.FromDays(3));
        Assert.Empty(Habits.Known.Except(habits.Acts.Keys));
        output.Count($"A year of {Neighbourhood.People.Count} people: {neighbourhood.Turns} turns. {Told(habits.Acts)}.");
        output.Count($"{Told(observer.Counts)}, {neighbourhood.Ledger.Rhythms.Returns} lines of what came back, {observer.Reminders.Lines} lines of reminders and {observer.Reminders.Events} of events, {neighbourhood.Ledger.Events.PlacesPassedOn} places passed on, {observer.Budgets.FullDays} days at the limit, {observer.Budgets.FullWeeks} weeks.");
        var shared = observer.Commons;
        output.Count($"{shared.Slots.All.Count()} slots: {shared.Announcements.Counts.Calls} lines of calls, {shared.Announcements.Counts.Reminders} of places, {shared.Announcements.Counts.Hours} times asked for hours; {shared.Diaries.Known} times in two places and knew. {shared.Rotas.Turns} turns. {shared.Things.All.Count()} bookings, {shared.Things.Counts.Refused} refused, {shared.Things.Counts.Reminders} reminders to bring back.");

        Differences(neighbourhood);
        Assert.True(observer.Complaints.Count == 0, string.Join("\n\n", observer.Complaints.GroupBy(each => each.Why).Select(same => $"{same.Count()} × {same.Key}:\n{string.Join("\n", same.Take(MostShown).Select(each => each.What))}")));
    }

    private static string Told(SortedDictionary<string, int> counts) => string.Join(", ", counts.Select(each => $"{each.Value} {each.Key}"));

    private static Coop Kept(Neighbourhood neighbourhood)
    {
        var store = neighbourhood.Village.Store;
        return Coop.From("", store.Load(store.CoopOf(Neighbourhood.Home)!));
    }

    // Each promise kept once, and all that was said is there.
    private static void Differences(Neighbourhood neighbourhood)
    {
        var complaints = neighbourhood.Observer.Complaints;
        complaints.AddRange(neighbourhood.Observer.Promises.Where(promise => promise.ToldAt is null != promise.IsTakenBack).Select(promise => ("is not told as promised", promise.ToString())));
        complaints.AddRange(neighbourhood.Ledger.Overfull.Select(text => ("more people than seats", text)));
        complaints.AddRange(neighbourhood.Ledger.Events.Complaints);
        complaints.AddRange(neighbourhood.Observer.Commons.Complaints);
        CompareCommons(neighbourhood, Kept(neighbourhood));
        complaints.AddRange(neighbourhood.Ledger.Events.Owed.Select(owed => ("has a place and does not know", owed.ToString())));
        var coop = Kept(neighbourhood);
        complaints.AddRange(neighbourhood.Ledger.Rhythms.Complaints);
        complaints.AddRange(neighbourhood.Ledger.Rhythms.All.Select(rhythm => (Said: Said(rhythm.On(neighbourhood.Today)), Kept: Stands(rhythm.Title, coop)))
            .Where(each => each.Said != each.Kept).Select(each => ("comes back otherwise than was said", $"{each.Said}\n{each.Kept}")));
        complaints.AddRange(neighbourhood.Ledger.Ideas.Compare(coop));
        var kept = coop.All<CoopAction>().Where(action => action.Rhythm is null).ToDictionary(action => action.Ref.ToString(), StringComparer.Ordinal);
        foreach (var known in neighbourhood.Ledger.Actions)
        {
            var (said, stands) = (Said(known), kept.TryGetValue(known.Code, out var action) ? Stands(action, coop) : "gone");
            if (said != stands)
            {
                complaints.Add(("is kept otherwise than was said", $"{known.Code}:\n{said}\n{stands}"));
            }
        }

        complaints.AddRange(kept.Keys.Where(code => neighbourhood.Ledger.Find(code) is null).Select(code => ("nobody was told", code)));
        var lines = coop.All<JournalLine>().Select(line => line.Ref.ToString());
        complaints.AddRange(neighbourhood.Ledger.Lines.Except(lines, StringComparer.Ordinal).Select(code => ("is lost", code)));
    }

    // Who comes to what is still to come; of what is over the bot keeps only how many came.
    private static void CompareEvents(Neighbourhood neighbourhood, Coop coop)
    {
        foreach (var known in neighbourhood.Ledger.Events.All.Where(each => !each.IsSeries && each.Begins > neighbourhood.Now))
        {
            var answers = coop.Live<Rsvp>().Where(rsvp => $"E{rsvp.Event}" == known.Code && rsvp.Reply == Reply.Yes).OrderBy(rsvp => rsvp.At).ThenBy(rsvp => rsvp.Id).ToList();
            var coming = answers.Where(rsvp => !rsvp.IsWaiting).Select(rsvp => (Who: coop.Find<Member>(rsvp.Member)!.Name, rsvp.Guests)).OrderBy(each => each.Who, StringComparer.Ordinal);
            var stands = $"{string.Join(", ", coming)}; waiting {string.Join(", ", answers.Where(rsvp => rsvp.IsWaiting).Select(rsvp => coop.Find<Member>(rsvp.Member)!.Name))}";
            var said = $"{string.Join(", ", known.Coming.Select(each => (Who: each.Key, Guests: each.Value)))}; waiting {string.Join(", ", known.Waiting)}";
            if (!known.IsOff && said != stands)
            {
                neighbourhood.Observer.Complaints.Add(("comes otherwise than was said", $"{known.Code} {known.When}:\n{said}\n{stands}"));
            }
        }
    }

    // Who has a place at what is still to come, whose turn it is, who has what, who is where.
    private static void CompareCommons(Neighbourhood neighbourhood, Coop coop)
    {
        var commons = neighbourhood.Observer.Commons;
        foreach (var slot in commons.Slots.All)
        {
            var said = slot.Crews.Where(crew => !slot.IsOff && crew.Value.Count > 0 && slot.BeginsOn(crew.Key) > neighbourhood.Now).Select(crew => $"{crew.Key}: {string.Join(", ", crew.Value)}");
            var stands = coop.Live<HeldPlace>().Where(place => $"C{place.Slot}" == slot.Code && slot.BeginsOn(place.On) > neighbourhood.Now).GroupBy(place => place.On).OrderBy(same => same.Key).Select(same => $"{same.Key}: {Names(same.Select(place => NameOf(place.Member)))}");
            Differ("a slot", slot.Code, string.Join("; ", said), string.Join("; ", stands));
        }

        foreach (var rota in commons.Rotas.All.Where(rota => !rota.IsOver))
        {
            Differ("a rotation", rota.Code, rota.Holder ?? "", coop.Find<Rota>(int.Parse(rota.Code[1..], CultureInfo.InvariantCulture)) is { Holder: > 0 } kept ? NameOf(kept.Holder) : "");
        }

        foreach (var booking in commons.Things.All.Where(booking => booking.IsLoan || booking.Time.End > neighbourhood.Now))
        {
            var kept = coop.Find<Booking>(int.Parse(booking.Code[1..], CultureInfo.InvariantCulture));
            Differ("a booking", booking.Code, booking.IsOver ? "over" : booking.Who, kept is null or { IsOver: true } ? "over" : NameOf(kept.Member));
        }

        foreach (var (circle, people) in commons.Circles.All)
        {
            Differ("a circle", circle, string.Join(", ", people), Names(coop.Live<Circle>().Single(each => "#" + each.Name == circle).Who(coop)));
        }

        string NameOf(int member) => coop.Find<Member>(member)!.Name;

        void Differ(string what, string code, string said, string stands)
        {
            if (said != stands)
            {
                neighbourhood.Observer.Complaints.Add(($"{what} is kept otherwise than was said", $"{neighbourhood.Now} {code}:\n{said}\n{stands}"));
            }
        }
    }

    private static string Said(KnownAction known) => known.IsGone
        ? "gone"
        : $"{known.Title}; {(known.IsDone ? "done" : "open")}; {Names(known.On)}; learning {Names(known.Learning)}; {known.Day}; {(known.IsDone ? 0 : known.Needed)}; {known.Notes} notes; {Ticked(known.Steps.Select(step => (step.Key, step.Value)))}";

    private static string Stands(CoopAction action, Coop coop) =>
        $"{action.Title}; {(action.IsOpen ? "open" : "done")}; {Names(action.Who(coop))}; learning {Names(action.Learners(coop))}; {Calendar.Written(action.Due?.Day)}; {(action.IsOpen ? action.Seats : 0)}; {action.Notes(coop).Count()} notes; {Ticked(action.Steps(coop).Select(step => (step.Text, step.IsDone)))}";

    private static string Said(KnownRhythm known) =>
        $"{known.Title}; {(known.IsOff ? "off" : $"{(known.IsResting ? "resting" : "open")}; {Calendar.Written(known.Day)}; {Names(known.Theirs ?? [])}")}";

    // All that carries its title, which is to be one.
    private static string Stands(string title, Coop coop) => string.Join(" and ", coop.All<CoopAction>().Where(action => action.Title == title)
        .Select(action => $"{title}; {(action.IsCalledOff ? "off" : $"{(action.IsOpen ? "open" : "resting")}; {Calendar.Written((action.Returns ?? action.Due)?.Day)}; {Names(coop.Live<OwnPart>().Where(part => part.Action == action.Id).Select(part => coop.Find<Member>(part.Member)!.Name))}")}"));

    private static string Ticked(IEnumerable<(string Step, bool IsDone)> steps) => string.Join(", ", steps.OrderBy(step => step.Step, StringComparer.Ordinal).Select(step => step.Step + (step.IsDone ? " ticked" : "")));

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
