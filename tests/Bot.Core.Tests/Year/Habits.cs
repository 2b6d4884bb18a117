using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Tests.Deliveries;
using NodaTime;

namespace Bot.Core.Tests.Year;

/// <summary>What people do in a year, drawn from a seed: they look at the screen, and do what comes to mind.</summary>
internal sealed partial class Habits(Neighbourhood neighbourhood, int seed)
{
    private const int ActsADay = 42;

    // One act of so many is about slots, rotations, rooms and tools, circles.
    private const int ShareOfWhatIsShared = 4;
    private static readonly string[] Deeds = ["tondre", "réparer", "ranger", "peindre", "nettoyer", "vider", "arroser", "démonter", "étiqueter", "porter"];
    private static readonly string[] Things = ["la remise", "le four", "les vélos", "la haie", "le compost", "les étagères", "la sono", "les bancs", "la cave", "le portail"];
    private static readonly string[] Days = ["demain", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "dans 3 jours", "dans 9 jours"];

    /// <summary>What people do in a year, all of it.</summary>
    public static readonly IReadOnlyList<string> Known =
    [
        "/action", "/agenda", "/aide", "/annuler", "/besoin", "/claim", "/consentement", "/decisions", "/en_cours", "/etapes", "/fait", "/jour", "/journal", "/lacher",
        "/libres", "/mes_actions", "/non", "/note", "/oui", "/oups", "/passer", "/peutetre", "/proposer_a", "/qui_vient", "/rappel", "/rdv", "/reporter", "/rituel", "/tableau",
        "[Abstention]", "[Cette fois]", "[D'accord]", "[Fait]", "[Je prends]", "[Je prends] twice at once", "[Oui, annuler]", "[Oui] twice at once", "[Pas cette fois]",
        "[Passer la main]", "[Plus tard]", "[a step]",
        "/annuler of what comes back", "/fait of what comes back", "[one's own part]",
        .. KnownOfWhatIsShared,
        .. KnownOfIdeas,
    ];

    private readonly Random chance = new(seed);
    private readonly PriorityQueue<Func<Task>, Instant> later = new();
    private readonly List<(string Who, string Text, Instant At)> meanwhile = [];
    private int words;

    /// <summary>What people did, by the name of the command.</summary>
    public SortedDictionary<string, int> Acts { get; } = new(StringComparer.Ordinal);

    private Ledger Ledger => neighbourhood.Ledger;

    private Observer Observer => neighbourhood.Observer;

    /// <summary>All meet, and most of them say hello to the bot.</summary>
    public async Task Meet()
    {
        foreach (var who in Neighbourhood.People)
        {
            await neighbourhood.Say(who, Neighbourhood.Home, $"/moi {who}", isAct: false);
            if (Neighbourhood.IsReachable(who))
            {
                await neighbourhood.Say(who, Village.ChatWith(who), "/libres", isAct: false);
            }
        }

        foreach (var ritual in new[] { "ménage tous les mercredis 14h", "cantine tous les jeudis 12h30", "bureau le premier lundi du mois 18h" })
        {
            Plan(await Say("/rituel " + ritual, "Ada", Neighbourhood.Home), places: null);
        }

        await BeginAgain();
        foreach (var room in Neighbourhood.Rooms)
        {
            await neighbourhood.Say("Ada", room, "/tableau", isAct: false);
        }

        await BeginToShare();
    }

    /// <summary>A day of everybody.</summary>
    public async Task Live(LocalDate day)
    {
        await KeepUp(day);
        var isMorning = true;
        Later(Calendar.At(day, Evening) - neighbourhood.Now, () => HearTheEvening(day));
        var times = Enumerable.Range(0, (int)(ActsADay * Calendar.Liveliness(day)))
            .Select(_ => Calendar.At(day, new LocalTime(chance.Next(7, 24), chance.Next(60)))).Where(at => at > neighbourhood.Now).Order();
        foreach (var at in times)
        {
            if (isMorning && at >= Calendar.At(day, Reminders.Time))
            {
                await HearReminders(day);
                isMorning = false;
            }

            if (Calendar.Outage.Contains(at))
            {
                Meanwhile(at);
                continue;
            }

            if (meanwhile.Count > 0)
            {
                await neighbourhood.BeAway(Calendar.Outage, meanwhile);
                meanwhile.Clear();
            }

            while (later.TryPeek(out var planned, out var when) && when <= at)
            {
                later.Dequeue();
                await neighbourhood.WaitUntil(when);
                await planned();
            }

            await neighbourhood.WaitUntil(at);
            await (chance.Next(ShareOfWhatIsShared) == 0 ? Share() : Act());
        }
    }

