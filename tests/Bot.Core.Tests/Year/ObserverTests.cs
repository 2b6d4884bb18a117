using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Tests.Deliveries;
using NodaTime;

namespace Bot.Core.Tests.Year;

/// <summary>The observer of the simulated year complains of each thing it is there for: otherwise a quiet year would prove nothing.</summary>
public sealed class ObserverTests
{
    private const string Free = "Noté : « tondre » (A1), pour jeu. 26 nov. Personne dessus.";
    private const string Taken = "Pris : « tondre » (A1), Ada. Pour jeu. 26 nov.";
    private const string Reminder = "Rappel, 1 action pour toi :\nA1 tondre, jeu. 26 nov.";
    private const string Call = "1 action attend toujours quelqu'un :\nA1 tondre, pour jeu. 26 nov.";
    private const string Evening = "Rappel, tu as dit oui :\nven. 27 nov., 18 h : chorale (E1)";
    private static readonly Place AdasChat = Village.ChatWith("Ada");
    private static readonly LocalDate Thursday = new(2026, 11, 26);
    private readonly Ledger ledger = new(Neighbourhood.People);
    private readonly Observer observer;
    private int messages;

    public ObserverTests() => observer = new Observer(ledger, Neighbourhood.People);

    [Fact]
    public void A_good_day_is_nothing_to_complain_of()
    {
        Answered(Free, "Ada");
        Answered(Taken, "Ada");
        Planned();
        Shown(Thursday, 9, AdasChat, Reminder);
        Shown(Thursday, 18, AdasChat, Evening);
        Shown(Thursday, 18, Neighbourhood.Home, "À venir :\nven. 27 nov., 18 h : chorale (E1, 1 oui)");
        Assert.Empty(observer.Complaints);
        Assert.True(observer.Reminders.WasTold("Ada", "A1", Thursday));
        Assert.False(observer.Reminders.WasTold("Noé", "A1", Thursday));
    }

    [Theory]
    [InlineData(7, "is disturbed in quiet hours")]
    [InlineData(21, "is disturbed in quiet hours")]
    [InlineData(12, null)]
    public void Quiet_hours(int hour, string? why)
    {
        Shown(Thursday, hour, Neighbourhood.Home, "Pris : « pain » (A7), Ada.");
        Complains(why);
    }

    [Fact]
    public void A_sunday()
    {
        Shown(Thursday.PlusDays(3), 12, AdasChat, "Ada, bonjour.");
        Complains("is disturbed in quiet hours");
    }

    [Theory]
    [InlineData(3, null)]
    [InlineData(4, "is disturbed too often that day")]
    public void Posts_in_a_room(int count, string? why)
    {
        Enumerable.Range(10, count).ToList().ForEach(hour => Shown(Thursday, hour, Neighbourhood.Home, $"Nouvelle de {hour} h"));
        Complains(why);
    }

    [Theory]
    [InlineData(5, null)]
    [InlineData(6, "is reminded too often that week")]
    public void Nudges_of_a_person(int count, string? why)
    {
        Enumerable.Range(0, count).ToList().ForEach(day => Shown(Thursday.PlusDays(-3 + day), 10 + day, AdasChat, $"Rappel, {day} actions pour toi :"));
        Assert.Equal(count < 5, observer.Budgets.MayNudge(AdasChat, Thursday));
        Complains(why);
    }

    [Fact]
    public void The_digest_again()
    {
        Shown(Thursday, 9, Neighbourhood.Home, "Cette semaine :\nA1 tondre");
        Shown(Thursday, 10, Neighbourhood.Home, "Cette semaine :\nA2 peindre");
        Complains("reads the week's digest again");
    }

    [Fact]
    public void The_same_again()
    {
        Shown(Thursday, 9, AdasChat, "Rappel, 0 action pour toi :");
        Shown(Thursday, 11, AdasChat, "Rappel, 0 action pour toi :");
        Complains("is reminded again");
        Said(Thursday, 12, AdasChat, "Ada, bonjour.");
        Said(Thursday, 12, AdasChat, "Ada, bonjour.");
        observer.Silence();
        Complains("is said twice");
    }

    [Fact]
    public void Too_long_or_broken()
    {
        Shown(Thursday, 9, Neighbourhood.Home, string.Join('\n', Enumerable.Range(1, 19)));
        Complains("is too long for a phone");
        Shown(Thursday, 10, Neighbourhood.Home, "Désolé, quelque chose a cassé de mon côté (12ab).");
        Complains("is told of a bug");
    }

