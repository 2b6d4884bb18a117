using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Tests.Deliveries;
using NodaTime;

namespace Bot.Core.Tests.Year;

/// <content>What people share: turns, rooms and tools, circles.</content>
internal sealed partial class Habits
{
    private static readonly string[] Shareable = ["salle du bas", "atelier vélo", "four solaire", "remorque"];
    private static readonly string[] Tools = ["perceuse", "échelle", "remorque"];

    private static IReadOnlyList<string> KnownOfWhatIsShared =>
    [
        "/cercle", "/creneau", "/emprunter", "/je_viens", "/remplace", "/rendre", "/reserver", "/tour", "[2 h]", "[Je le prends]", "[Je viens quand même]", "[Je viens]",
        "[Je viens] twice at once", "[Toutes]", "[a free time]",
    ];

    // A coop has these from the first day: one of them is at night when the clocks change.
    private async Task BeginToShare()
    {
        await OpenSlot("Ada", Neighbourhood.Home, "vaisselle tous les mardis 12h-14h", 3, 2);
        await OpenSlot("Ada", Neighbourhood.Home, "glanage tous les jeudis 19h-21h", 2, 2);
        await OpenSlot("Ada", Neighbourhood.Rooms[1], "arrosage tous les samedis 10h-11h30", 3, 1);
        await OpenSlot("Ada", Neighbourhood.Home, "pain tous les dimanches 2h-4h", 1, 1);
        await Say("/tour poubelles Ada, Akli, Alix, Selma", "Ada", Neighbourhood.Home);
        await Say("/tour compost Bilal, Brune, Tess tous les jeudis", "Ada", Neighbourhood.Home);
        await Say("/cercle jardin avec Gwen, Hana, Yves", "Ada", Neighbourhood.Home);
        await Say("/cercle cuisine avec Lina, Malik, Zoé", "Ada", Neighbourhood.Home);
    }

    private Task Share()
    {
        var who = Pick(Neighbourhood.People);
        var where = Neighbourhood.IsReachable(who) && chance.Next(4) == 0 ? Village.ChatWith(who) : Pick(Neighbourhood.Rooms);
        return chance.Next(70) switch
        {
            < 4 => OpenAnother(who),
            < 20 => Join(where),
            < 26 => SeekStandIn(where),
            < 31 => StandIn(),
            < 35 => AlterSlot(who),
            < 40 => Turns(),
            < 54 => Use(who, where),
            < 60 => BringBack(),
            < 66 => Gather(who),
            _ => TakeBack(who, where),
        };
    }

    // Who has the turn passes it on; others come, go, and are away.
    private async Task Turns()
    {
        var rotas = Commons.Rotas.All.Where(rota => !rota.IsOver && rota.People.Count > 1).ToList();
        if (rotas.Count == 0)
        {
            return;
        }

        var rota = Pick(rotas);
        var (one, other) = (Pick(rota.People), Pick(Neighbourhood.People));
        var away = Calendar.Local(neighbourhood.Now).Date.PlusDays(chance.Next(2, 20));
        await (chance.Next(12) switch
        {
            < 3 => Say($"/tour {rota.Code} passer", rota.Holder ?? one, Neighbourhood.Home),
            < 6 => TakeTurn(rota, one),
            < 8 => Say(string.Create(CultureInfo.InvariantCulture, $"/tour {rota.Code} absent jusqu'au {away:d/M}"), one, Neighbourhood.Home),
            8 when rota.People.Count < 6 => Say($"/tour {rota.Code} rejoindre", other, Neighbourhood.Home),
            9 when rota.People.Count > 3 => Say($"/tour {rota.Code} quitter", one, Neighbourhood.Home),
            10 => TakeBack(one, Neighbourhood.Home),
            _ => Say("/tour " + rota.Code, one, Neighbourhood.Home),
        });
    }

    private async Task TakeTurn(KnownRota rota, string who)
    {
        if (Observer.Screens.LastOrDefault(screen => screen.Sent.IsCard && screen.Has("Je le prends") && screen.Text.Contains($"({rota.Code})", StringComparison.Ordinal)) is { } card)
        {
            await Answer(who, [card], "Je le prends");
        }
    }

