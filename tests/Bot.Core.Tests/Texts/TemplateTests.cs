using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Tests.Texts;

public class TemplateTests
{
    private static readonly LocalDate Friday = new(2026, 11, 27);

    public static TheoryData<string, LocalDate?, string> Claims => new()
    {
        { "Pris.", null, "Pris." },
        { "Pris : « {Title} » ({Action}), {Who}.", null, "Pris : « jardinage » (A12), Lina." },
        { "{Who}.{Due? Pour {Due}}", null, "Lina." },
        { "{Who}.{Due? Pour {Due}}", Friday, "Lina. Pour ven. 27 nov." },
        { "{Due?{Who? {Who} le {Due}}|}", Friday, " Lina le ven. 27 nov.|" },
        { "{!Due?Sans date}{Due?Pour {Due}}", null, "Sans date" },
        { "{!Due?Sans date}{Due?Pour {Due}}", Friday, "Pour ven. 27 nov." },
        { "{Due}", null, "" },
        { "{capital:Due} : {Who}", Friday, "Ven. 27 nov. : Lina" },
        { "{capital:Due}", null, "" },
        { "Pour {Due}. Merci.", Friday, "Pour ven. 27 nov. Merci." },
        { "{Due?Pour {Due}.} Merci.", Friday, "Pour ven. 27 nov. Merci." },
        { "{Due?Pour {Due}}.", Friday, "Pour ven. 27 nov." },
        { "{Due}...", Friday, "ven. 27 nov...." },
        { "\\{Title\\} \\\\ {Title}", null, "{Title} \\ jardinage" },
        { "{Who}\\n{Title}", null, "Lina\njardinage" },
    };

    [Theory]
    [MemberData(nameof(Claims))]
    public void A_sentence_is_written_so(string template, LocalDate? due, string written) =>
        Assert.Equal(written, Said.InFrench(template, new Claimed(new Ref('A', 12), "jardinage", "Lina", due)));

    [Theory]
    [InlineData("{Title}")]
    [InlineData("{Due? x}")]
    [InlineData("**gras** \\n \\{ [bouton] #un")]
    [InlineData("pain ? : « oui » !")]
    [InlineData("100 %  deux  espaces")]
    public void What_members_write_comes_out_as_they_wrote_it(string title) =>
        Assert.Equal($"({title})", Said.Book("fr: Claimed = ({Title})").Write(new Claimed(default, title, ""), Said.French));

    [Theory]
    [InlineData(false, null, "Fini.")]
    [InlineData(true, null, "Fini. Plus tard que prévu.")]
    [InlineData(true, "", "Fini. Plus tard que prévu.")]
    [InlineData(true, "pluie", "Fini. Plus tard que prévu (pluie).")]
    [InlineData(false, "pluie", "Fini.")]
    public void A_part_may_ask_yes_or_no_and_hold_another(bool late, string? reason, string written) =>
        Assert.Equal(written, Said.InFrench("Fini.{Late? Plus tard que prévu{Reason? ({Reason})}.}", new Ended(late, reason)));

    [Theory]
    [InlineData("", "Titres : aucun")]
    [InlineData("pain", "Titres : pain")]
    [InlineData("pain,vin", "Titres : pain et vin")]
    [InlineData("pain,vin,sel", "Titres : pain, vin et sel")]
    [InlineData("pain,vin,sel,miel", "Titres : pain, vin, sel et miel")]
    public void A_list_is_written_so(string titles, string written) => Assert.Equal(
        written,
        Said.InFrench("Titres : {Titles}{!Titles?aucun}", new Open(0, titles.Split(',', StringSplitOptions.RemoveEmptyEntries))));

    [Fact]
    public void No_list_is_an_empty_list() => Assert.Equal("aucun", Said.InFrench("{Titles}{!Titles?aucun}", new Open(0)));

    [Fact]
    public void Another_language_has_other_lists() => Assert.Equal(
        "bread, wine and salt",
        Said.Book("en: Open = {Titles}").Write(new Open(3, ["bread", "wine", "salt"]), Said.English));

    [Fact]
    public void What_is_said_may_hold_other_things_said()
    {
        var book = Said.Book("fr: Digest = {First}\\n{Lines}", "fr: Open = {Count} libres", "fr: Ended = {Reason}");
        Assert.Equal("2 libres\npluie\nneige", book.Write(new Digest(new Open(2), [new Ended(true, "pluie"), new Ended(true, "neige")]), Said.French));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{Title")]
    [InlineData("Title}")]
    [InlineData("{}")]
    [InlineData("{ Title}")]
    [InlineData("{Title }")]
    [InlineData("{Title? x")]
    [InlineData("{Due? {Title}")]
    [InlineData("{!Title}")]
    [InlineData("{!de:Title}")]
    [InlineData("{de:}")]
    [InlineData("{de:Title? x}")]
    [InlineData("x\\")]
    [InlineData("\\x")]
    [InlineData("{du:Title}")]
    public void A_malformed_template_is_named(string template)
    {
        var wrong = Assert.Throws<FormatException>(() => Said.Book("fr: Fine = x", $"fr: Claimed = {template}"));
        Assert.StartsWith("fr/test.properties, line 2: ", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_cannot_be_written_is_a_bug_that_is_named()
    {
        var wrong = Assert.Throws<InvalidOperationException>(() => Said.InFrench("{Day}", new Odd(DayOfWeek.Monday)));
        Assert.Equal("Odd.Day is a DayOfWeek, which no text can write.", wrong.Message);
        Assert.Throws<InvalidOperationException>(() => Said.InFrench("{Nothing}", new Odd(DayOfWeek.Monday)));
        Assert.Throws<InvalidOperationException>(() => Said.InFrench("{Late}", new Ended(true)));
    }
}