    [Theory]
    [InlineData(9, 9, "with-Ada", null)]
    [InlineData(9, 10, "with-Ada", "is not told as promised")]
    [InlineData(9, 9, "with-Noé", "is not told as promised")]
    public void A_promise(int promised, int told, string where, string? why)
    {
        observer.Expect("le pain", "Ada", Calendar.At(Thursday, new LocalTime(promised, 0)));
        Shown(Thursday, told, AdasChat with { Id = where }, "Rappel : le pain");
        Complains(why);
        Assert.NotNull(observer.Promises.Single().ToldAt);
    }

    [Theory]
    [InlineData("Fait : « tondre » (A1). Merci Ada !", Reminder, "is reminded of what is over")]
    [InlineData("Ok, « tondre » (A1) est à nouveau libre.", Reminder, "is reminded of what others do")]
    [InlineData("Reporté : « tondre » (A1), ven. 27 nov. (avant : jeu. 26 nov.).", Reminder, "is told another day")]
    [InlineData("Ok, « tondre » (A1) est à nouveau libre.", "Rappel :\nA1 tondre, jeu. 26 nov. (Ada)", null)]
    [InlineData(Taken, Call, "is asked for what is taken")]
    [InlineData(Taken, "Rappel, 1 action pour toi :\nA2 peindre, jeu. 26 nov.", "reads of nothing known")]
    public void A_reminder_that_is_overtaken(string last, string told, string? why)
    {
        Answered(Free, "Ada");
        Answered(Taken, "Ada");
        Answered(last, "Ada");
        Shown(Thursday, 9, told.StartsWith("Rappel, ", StringComparison.Ordinal) ? AdasChat : Neighbourhood.Home, told);
        Complains(why);
    }

    [Fact]
    public void Reminders_again_and_again()
    {
        Answered(Free, "Ada");
        Answered(Taken, "Ada");
        Enumerable.Range(0, 4).ToList().ForEach(day => Shown(Thursday.PlusDays(day % 3), 9 + day, AdasChat, Reminder));
        Complains("is reminded again and again");
        Enumerable.Range(0, 2).ToList().ForEach(hour => Shown(Thursday, 15 + hour, AdasChat, Reminder));
        Complains("is reminded again that day");
    }

    [Theory]
    [InlineData("Annulé : « chorale » (E1), ven. 27 nov., 18 h.", Evening, "is told of what is called off")]
    [InlineData("Noté, Ada ne vient pas.\n« chorale » (E1), ven. 27 nov., 18 h.", Evening, "is told of an event although they do not come")]
    [InlineData("Reporté : « chorale » (E1), sam. 28 nov., 18 h.", Evening, "is told another time of an event")]
    [InlineData(null, "Rappel, tu as dit oui :\njeu. 26 nov., 17 h : chorale (E1)", "is told of what has begun")]
    [InlineData(null, "Rappel, tu as dit oui :\nven. 27 nov., 18 h : chorale (E2)", "reads of an event nobody knows")]
    public void An_event_that_is_overtaken(string? last, string told, string why)
    {
        Planned();
        Answered(last ?? "", "Ada");
        Shown(Thursday, 18, AdasChat, told);
        Complains(why);
    }

    [Fact]
    public void An_event_again()
    {
        Planned();
        Shown(Thursday, 18, AdasChat, Evening);
        Shown(Thursday, 19, AdasChat, Evening);
        Complains("is told of an event again");
    }

    [Fact]
    public void Seats_and_places()
    {
        Answered(Free, "Ada");
        Answered("Pris : « tondre » (A1), Ada et Noé.", "Noé");
        Assert.NotEmpty(ledger.Overfull);
        Planned();
        Answered("Noté, Noé. 2 oui.\n« chorale » (E1), ven. 27 nov., 18 h.", "Noé");
        Assert.Equal("more people than places", ledger.Events.Complaints.Single().Why);
    }

    [Fact]
    public void Whose_turn_a_place_is()
    {
        Planned();
        ledger.Events.Waits("Complet : « chorale » (E1). Liste d'attente, n° 1.", "Noé");
        observer.Hear([]);
        Assert.Empty(ledger.Events.Owed);
        Answered("Noté, Ada ne vient pas.\n« chorale » (E1), ven. 27 nov., 18 h.", "Ada");
        Assert.Equal(("Noé", "E1"), ledger.Events.Owed.Single());
        Shown(Thursday, 12, Village.ChatWith("Zoé"), "Zoé, une place se libère pour toi : « chorale » (E1)");
        Assert.Equal("has a place out of turn", ledger.Events.Complaints.Single().Why);
        Answered("Noté, Noé ne vient pas.\n« chorale » (E1), ven. 27 nov., 18 h.", "Noé");
        ledger.Events.Waits("Complet : « chorale » (E1). Liste d'attente, n° 1.", "Yves");
        Assert.Contains(ledger.Events.Complaints, complaint => complaint.Why == "waits although there is a place");
    }

