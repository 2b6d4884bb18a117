using Bot.Core.Language;
using NodaTime.Text;

namespace Bot.Core.Tests.Language;

/// <summary>How long after something was done it is to be done again.</summary>
public sealed class AfterDoneTests
{
    private static readonly Reader Reader = Reader.Load();

    [Theory]
    [InlineData("30 jours après | 30 jours après l'avoir fait | trente jours après avoir fini | à refaire 30 jours après | 30 j apres | tous les 30 jours après que ce soit fait | 30 days after | 30 days after it's done | every 30 days after completion", "P30D")]
    [InlineData("3 semaines après | trois semaines après l'avoir fait | 3 semaines après la dernière fois | puis 3 semaines après être fait | 3 weeks after | three weeks after doing it | 3 weeks after the last time", "P3W")]
    [InlineData("un mois après | un mois après chaque fois | 1 mois après la fois d'avant | a month after | a month after it was done", "P1M")]
    [InlineData("quinze jours après", "P2W")]
    public void It_is_read(string texts, string period) => Assert.All(texts.Split(" | "), text =>
    {
        var found = Reader.ReadAfterDone("détartrer la cafetière " + text, "fr");
        Assert.Equal((text, PeriodPattern.Roundtrip.Parse(period).Value, "détartrer la cafetière"), (text, found!.Value, found.Rest));
    });

    [Theory]
    [InlineData("partir après 30 jours")]
    [InlineData("rappeler 2 heures après")]
    [InlineData("arroser tous les jours")]
    [InlineData("ranger 3 semaines")]
    public void It_is_not(string text) => Assert.Null(Reader.ReadAfterDone(text, "fr"));
}
