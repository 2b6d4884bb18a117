using Bot.Core.Language;

namespace Bot.Core.Tests.Language;

/// <summary>How long somebody worked, and what something costs.</summary>
public sealed class AmountTests
{
    private static readonly Reader Reader = Reader.Load();

    [Theory]
    [InlineData("2h30 | 2 h 30 | 2h30min | 2:30 | 2H30 | 2\u00a0h\u202f30 | deux heures et demie", 150)]
    [InlineData("1h | 1 heure | une heure", 60)]
    [InlineData("45min | 45 mn | 45' | 45m | trois quarts d'heure", 45)]
    [InlineData("1,5h | 1.5 h | 1h et demie | 1h1/2 | une heure et demie", 90)]
    [InlineData("2h05 | 2h5", 125)]
    [InlineData("demi-heure | 1/2h | une demi-heure | half an hour", 30)]
    [InlineData("un quart d'heure | quart d'heure", 15)]
    [InlineData("2h moins le quart", 105)]
    [InlineData("demi-journée | 1/2 j | 0,5j | une matinée", 210)]
    [InlineData("1j | une journée | 1 jour", 420)]
    [InlineData("1 jour et demi | 1,5 j", 630)]
    [InlineData("14h-16h30 | de 14h à 16h30", 150)]
    [InlineData("22h-1h", 180)]
    [InlineData("1h + 45min", 105)]
    [InlineData("une semaine", 5 * 420)]
    public void An_effort_is_read_in_minutes(string texts, int minutes) =>
        Assert.All(texts.Split(" | "), text => Assert.Equal((text, new Effort(minutes), ""), (text, Effort(text)!.Value, Effort(text)!.Rest)));

    [Theory]
    [InlineData("jardinage hier 2h30 #espaces-verts", 150, "jardinage hier #espaces-verts")]
    [InlineData("2h vaisselle @lea @sam", 120, "vaisselle @lea @sam")]
    [InlineData("3 vaisselle", 180, "vaisselle")]
    [InlineData("atelier 12 places 1h", 60, "atelier 12 places")]
    public void It_leaves_the_rest(string text, int minutes, string rest) =>
        Assert.Equal((new Effort(minutes), rest), (Effort(text)!.Value, Effort(text)!.Rest));

    [Fact]
    public void A_number_alone_is_hours_or_must_be_asked()
    {
        Assert.Equal((new Effort(480), Unsure.Otherwise), (Effort("8")!.Value, Effort("8")!.Unsure));
        Assert.Equal([new Effort(30), new Effort(1800)], Effort("30")!.Others);
        Assert.Equal((false, Unsure.Vague), (Effort("30")!.IsRead, Effort("30")!.Unsure));
    }

    [Theory]
    [InlineData("2h75")]
    [InlineData("1h90")]
    [InlineData("0")]
    public void What_is_no_effort_is_refused(string text) => Assert.Equal((false, Unsure.Impossible), (Effort(text)!.IsRead, Effort(text)!.Unsure));

    [Fact]
    public void A_day_is_as_long_as_the_coop_says() =>
        Assert.Equal(new Effort(240), Reader.ReadEffort("une demi-journée", "fr", new WorkDay(new Effort(480), new Effort(240)))!.Value);

    [Theory]
    [InlineData("1234,56 | 1 234,56 € | 1234.56 | 1\u00a0234,56\u202f€ | 1.234,56 €", 123456)]
    [InlineData("50e | 50 euros | 50 € | €50 | 50 EUR", 5000)]
    [InlineData("1,5k | 1.5 k€ | 1 500 €", 150000)]
    [InlineData("12,50 € | 12€50 | 12,5 €", 1250)]
    public void An_amount_is_read_in_cents(string texts, long cents) =>
        Assert.All(texts.Split(" | "), text => Assert.Equal((text, new Money(cents, "EUR"), ""), (text, Reader.ReadMoney(text, "fr")!.Value, Reader.ReadMoney(text, "fr")!.Rest)));

    [Fact]
    public void A_thousand_that_may_be_one_is_in_doubt()
    {
        var found = Reader.ReadMoney("1.234 €", "fr")!;
        Assert.Equal((new Money(123400, "EUR"), new Money(123, "EUR"), Unsure.Otherwise), (found.Value, found.Others.Single(), found.Unsure));
    }

    private static Found<Effort>? Effort(string text) => Reader.ReadEffort(text, "fr", WorkDay.Usual);
}