    // Who is on something reads of it in the morning of its day, or of the day before a Sunday; unless that would be too much in a week.
    private async Task HearReminders(LocalDate day)
    {
        var time = Calendar.At(day, Reminders.Time);
        if (Calendar.IsQuiet(time) || Calendar.Outage.Contains(time) || time <= neighbourhood.Now)
        {
            return;
        }

        await neighbourhood.WaitUntil(time - Duration.FromMinutes(1));
        var tomorrow = day.PlusDays(1);
        var days = new[] { Calendar.Written(day), Calendar.IsQuiet(Calendar.At(tomorrow, Reminders.Time)) ? Calendar.Written(tomorrow) : null };
        var owed = Ledger.Actions.Where(action => action.IsOpen && days.Contains(action.Day)).SelectMany(action => action.On.Union(action.Learning), (action, who) => (action.Code, Who: who))
            .Where(each => Neighbourhood.IsReachable(each.Who) && Observer.Budgets.MayNudge(Village.ChatWith(each.Who), day, AtOnce)).ToList();
        var others = OthersOwed(day);
        await neighbourhood.WaitUntil(time + Duration.FromMinutes(2));
        Observer.Complaints.AddRange(others.Where(each => !each.WasTold()).Select(each => ("is not reminded", $"{day}, {each.What}")));
        Observer.Complaints.AddRange(owed.Where(each => !Observer.Reminders.WasTold(each.Who, each.Code, day)).Select(each => ("is not reminded", $"{day}, {each}: {Ledger.Find(each.Code)}")));
        Acts["reminders owed"] = Acts.GetValueOrDefault("reminders owed") + owed.Count;
    }

    // Nobody answers, and who wants to write something down does so all the same.
    private void Meanwhile(Instant at)
    {
        if (chance.Next(3) == 0)
        {
            meanwhile.Add((Pick(Neighbourhood.People), $"/action {Pick(Deeds)} {Pick(Things)}", at));
        }
    }

    private async Task Act()
    {
        var who = Pick(Neighbourhood.People);
        var where = Neighbourhood.IsReachable(who) && chance.Next(4) == 0 ? Village.ChatWith(who) : Pick(Neighbourhood.Rooms);
        var act = chance.Next(138) switch
        {
            < 15 => Add(who, where),
            < 37 => Claim(who, where),
            < 50 => OnMine(who, where),
            < 54 => On("/note {0} penser aux gants", who, where),
            < 58 => On("/reporter {0} " + Pick(Days), who, where),
            < 61 => On("/besoin {0} " + Pick(["2 personnes", "3 personnes", "1 à 4 personnes"]), who, where),
            < 62 => On("/etapes {0} mesurer, couper, coller", who, where, action => action.Steps.Count == 0),
            < 63 => Tick(who),
            < 67 => Hand(who, where),
            < 70 => Remind(who, where),
            < 75 => Say("/journal il a plu sur " + Pick(Things), who, where),
            < 88 => Look(who, where),
            < 91 => Decide(who),
            < 96 => Answer(),
            < 100 => TakeBack(who, where),
            < 103 => Plan(who),
            < 122 => Reply(who, where),
            < 124 => chance.Next(3) == 0 ? AlterOnce(who) : Alter(who),
            < 130 => LookAhead(who, where),
            _ => Imagine(who, where),
        };
        await act;
    }

    private Task Add(string who, Place where)
    {
        var when = chance.Next(6) switch { 0 or 1 or 2 => " pour " + Pick(Days), 3 => " du " + Window(), _ => "" };
        var seats = Pick(["", "", "", " 2 personnes", " 3 personnes minimum", " 2 à 4 personnes"]);
        return Say($"/action {Pick(Deeds)} {Pick(Things)}{seats}{when}", who, where);
    }

    private string Window()
    {
        var first = Calendar.Local(neighbourhood.Now).Date.PlusDays(chance.Next(1, 6));
        return string.Create(CultureInfo.InvariantCulture, $"{first:d/M} au {first.PlusDays(chance.Next(1, 5)):d/M}");
    }

