using Bot.Core.Tests.Deliveries;
using NodaTime;

namespace Bot.Core.Tests.Year;

/// <content>What comes back: somebody looks after it, who does nothing else and has no chat with the bot.</content>
internal sealed partial class Habits
{
    /// <summary>How one says that something was done the day before.</summary>
    public const string Yesterday = " hier";

    private const string Keeper = "Rita";

    // Long enough that no list of the year's other actions hides it.
    private const int MostPages = 40;

    private static readonly LocalTime EachMorning = new(6, 30);

    private static readonly (string Words, KnownRhythm How)[] ComesBack =
    [
        ("sortir les bacs tous les mardis", new("", "") { Weekday = IsoDayOfWeek.Tuesday }),
        ("relever le courrier tous les samedis", new("", "") { Weekday = IsoDayOfWeek.Saturday }),
        ("détartrer la cafetière 9 jours après", new("", "") { After = 9 }),
        ("graisser les gonds trois semaines après l'avoir fait", new("", "") { After = 21 }),
        ("relire la charte, chacun la sienne, tous les vendredis", new("", "") { Weekday = IsoDayOfWeek.Friday, Theirs = [] }),
    ];

    private Rhythms Rhythms => Ledger.Rhythms;

    /// <summary>What comes back is written down.</summary>
    private async Task BeginAgain()
    {
        foreach (var (words, how) in ComesBack)
        {
            Rhythms.Added((await neighbourhood.Say(Keeper, Neighbourhood.Home, "/action " + words)).First(post => !post.IsEdit).Text, how, neighbourhood.Today);
        }
    }

    // Some mornings, before the others are up.
    private async Task KeepUp(LocalDate day)
    {
        var time = Calendar.At(day, EachMorning);
        if (chance.Next(3) != 0 || time <= neighbourhood.Now || Calendar.Outage.Contains(time))
        {
            return;
        }

        await neighbourhood.WaitUntil(time);
        await LookAround();
        foreach (var code in Rhythms.All.Select(each => each.Code).ToList())
        {
            if (Rhythms.Find(code, neighbourhood.Today) is { IsOff: false } rhythm)
            {
                await (rhythm.Theirs is not null ? DoTheirs(rhythm) : Keep(rhythm));
            }
        }
    }

    private async Task Keep(KnownRhythm rhythm)
    {
        var isOnTime = !rhythm.IsResting && (rhythm.Day is null || rhythm.Day <= neighbourhood.Today);
        switch (chance.Next(8))
        {
            case < 4 when isOnTime:
                await Tell($"/fait {rhythm.Code}");
                break;
            case 4 when isOnTime:
                await Tell($"/fait {rhythm.Code}{Yesterday}");
                break;
            case 5 when chance.Next(20) == 0 && Rhythms.All.Count(each => !each.IsOff) > 2:
                await Tell($"/annuler {rhythm.Code} toutes");
                break;
            case 6 when rhythm.IsResting:
                await neighbourhood.Say(Keeper, Neighbourhood.Home, $"/claim {rhythm.Code}");
                break;
        }
    }

    private async Task DoTheirs(KnownRhythm rhythm)
    {
        foreach (var who in Neighbourhood.Reachable.OrderBy(_ => chance.Next()).Take(3).ToList())
        {
            await neighbourhood.Say(who, Village.ChatWith(who), $"/fait {rhythm.Code}");
            Count("[one's own part]");
        }
    }

    private Task Tell(string text)
    {
        Count(text.Split(' ')[0] + " of what comes back");
        return neighbourhood.Say(Keeper, Neighbourhood.Home, text);
    }

    // All that is free, page by page.
    private async Task LookAround()
    {
        List<string> lines = [];
        for (var page = 1; page <= MostPages; page++)
        {
            var list = (await neighbourhood.Say(Keeper, Neighbourhood.Home, $"/libres {page}", isAct: false)).First(post => !post.IsEdit);
            lines.AddRange(list.Lines);
            if (!list.Lines.Any(line => line.StartsWith("Et ", StringComparison.Ordinal)))
            {
                break;
            }
        }

        Rhythms.SeeAll(lines.Distinct(StringComparer.Ordinal), neighbourhood.Today);
    }
}