    // On Monday and Thursday mornings a turn begins, and what is due comes back.
    private IReadOnlyList<(string What, Func<bool> WasTold)> OthersOwed(LocalDate day) =>
    [
        .. from rota in Commons.Rotas.All
           where !rota.IsOver && rota.Until == Calendar.Written(day.PlusDays(-1))
           select ((string, Func<bool>))($"turn of {rota.Code}", () => Commons.Rotas.Find(rota.Code) is { } now && now.Until != rota.Until && (now.Holder is not { } who || !MayHear(who, day) || Commons.Rotas.WasTold(who, now))),
        .. from loan in Commons.Things.All
           where !loan.IsOver && loan.IsLoan && loan.When == "jusqu'au " + Calendar.Written(day) && MayHear(loan.Who, day)
           select ((string, Func<bool>))(loan.ToString(), () => Commons.Things.WasReminded(loan)),
    ];

    private bool MayHear(string who, LocalDate day) => Neighbourhood.IsReachable(who) && Observer.Budgets.MayNudge(Village.ChatWith(who), day, AtOnce);

    private async Task Use(string who, Place where)
    {
        var day = Calendar.Local(neighbourhood.Now).Date.PlusDays(chance.Next(1, 5));
        var from = chance.Next(9, 20);
        var mine = Commons.Things.All.Where(booking => !booking.IsOver && booking.Time.End > neighbourhood.Now).ToList();
        var act = chance.Next(12);
        if (act < 6)
        {
            var other = chance.Next(8) == 0 ? " pour " + Pick(Neighbourhood.People) : "";
            var posts = await Say(string.Create(CultureInfo.InvariantCulture, $"/reserver {Pick(Shareable)} {day:d/M} {from}h-{from + chance.Next(1, 4)}h{other}"), who, where);
            if (chance.Next(2) == 0 && posts.FirstOrDefault(post => post.Text.StartsWith("Déjà pris", StringComparison.Ordinal) && post.Sent.Buttons.Count > 0) is { } refused)
            {
                Count("[a free time]");
                await neighbourhood.Press(who, refused, Ledger.Flat(refused.Sent.Buttons[0].Label));
            }
        }
        else if (act < 8)
        {
            await Say(string.Create(CultureInfo.InvariantCulture, $"/emprunter {Pick(Tools)} jusqu'au {day:d/M}"), who, where);
        }
        else if (mine.Count > 0)
        {
            var booking = Pick(mine);
            var text = act < 10 ? string.Create(CultureInfo.InvariantCulture, $"/reporter {booking.Code} {day:d/M}{(booking.IsLoan ? "" : $" {from}h")}") : $"/annuler {booking.Code}";
            await Say(text, booking.Who, Neighbourhood.Home);

            // Somebody else is quick, and then the first thinks better of it.
            if (act == 11 && !booking.IsLoan)
            {
                await Say($"/reserver {booking.Thing} {booking.When.Replace(" h", "h", StringComparison.Ordinal)}", who, Neighbourhood.Home);
                await TakeBack(booking.Who, Neighbourhood.Home);
            }
        }
    }

    private async Task BringBack()
    {
        var loans = Commons.Things.All.Where(booking => booking is { IsOver: false, IsLoan: true }).ToList();
        if (loans.Count > 0 && Pick(loans) is var loan)
        {
            await Say("/rendre " + loan.Code, chance.Next(5) == 0 ? Pick(Neighbourhood.People) : loan.Who, Neighbourhood.Home);
        }
    }

    private async Task Gather(string who)
    {
        var (circle, people) = Pick([.. Commons.Circles.All]);
        switch (chance.Next(4))
        {
            case 0:
                await Say($"/action {Pick(Deeds)} {Pick(Things)} {circle}", who, Pick(Neighbourhood.Rooms));
                break;
            case 1 when people.Count > 2 && people.Contains(who):
                await Say($"/cercle {circle} quitter", who, Neighbourhood.Home);
                break;
            case 2 when people.Count < 8:
                await Say($"/cercle {circle} rejoindre", who, Neighbourhood.Home);
                break;
            default:
                (await Say("/cercle " + circle, who, Neighbourhood.Home)).ToList().ForEach(post => Commons.Circles.Look(post.Text));
                break;
        }
    }
}
