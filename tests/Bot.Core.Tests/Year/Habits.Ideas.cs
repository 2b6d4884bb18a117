using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Tests.Deliveries;
using NodaTime;

namespace Bot.Core.Tests.Year;

/// <content>What people would like to do one day, and what becomes of it.</content>
internal sealed partial class Habits
{
    private static IReadOnlyList<string> KnownOfIdeas =>
        ["/idee", "/idees", "/idees cacher", "/idees ouvrir", "/idees regrouper", "/idees trier", "/idees clore", "/idees action", "/idees rdv", "/idees proposer", "/idees une", "peeks", "[an idea]"];

    private IReadOnlyList<KnownIdea> OnTheWall => [.. Ledger.Ideas.All.Where(idea => idea is { IsAside: false, State: "on the wall", Code.Length: > 0 })];

    // The room where a thing is made hears of it at once.
    private Task Imagine(string who, Place where) => chance.Next(20) switch
    {
        < 8 => WriteIdea(who, where),
        < 11 => Peek(who, where),
        < 12 => Tend("", "une", who),
        < 13 => OnTheWall.Count > 1 ? Tend("regrouper", $"regrouper {OnTheWall[0].Code} {OnTheWall[^1].Code} {Pick(Things)}", who) : Task.CompletedTask,
        < 15 => Aside(),
        < 16 => ChooseTogether(),
        _ => TakeUp(who),
    };

    private async Task WriteIdea(string who, Place where)
    {
        var isAside = Ledger.Ideas.IsAside;
        where = isAside && Neighbourhood.IsReachable(who) ? Village.ChatWith(who) : where;
        var word = $"q{Words(++words)}q";
        var idea = $"un projet {word}";
        Ledger.Ideas.Writes(word, idea, who, isAside && where == Village.ChatWith(who));
        var answers = await Say("/idee " + idea, who, where);
        if (answers.Select(answer => KeptAs(answer.Text)).FirstOrDefault(code => code is not null) is { } code)
        {
            Ledger.Ideas.Kept(word, code);
            return;
        }

        Ledger.Ideas.Refused(word);
        if (!isAside)
        {
            Observer.Complain(answers[0], "was refused an idea");
        }
    }

    // By whatever way one might try.
    private async Task Peek(string who, Place where)
    {
        if (Ledger.Ideas.All.Where(idea => idea is { IsAside: true, Code.Length: > 0 } && idea.Who != who).ToList() is not { Count: > 0 } aside)
        {
            Count("/idees");
            await neighbourhood.Say(who, where, "/idees", isAct: false);
            return;
        }

        var idea = Pick(aside);
        Ledger.Ideas.Peeked();
        Count("peeks");
        var text = Pick([$"/idees {idea.Code}", $"/idees {idea.Code} action", $"/histoire {idea.Code}", $"/histoire {idea.Words[..^1]}", $"/chercher {idea.Words.Split(' ')[^1][..^1]}", $"/pourquoi {idea.Code}", $"/annuler {idea.Code}", "/idees", "/idees une", $"/claim {idea.Code}"]);
        await neighbourhood.Say(who, where, text, isAct: false);
    }

    // Ada has everybody write aside for some days, and then opens.
    private async Task Aside()
    {
        if (Ledger.Ideas.IsAside)
        {
            await Tend("ouvrir", "ouvrir", "Ada");
            return;
        }

        await Tend("cacher", "cacher", "Ada");
        Later(Duration.FromHours(chance.Next(20, 120)), () => Ledger.Ideas.IsAside ? Tend("ouvrir", "ouvrir", "Ada") : Task.CompletedTask);
    }

    private async Task ChooseTogether()
    {
        if (OnTheWall.Count < 2 || chance.Next(2) == 0 || (await Tend("trier", "trier", "Ada")).FirstOrDefault(post => post.Has("Voter")) is not { } card)
        {
            return;
        }

        foreach (var who in Neighbourhood.Reachable.OrderBy(_ => chance.Next()).Take(5).ToList())
        {
            var papers = await neighbourhood.Press(who, card, "Voter");
            Count("[an idea]");
            await neighbourhood.Press(who, papers[0], Pick([.. papers[0].Sent.Buttons.Select(button => button.Label)]));
        }

        Later(Duration.FromHours(chance.Next(2, 60)), () => Tend("clore", "clore", "Ada"));
    }

    private async Task TakeUp(string who)
    {
        if (OnTheWall is not { Count: > 0 } some)
        {
            return;
        }

        var idea = Pick(some);
        switch (chance.Next(12))
        {
            case < 6:
                await Tend("action", $"{idea.Code} action", who);
                break;
            case < 11:
                Plan(await Tend("rdv", $"{idea.Code} rdv {Soon()}", who), places: null);
                break;
            default:
                await Tend("proposer", $"{idea.Code} proposer", who);
                break;
        }

        if (chance.Next(5) == 0)
        {
            await TakeBack(who, Neighbourhood.Home);
        }
    }

    private Task<IReadOnlyList<Post>> Tend(string what, string words, string who)
    {
        Count(what.Length == 0 ? "/idees une" : "/idees " + what);
        return neighbourhood.Say(who, Neighbourhood.Home, "/idees " + words);
    }

    // « Idée gardée : « … » (I7). », « Gardé à l'écart, sans nom (I7). »
    private static string? KeptAs(string text) =>
        !text.StartsWith("Idée gardée", StringComparison.Ordinal) && !text.StartsWith("Gardé à l'écart", StringComparison.Ordinal) ? null
        : text.Split("(I")[1].Split(')')[0] is var number && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? "I" + number : null;
}
