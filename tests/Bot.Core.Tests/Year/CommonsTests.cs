using Bot.Core.Chat;
using Bot.Core.Tests.Deliveries;
using NodaTime;

namespace Bot.Core.Tests.Year;

/// <summary>The observer complains of each thing that can be wrong with what people share: otherwise a quiet year would prove nothing.</summary>
public sealed class CommonsTests
{
    private const string Card = "« tri » (C1), ven. 27 nov., 14 h-16 h.\nChaque vendredi, 14 h.\n";
    private const string Place = "Noté : ta place est gardée. « tri » (C1), ven. 27 nov., 14 h-16 h (1 sur 1). Rappel la veille.";
    private const string Lacks = "Créneaux à venir :\nven. 27 nov., 14 h-16 h : tri (C1), il manque 1";
    private const string Reminder = "Rappel, on compte sur toi :\nven. 27 nov., 14 h-16 h : tri (C1)";
    private const string Turn = "« poubelles » (T1), jusqu'au mer. 25 nov. : Ada.\nEnsuite : Noé et Zoé.";
    private const string Booked = "Réservé : « remorque » (R1), ven. 27 nov., 14 h-16 h.";
    private const string Lent = "Noté : « perceuse » (R2) est chez toi jusqu'au ven. 27 nov.";
    private static readonly Place AdasChat = Village.ChatWith("Ada");
    private static readonly LocalDate Thursday = new(2026, 11, 26);
    private readonly Ledger ledger = new(Neighbourhood.People);
    private readonly Observer observer;
    private int messages;

    public CommonsTests()
    {
        observer = new Observer(ledger, Neighbourhood.People);
        Shown(9, Neighbourhood.Home, Card + "0 sur 1.", isCard: true);
        Commons.Slots.Opened(Card, 1, 1);
    }

    private Commons Commons => observer.Commons;

    [Fact]
    public void A_good_week_is_nothing_to_complain_of()
    {
        Commons.Announcements.Evening(Thursday, At(17));
        Shown(18, Neighbourhood.Home, Lacks);
        Answered(Place, "Ada");
        Shown(19, Neighbourhood.Home, Card + "1 sur 1 : Ada.", isCard: true);
        Shown(20, AdasChat, Reminder);
        observer.Check(At(24 + 15));
        Shown(24 + 16, AdasChat, "« tri » (C1), c'est fait. Combien de temps ?");
        Assert.Empty(observer.Complaints);
        Assert.Empty(Commons.Complaints);
        Assert.Equal((1, 1, 1), Commons.Announcements.Counts);
    }

    [Fact]
    public void Nobody_was_called_for()
    {
        Commons.Announcements.Evening(Thursday, At(17));
        observer.Check(At(24 + 13));
        Assert.Empty(observer.Complaints);
        observer.Check(At(24 + 14));
        Complains("nobody was called for");
    }

    [Theory]
    [InlineData("Créneaux à venir :\nven. 27 nov., 14 h-16 h : tri (C1), il manque 2", "is told another number that is missing")]
    [InlineData("Créneaux à venir :\nsam. 28 nov., 14 h-16 h : tri (C1), il manque 1", "is told of a slot that does not take place then")]
    [InlineData("Créneaux à venir :\nven. 27 nov., 14 h-16 h : tri (C2), il manque 1", "reads of a slot nobody knows")]
    [InlineData(Reminder, "is counted on without a place")]
    public void What_is_said_of_a_slot(string text, string why)
    {
        Shown(18, text == Reminder ? AdasChat : Neighbourhood.Home, text);
        Complains(why);
    }

    [Fact]
    public void A_slot_again_and_too_late()
    {
        Answered(Place, "Ada");
        Shown(18, AdasChat, Reminder);
        Shown(19, AdasChat, Reminder.Replace("tri (C1)", "tri (C1), avec Noé", StringComparison.Ordinal));
        Complains("is told of a slot again and again");
        Shown(24 + 15, AdasChat, Reminder);
        Complains("is told of a slot that has begun");
        Shown(24 + 17, AdasChat, "« tri » (C1), c'est fait. Combien de temps ?");
        Shown(24 + 18, AdasChat, "« tri » (C1), c'est fait. Combien de temps ? !");
        Complains("is asked for hours again, or of what they did not do");
    }

