using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Tests.Deliveries;
using NodaTime;

namespace Bot.Core.Tests.Year;

/// <content>What people do together at fixed hours, and who promised to be there.</content>
internal sealed partial class Habits
{
    private static readonly LocalTime Evening = new(17, 59);

    // How many other nudges may reach somebody in the same moment.
    private const int AtOnce = 3;

    private static readonly string[] Shifts = ["accueil", "bricolage", "comptabilité", "couture", "livraison", "tri"];

    private IReadOnlyList<(KnownSlot Slot, LocalDate Day)> Shared
    {
        get
        {
            var today = Calendar.Local(neighbourhood.Now).Date;
            return [.. Commons.Slots.All.SelectMany(_ => Enumerable.Range(0, 9), (slot, days) => (slot, Day: today.PlusDays(days))).Where(each => each.slot.ComesOn(each.Day) && each.slot.BeginsOn(each.Day) > neighbourhood.Now)];
        }
    }

    private Commons Commons => Observer.Commons;

    // Some come to everything, and so are soon wanted in two places.
    private IReadOnlyList<string> Faithful => [.. Neighbourhood.People.Where((_, index) => index % 4 == 0)];

    private async Task OpenSlot(string who, Place where, string slot, int most, int least)
    {
        var seats = least < most ? $"{most} places au moins {least}" : $"{most} places";
        var posts = await Say($"/creneau {slot} {seats}", who, where);
        posts = posts.Any(post => post.Has("2 h")) ? await Answer(who, posts, "2 h") : posts;
        if (posts.FirstOrDefault(post => post.Sent.IsCard) is { } card)
        {
            Commons.Slots.Opened(card.Text, most, least);
        }
    }

    private Task OpenAnother(string who)
    {
        var most = chance.Next(1, 4);
        var day = Calendar.Local(neighbourhood.Now).Date.PlusDays(chance.Next(1, 9));
        var from = chance.Next(9, 19);
        return OpenSlot(who, Pick(Neighbourhood.Rooms), string.Create(CultureInfo.InvariantCulture, $"{Pick(Shifts)} {day:d/M} {from}h-{from + 2}h"), most, chance.Next(1, most + 1));
    }

    private async Task Join(Place where)
    {
        if (Shared is not { Count: > 0 } some)
        {
            return;
        }

        // Where people lack comes first.
        var (slot, day) = chance.Next(3) == 0 ? Pick(some) : some.OrderByDescending(each => each.Slot.Lacking(each.Day) > 0).ThenBy(_ => chance.Next()).First();
        if (slot.Crew(day).Count + 1 == slot.Places.Most && day == slot.Next && await RaceFor(slot))
        {
            return;
        }

        // Some promise too much.
        var elsewhere = some.Where(each => each.Day == day && each.Slot.Code != slot.Code && each.Slot.BeginsOn(day) < slot.BeginsOn(day) + slot.Length && slot.BeginsOn(day) < each.Slot.BeginsOn(day) + each.Slot.Length)
            .SelectMany(each => each.Slot.Crew(day)).Except(slot.Crew(day), StringComparer.Ordinal).ToList();
        var who = elsewhere.Count > 0 && chance.Next(2) == 0 ? Pick(elsewhere) : Pick(Faithful);
        where = where.Conversation == Neighbourhood.Home || !Neighbourhood.IsReachable(who) ? Neighbourhood.Home : Village.ChatWith(who);
        var other = chance.Next(8) == 0 ? " pour " + Pick(Neighbourhood.People) : "";
        await MeanIt(who, await Say(string.Create(CultureInfo.InvariantCulture, $"/je_viens {slot.Code} {day:d/M}{other}"), who, where));
    }

    // Who would be in two places means it, or not.
    private async Task MeanIt(string who, IReadOnlyList<Post> posts)
    {
        if (posts.Any(post => post.Has("Je viens quand même")))
        {
            await Answer(who, posts, Pick(["Je viens quand même", "Non"]));
        }
    }

    private Task<IReadOnlyList<Post>> Answer(string who, IReadOnlyList<Post> posts, string label)
    {
        Count($"[{label}]");
        return neighbourhood.Press(who, posts.First(post => post.Has(label)), label);
    }