    [Theory]
    [InlineData("Noté : « trier » (A3), pour mar. 24 nov. Personne dessus. Revient chaque mardi (pour arrêter : /annuler A3).", null)]
    [InlineData("Noté : « trier » (A3), pour mer. 25 nov. Personne dessus. Revient chaque mercredi (pour arrêter : /annuler A3).", "comes back otherwise than was asked")]
    [InlineData("Noté : « trier » (A3), pour mar. 24 nov. Personne dessus.", "comes back otherwise than was asked")]
    public void What_comes_back_is_noted(string text, string? why)
    {
        ledger.Rhythms.Added(text, new KnownRhythm("", "") { Weekday = IsoDayOfWeek.Tuesday }, Thursday.PlusDays(-5));
        Assert.Equal(why, ledger.Rhythms.Complaints.Select(complaint => complaint.Why).LastOrDefault());
    }

    [Theory]
    [InlineData("Fait : « trier » (A3). Merci Ada ! Prochaine fois : mar. 1er déc.", 0, "A3 trier, mar. 1er déc.", 3, null)]
    [InlineData("Fait : « trier » (A3). Merci Ada ! Prochaine fois : mar. 1er déc.", 0, "A3 trier, mar. 1er déc.", 2, "is there on another day than was told")]
    [InlineData("Fait : « trier » (A3). Merci Ada ! Prochaine fois : mar. 8 déc.", 0, null, 2, "comes back on another day")]
    [InlineData("Fait : « trier » (A3). Merci Ada ! Prochaine fois : mar. 1er déc.", 5, null, 2, "comes back on another day")]
    [InlineData("Fait : « trier » (A3). Merci Ada ! Prochaine fois : mar. 1er déc.", 0, "", 4, "is not back")]
    [InlineData("Fait : « trier » (A3). Merci Ada ! Prochaine fois : mar. 1er déc.", 0, "A3 trier, mar. 1er déc.\nA9 trier, mar. 1er déc.", 4, "is there twice")]
    [InlineData("Annulé : « trier » (A3).", 0, "A3 trier, mar. 1er déc.", 4, "comes back although it was called off")]
    public void What_comes_back_keeps_its_day(string last, int doneLater, string? seen, int daysLater, string? why)
    {
        ledger.Rhythms.Added("Noté : « trier » (A3), pour mar. 24 nov. Personne dessus. Revient chaque mardi.", new KnownRhythm("", "") { Weekday = IsoDayOfWeek.Tuesday }, Thursday.PlusDays(-5));
        ledger.Rhythms.Read(last, "Ada", Thursday.PlusDays(doneLater), Thursday);
        if (seen is not null)
        {
            ledger.Rhythms.SeeAll(seen.Split('\n'), Thursday.PlusDays(daysLater));
        }

        Assert.Equal(why, ledger.Rhythms.Complaints.Select(complaint => complaint.Why).LastOrDefault());
    }

    [Fact]
    public void Everybodys_own_counts_once()
    {
        ledger.Rhythms.Added("Noté : « relire » (A5), pour ven. 27 nov. Chaque personne fait la sienne. Revient chaque vendredi.", new KnownRhythm("", "") { Weekday = IsoDayOfWeek.Friday, Theirs = [] }, Thursday.PlusDays(-5));
        ledger.Rhythms.Read("Fait : « relire » (A5). Merci Ada ! Ça fait 1 sur 3.", "Ada", Thursday, Thursday);
        ledger.Rhythms.See("A5 relire, ven. 27 nov. (1 sur 3)", "Noé", Thursday);
        Assert.Empty(ledger.Rhythms.Complaints);
        ledger.Rhythms.See("A5 relire, ven. 27 nov. (1 sur 3)", "Ada", Thursday);
        Assert.Equal("is reminded of what they have done", ledger.Rhythms.Complaints.Single().Why);
        ledger.Rhythms.Read("Fait : « relire » (A5). Merci Ada ! Ça fait 2 sur 3.", "Ada", Thursday, Thursday);
        Assert.Equal("counts another number than did theirs", ledger.Rhythms.Complaints[^1].Why);
    }