    [Fact]
    public void Places()
    {
        Answered("Complet : « tri » (C1), ven. 27 nov., 14 h-16 h (Noé). Merci !", "Zoé");
        Says("is sent away although there is a place");
        Answered(Place, "Ada");
        Shown(12, Neighbourhood.Home, Card + "1 sur 1 : Noé.", isCard: true);
        Says("card of a slot says otherwise");
        Answered("Noté : une place est gardée pour Noé. « tri » (C1), ven. 27 nov., 14 h-16 h (2 sur 1).", "Noé");
        Says("more people than places at a slot");
        Shown(13, Neighbourhood.Home, "Noté : Ada ne viendra pas à « tri » (C1), ven. 27 nov., 14 h-16 h. Il manque 1 personne.");
        Says("a place is given up and not offered");
    }

    [Fact]
    public void What_happens_to_a_place()
    {
        Answered(Place, "Ada");
        Answered("Cherche quelqu'un : « tri » (C1), ven. 27 nov., 14 h-16 h, à la place d'Ada. Jusque-là, la place reste à Ada.", "Ada");
        Assert.Contains((Thursday.PlusDays(1), "Ada"), Slot.Seeking);
        Answered("Noté : une place est gardée pour Noé, à la place d'Ada. « tri » (C1), ven. 27 nov., 14 h-16 h (1 sur 1).", "Noé");
        Assert.Equal(["Noé"], Slot.Crew(Thursday.PlusDays(1)));
        Answered("Annulé : plus de place de Noé à « tri » (C1), ven. 27 nov., 14 h-16 h.\nAda a une place à « tri » (C1), ven. 27 nov., 14 h-16 h, et cherche quelqu'un.", "Noé");
        Assert.Equal(["Ada"], Slot.Crew(Thursday.PlusDays(1)));
        Shown(10, Neighbourhood.Home, "« tri » (C1), sam. 28 nov., 14 h-16 h.\nChaque vendredi, 14 h, sauf le ven. 27 nov., et aussi le sam. 28 nov.\n1 sur 1 : Ada.", isCard: true);
        Answered("Reporté : « tri » (C1), sam. 28 nov., 14 h-16 h (avant : ven. 27 nov., 14 h-16 h).", "Zoé");
        Assert.Equal(["Ada"], Slot.Crew(Thursday.PlusDays(2)));
        Assert.False(Slot.ComesOn(Thursday.PlusDays(1)));
        Answered("Annulé : « tri » (C1), sam. 28 nov., 14 h-16 h. Avis à Ada.", "Zoé");
        Assert.Empty(Slot.Crew(Thursday.PlusDays(2)));
    }

    [Theory]
    [InlineData("Tu as « tri » à la même heure (ven. 27 nov., 14 h-16 h).", null)]
    [InlineData("Tu as « chorale » à la même heure (ven. 27 nov., 15 h).", null)]
    [InlineData("Tu as « jeux » à la même heure (ven. 27 nov., 15 h).", "is in two places and does not know")]
    public void Two_places_at_once(string text, string? why)
    {
        Answered(Place, "Ada");
        ledger.Events.Planned("« chorale » (E1), ven. 27 nov., 15 h.", null, At(8));
        Shown(11, AdasChat, text);
        ledger.Events.Read("Noté, Ada. 1 oui.\n« chorale » (E1), ven. 27 nov., 15 h.", At(11));
        observer.Check(At(11));
        Assert.Empty(observer.Complaints);
        observer.Check(At(24 + 15));
        Complains(why);
    }

    [Fact]
    public void Turns_in_order()
    {
        Shown(9, Neighbourhood.Home, Turn, isCard: true);
        Shown(9, Neighbourhood.Home, "« poubelles » (T1), jusqu'au mer. 2 déc. : Noé.\nEnsuite : Ada et Zoé.", isCard: true);
        Assert.Empty(Commons.Complaints);
        Shown(9 + (24 * 7), Neighbourhood.Home, "« poubelles » (T1), jusqu'au mer. 9 déc. : Ada.\nEnsuite : Zoé et Noé.", isCard: true);
        Says("has a turn before it is theirs");
    }

