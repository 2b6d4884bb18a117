using System.Globalization;
using Bot.Core.Chat;

namespace Bot.Core.Tests.Year;

/// <content>When people meet, and who comes.</content>
internal sealed partial class Habits
{
    private static readonly string[] Occasions = ["atelier", "chorale", "réunion", "goûter", "visite", "jeux", "plantation", "bricolage"];

    private IReadOnlyList<KnownEvent> ToCome =>
        [.. Ledger.Events.All.Where(each => !each.IsOff && !each.IsSeries && each.Begins > neighbourhood.Now)];

    private async Task Plan(string who)
    {
        var places = chance.Next(2) == 0 ? chance.Next(1, 5) : (int?)null;
        var seats = places is null ? "" : string.Create(CultureInfo.InvariantCulture, $" {places} places");
        Plan(await Say($"/rdv {Pick(Occasions)} {Soon()}{seats}", who, Pick(Neighbourhood.Rooms)), places);
    }

    private void Plan(IReadOnlyList<Post> posts, int? places)
    {
        foreach (var card in posts.Where(post => post.Sent.IsCard))
        {
            Ledger.Events.Planned(card.Text, places, neighbourhood.Now);
        }
    }

    // A day of the next two weeks, in figures.
    private string Soon()
    {
        var day = Calendar.Local(neighbourhood.Now).Date.PlusDays(chance.Next(1, 15));
        return string.Create(CultureInfo.InvariantCulture, $"{day:d/M} {chance.Next(9, 22)}h{Pick(["", "30"])}");
    }

    private async Task Reply(string who, Place where)
    {
        if (ToCome is not { Count: > 0 } some)
        {
            return;
        }

        // The fewer places are left, the more want one.
        var about = some.Where(each => each.Places < int.MaxValue).DefaultIfEmpty(some[^1]).OrderBy(_ => chance.Next()).First();
        about = chance.Next(3) == 0 ? Pick(some) : about;
        var guests = about.Places == int.MaxValue && chance.Next(5) == 0 ? " +1" : "";
        if (about.People + 1 == about.Places && await RaceFor(about))
        {
            return;
        }

        var comes = about.Coming.ContainsKey(who) || about.Waiting.Contains(who);
        var word = comes ? Pick(["non", "peutetre"]) : Pick(["oui", "oui", "oui", "peutetre"]);
        await Say($"/{word} {about.Code}{(word == "oui" ? guests : "")}", who, where);
    }

    // Two at once for the last place: one has it, the other waits.
    private async Task<bool> RaceFor(KnownEvent about)
    {
        var card = Observer.Screens.LastOrDefault(screen => screen.Sent.IsCard && screen.Has("Oui") && screen.Text.Contains($"({about.Code})", StringComparison.Ordinal));
        var near = Neighbourhood.Reachable.Where(who => !about.Coming.ContainsKey(who) && !about.Waiting.Contains(who)).OrderBy(_ => chance.Next()).Take(2).ToList();
        if (card is null || about.Waiting.Count > 0)
        {
            return false;
        }

        Count("[Oui] twice at once");
        await neighbourhood.PressTogether(near[0], near[1], card, "Oui");
        return true;
    }

    private async Task Alter(string who)
    {
        if (!Neighbourhood.IsReachable(who) || ToCome is not { Count: > 0 } some)
        {
            return;
        }

        var about = Pick(some);
        if (chance.Next(2) == 0)
        {
            await Say($"/reporter {about.Code} {Soon()}", who, Pick(Neighbourhood.Rooms));
            return;
        }

        await Say($"/annuler {about.Code}", who, Neighbourhood.Home);
        await PressInChat(who, "Oui, annuler");
    }

    // Of a series, one time only: another day, or not at all.
    private async Task AlterOnce(string who)
    {
        if (Neighbourhood.IsReachable(who))
        {
            await Say("/reporter cantine vendredi 13h", who, Neighbourhood.Home);
            await PressInChat(who, "Cette fois");
        }
    }

    private Task LookAhead(string who, Place where)
    {
        var text = Pick(["/agenda", "/agenda", "/agenda mois", "/qui_vient ménage", "/oui ménage"]);
        Count(text.Split(' ')[0]);
        return neighbourhood.Say(who, where, text, isAct: false);
    }
}