    // Two at once for the last place: one has it, the other reads that it is taken.
    private async Task<bool> RaceFor(KnownSlot slot)
    {
        var near = Neighbourhood.Reachable.Where(who => !slot.Crew(slot.Next).Contains(who)).OrderBy(_ => chance.Next()).Take(2).ToList();
        if (slot.Seeking.Count > 0 || Observer.Screens.LastOrDefault(screen => screen.Sent.IsCard && screen.Has("Je viens") && screen.Text.Contains($"({slot.Code})", StringComparison.Ordinal)) is not { } card)
        {
            return false;
        }

        Count("[Je viens] twice at once");
        await neighbourhood.PressTogether(near[0], near[1], card, "Je viens");
        return true;
    }

    // Who can't come looks for somebody; some days later they say so again, or give up.
    private async Task SeekStandIn(Place where)
    {
        var held = Shared.SelectMany(each => each.Slot.Crew(each.Day), (each, who) => (each.Slot, each.Day, Who: who)).ToList();
        if (held.Count == 0)
        {
            return;
        }

        var (slot, day, who) = Pick(held);
        var isSeeking = slot.Seeking.Contains((day, who));
        where = where.Conversation == Neighbourhood.Home || chance.Next(2) == 0 ? where.Conversation == Neighbourhood.Home ? where : Neighbourhood.Home : Neighbourhood.IsReachable(who) ? Village.ChatWith(who) : Neighbourhood.Home;
        await Say(string.Create(CultureInfo.InvariantCulture, $"/remplace {slot.Code} {day:d/M}{(isSeeking && chance.Next(2) == 0 ? " tant pis" : "")}"), who, where);
    }

    // The first who reads that somebody is looked for.
    private async Task StandIn()
    {
        if (Observer.Screens.LastOrDefault(screen => screen.Has("Je viens") && screen.Text.StartsWith("Cherche quelqu'un", StringComparison.Ordinal) && screen.To.Conversation == Neighbourhood.Home) is { } wanted)
        {
            var who = Pick([.. Faithful.Where(Neighbourhood.IsReachable)]);
            await MeanIt(who, await Answer(who, [wanted], "Je viens"));
        }
    }

    private async Task AlterSlot(string who)
    {
        if (!Neighbourhood.IsReachable(who) || Shared is not { Count: > 0 } some)
        {
            return;
        }

        var (slot, _) = Pick(some);
        var day = Calendar.Local(neighbourhood.Now).Date.PlusDays(chance.Next(1, 6));
        var isSeries = slot.Rhythm.Length > 0;
        var which = isSeries ? Pick(["Cette fois", "Cette fois", "Toutes"]) : "";
        var posts = chance.Next(3) == 0
            ? await Say($"/annuler {slot.Code}", who, slot.Crews.IsEmpty ? Village.ChatWith(who) : Neighbourhood.Home)
            : await Say(string.Create(CultureInfo.InvariantCulture, $"/reporter {slot.Code} {day:d/M}"), who, Neighbourhood.Home);
        posts = isSeries && posts.Any(post => post.Has(which)) ? await Answer(who, posts, which) : posts;
        posts = posts.Any(post => post.Has("Oui, annuler")) ? await Answer(who, posts, "Oui, annuler") : posts;
        await MeanIt(who, posts);
        if (chance.Next(3) == 0)
        {
            await TakeBack(who, Neighbourhood.Home);
        }
    }

    // In the evening who has a place the next day is reminded, and what lacks people is owed a word before it begins.
    private async Task HearTheEvening(LocalDate day)
    {
        if (day.DayOfWeek == IsoDayOfWeek.Sunday || Calendar.Outage.Contains(Calendar.At(day, Evening)))
        {
            return;
        }

        Commons.Announcements.Evening(day, neighbourhood.Now);
        var owed = Commons.Announcements.LookedAt(day, 1).SelectMany(each => each.Slot.Crew(each.Day), (each, who) => (each.Slot, each.Day, Who: who))
            .Where(each => Neighbourhood.IsReachable(each.Who) && Observer.Budgets.MayNudge(Village.ChatWith(each.Who), day, AtOnce)).ToList();
        await neighbourhood.WaitUntil(Calendar.At(day, Evening) + Duration.FromMinutes(3));
        Observer.Complaints.AddRange(owed.Where(each => !Commons.Announcements.WasReminded(each.Who, each.Slot, each.Day)).Select(each => ("is not reminded of a place", $"{day}, {each.Slot.Code}: {each.Who}")));
        Acts["places owed a reminder"] = Acts.GetValueOrDefault("places owed a reminder") + owed.Count;
    }
}