    private async Task Claim(string who, Place where)
    {
        var free = Ledger.Actions.Where(action => action.IsFree).ToList();
        if (free.Count == 0)
        {
            return;
        }

        var action = Pick(free);
        if (chance.Next(3) == 0)
        {
            await Race(action);
            return;
        }

        var how = chance.Next(12) switch { 0 => " référence", 1 => " apprenti", 2 => " coup de main", _ => "" };
        Count("/claim");
        await neighbourhood.Say(who, where, $"/claim {action.Code}{how}", asHelp: how == " coup de main");
    }

    // Whoever is nearest to the button; at the last seat, two at once.
    private async Task Race(KnownAction action)
    {
        if (Observer.Screens.LastOrDefault(screen => screen.To.Conversation == Neighbourhood.Home && screen.Has("Je prends") && screen.Text.Contains($"({action.Code})", StringComparison.Ordinal)) is not { } post)
        {
            return;
        }

        var near = Neighbourhood.Reachable.Where(who => !action.On.Contains(who) && !action.Learning.Contains(who)).OrderBy(_ => chance.Next()).Take(2).ToList();
        if (action.On.Count + 1 < action.Most || action.On.Count + 1 < action.Needed)
        {
            Count("[Je prends]");
            await neighbourhood.Press(near[0], post, "Je prends");
            return;
        }

        Count("[Je prends] twice at once");
        var before = action.On.Count;
        var posts = await neighbourhood.PressTogether(near[0], near[1], post, "Je prends");
        if (posts.Any(each => each.Text.StartsWith("Passé", StringComparison.Ordinal)))
        {
            // One of them had been asked to take it over: that is no seat more.
            return;
        }

        if (Ledger.Find(action.Code) is not { } after || after.On.Count != before + 1 || !posts.Any(each => each.Text.Contains("déjà sur", StringComparison.Ordinal)))
        {
            Observer.Complaints.Add(("two at once are not one", $"{near[0]} and {near[1]} for {action}:\n{string.Join('\n', posts.Select(each => each.To + " " + each.Text))}"));
        }
    }

    // What one does with what one has.
    private async Task OnMine(string who, Place where)
    {
        var mine = Ledger.Actions.Where(action => action.IsOpen && action.On.Count > 0).ToList();
        if (mine.Count == 0)
        {
            return;
        }

        var action = Pick(mine);
        var owner = Pick([.. action.On.Order(StringComparer.Ordinal)]);
        where = where.Conversation == Neighbourhood.Home ? where : Neighbourhood.Home;
        var text = chance.Next(10) switch
        {
            < 2 => $"/en_cours {action.Code}",
            < 4 => $"/lacher {action.Code} empêchement",
            4 => $"/fait {action.Code} avec {Pick(Neighbourhood.People)}",
            _ => $"/fait {action.Code}",
        };
        await Say(text, owner, where);
    }

    private async Task On(string text, string who, Place where, Predicate<KnownAction>? which = null)
    {
        if (Ledger.Actions.Where(action => action.IsOpen && which?.Invoke(action) != false).ToList() is { Count: > 0 } open)
        {
            await Say(string.Format(CultureInfo.InvariantCulture, text, Pick(open).Code), who, where);
        }
    }

    private async Task Tick(string who)
    {
        if (Observer.Screens.LastOrDefault(screen => screen.To.Conversation == Neighbourhood.Home && screen.Text.StartsWith("Étapes de", StringComparison.Ordinal)) is { } steps)
        {
            Count("[a step]");
            await neighbourhood.Press(who, steps, Pick([.. steps.Sent.Buttons.Select(button => button.Label)]));
        }
    }

    private Task Look(string who, Place where)
    {
        var text = Pick(["/libres", "/tableau", "/mes_actions", "/jour", "/jour hier", "/decisions", "/aide"]);
        Count(text.Split(' ')[0]);
        return neighbourhood.Say(who, where, text, isAct: false);
    }

    private Task<IReadOnlyList<Post>> Say(string text, string who, Place where)
    {
        Count(text.Split(' ')[0]);
        return neighbourhood.Say(who, where, text);
    }

    private void Later(Duration wait, Func<Task> act) => later.Enqueue(act, neighbourhood.Now + wait);

    private void Count(string act) => Acts[act] = Acts.GetValueOrDefault(act) + 1;

    private T Pick<T>(IReadOnlyList<T> among) => among[chance.Next(among.Count)];
}