    [Fact]
    public void An_idea_that_is_aside()
    {
        Answered("Noté : les idées s'écrivent à l'écart, en privé avec moi.");
        ledger.Ideas.Writes("qabq", "un projet qabq", "Ada", isAside: true);
        ledger.Ideas.Kept("qabq", "I1");
        Answered("« un projet qabq » (I1). Un post-it sans nom, encore à l'écart.", AdasChat);
        Complains(null);
        Answered("« un projet qabq » (I1). Un post-it sans nom, encore à l'écart.", Village.ChatWith("Noé"));
        Complains("reads what is aside");
        Answered("1 idée :\nI1 un projet qabq");
        Complains("reads what is aside");
        Answered("Ouvert : 1 idée.\nI1 un projet qabq");
        Answered("1 idée :\nI1 un projet qabq");
        Complains(null);
        Answered("Annulé : les idées s'écrivent à l'écart.\nce qui a été écrit à l'écart attend d'être ouvert.");
        Answered("1 idée :\nI1 un projet qabq");
        Complains("reads what is aside");
    }

    [Theory]
    [InlineData("Fait : « un projet qabq » (I1) devient une action.", "Noté : « un projet qabq » (A1). Personne dessus.", "", null)]
    [InlineData("Fait : « un projet qabq » (I1) devient une action.", "Noté : « un projet qabq » (A1). Personne dessus.", "« un projet qabq » (E1), sam. 28 nov.", "an idea is kept otherwise than was said")]
    [InlineData("Annulé : « un projet qabq » (I1) n'existe plus.", "", "", "an idea is kept otherwise than was said")]
    public async Task What_an_idea_became(string first, string second, string third, string? why)
    {
        var village = new Village(new Slate());
        await village.Hear("Ada", Neighbourhood.Home, "/idee un projet qabq");
        await village.Hear("Ada", Neighbourhood.Home, "/idees I1 action");
        ledger.Ideas.Writes("qabq", "un projet qabq", "Ada", isAside: false);
        ledger.Ideas.Kept("qabq", "I1");
        new[] { first, second, third }.Where(text => text.Length > 0).ToList().ForEach(text => Answered(text));
        var coop = Coop.From("", village.Store.Load(village.Store.CoopOf(Neighbourhood.Home)!));
        Assert.Equal(why, ledger.Ideas.Compare(coop).Select(complaint => complaint.Why).FirstOrDefault());
        await village.Hear("Ada", Neighbourhood.Home, "/idee un projet qacq");
        coop = Coop.From("", village.Store.Load(village.Store.CoopOf(Neighbourhood.Home)!));
        Assert.Contains(ledger.Ideas.Compare(coop), complaint => complaint.Why == "nobody was told of an idea");
        await village.DisposeAsync();
    }

    // Somebody asked, and is answered.
    private void Answered(string text, Place? to = null)
    {
        observer.See(Calendar.At(Thursday, new LocalTime(12, 0)), new Sending(new Outgoing(Outgoing.IdOf("c", messages, 0), to ?? Neighbourhood.Home, text), Edits: null), $"p{++messages}");
        observer.Watch([new Said("asked", to ?? Neighbourhood.Home, new Speaker(new Account("test", "Ada"), "Ada"), Calendar.At(Thursday, new LocalTime(12, 0)), "1", "…")]);
    }

    // One place, and it is Ada's.
    private void Planned()
    {
        ledger.Events.Planned("« chorale » (E1), ven. 27 nov., 18 h.", 1, Calendar.At(Thursday, new LocalTime(8, 0)));
        Answered("Noté, Ada. 1 oui.\n« chorale » (E1), ven. 27 nov., 18 h.", "Ada");
    }

    private void Answered(string text, string who)
    {
        ledger.Read(text, who);
        ledger.Events.Read(text, Calendar.At(Thursday, new LocalTime(8, 0)));
    }

    private void Said(LocalDate day, int hour, Place to, string text) =>
        observer.See(Calendar.At(day, new LocalTime(hour, 0)), new Sending(new Outgoing(Outgoing.IdOf("c", messages, 0), to, text) { Kind = OutgoingKind.News }, Edits: null), $"p{++messages}");

    private void Shown(LocalDate day, int hour, Place to, string text)
    {
        Said(day, hour, to, text);
        observer.Silence();
    }

    private void Complains(string? why)
    {
        Assert.Equal(why, observer.Complaints.Select(complaint => complaint.Why).LastOrDefault());
        observer.Complaints.Clear();
    }
}