    [Fact]
    public void A_turn_on_another_day_and_anothers_turn()
    {
        Shown(9, Neighbourhood.Home, Turn, isCard: true);
        Shown(10, AdasChat, "C'est ton tour : « poubelles » (T1), jusqu'au mer. 25 nov.");
        Assert.Empty(observer.Complaints);
        Shown(11, Village.ChatWith("Noé"), "C'est ton tour : « poubelles » (T1), jusqu'au mer. 25 nov.");
        Complains("is told of a turn that is not theirs");
        Shown(24 + 9, Neighbourhood.Home, "« poubelles » (T1), jusqu'au mer. 2 déc. : Noé.\nEnsuite : Zoé et Ada.", isCard: true);
        Says("a turn changes on another day");
    }

    [Theory]
    [InlineData("Réservé : « remorque » (R3), ven. 27 nov., 16 h-17 h.", null)]
    [InlineData("Réservé : « remorque » (R3), ven. 27 nov., 15 h-17 h.", "is booked twice")]
    [InlineData("Refait : Noé a « remorque » (R3), ven. 27 nov., 15 h-17 h.", "is booked twice")]
    [InlineData("Déjà pris : « remorque » (R1), ven. 27 nov., 14 h-16 h, Ada.", null)]
    [InlineData("Déjà pris : « remorque » (R1), ven. 27 nov., 14 h-16 h, Zoé.", "is refused what nobody has")]
    public void Bookings(string text, string? why)
    {
        Answered(Booked, "Ada");
        Answered(text, "Noé");
        Says(why);
    }

    [Fact]
    public void What_is_to_come_back()
    {
        const string Expected = "Attendu : « perceuse » (R2) est chez toi jusqu'au ven. 27 nov. Pour garder plus longtemps : /reporter R2 lundi";
        Answered(Lent, "Ada");
        Shown(9, AdasChat, Expected, days: -3);
        Complains("is expected to bring something back too early");
        Shown(24 + 9, AdasChat, Expected);
        Assert.Empty(observer.Complaints);
        Shown((24 * 4) + 9, AdasChat, Expected);
        Complains("is expected to bring something back again and again");
        Answered("Rendu : « perceuse » (R2). Merci Ada !", "Ada");
        Shown((24 * 5) + 9, AdasChat, Expected);
        Complains("is expected to bring back what they have not");
    }

    [Fact]
    public void Circles()
    {
        Answered("Créé : le cercle #jardin, avec Ada et Noé. Pour y classer une chose : #jardin dans son titre.", "Ada");
        Answered("Noté : #jardin, Ada, Noé et Zoé.", "Zoé");
        Says(null);
        Answered("Noté : #jardin, Ada.", "Zoé");
        Says("comes or goes and did nothing");
        ledger.Read("Noté : « semer #jardin » (A1). Personne dessus.", "Ada");
        Commons.Circles.Look("#jardin : Ada.\nA1 semer #jardin");
        Assert.Single(Commons.Complaints);
        Commons.Circles.Look("#jardin : Ada. Rien en cours.");
        Says("is filed elsewhere than was said");
    }

    private KnownSlot Slot => Commons.Slots.Find("C1")!;

    private static Instant At(int hours) => Calendar.At(Thursday, LocalTime.Midnight) + Duration.FromHours(hours);

    private void Answered(string text, string who) => Commons.Read([text], who, At(8));

    // So many hours after Wednesday's midnight.
    private void Shown(int hours, Place to, string text, bool isCard = false, int days = 0)
    {
        var sent = new Outgoing(Outgoing.IdOf("c", messages, 0), to, text) { Kind = OutgoingKind.Answer, IsCard = isCard };
        observer.See(At(hours) + Duration.FromDays(days), new Sending(sent, Edits: null), $"p{++messages}");
        observer.Silence();
        observer.Complaints.RemoveAll(complaint => complaint.Why.StartsWith("is disturbed", StringComparison.Ordinal));
    }

    private void Complains(string? why)
    {
        Assert.Equal(why, observer.Complaints.Select(complaint => complaint.Why).LastOrDefault());
        observer.Complaints.Clear();
    }

    private void Says(string? why) => Assert.Equal(why, Commons.Complaints.Select(complaint => complaint.Why).LastOrDefault());
}
