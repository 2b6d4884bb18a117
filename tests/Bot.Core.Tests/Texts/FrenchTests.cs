namespace Bot.Core.Tests.Texts;

/// <summary>What language.properties makes of French.</summary>
public class FrenchTests
{
    [Theory]
    [InlineData("Lina", "de Lina")]
    [InlineData("Amina", "d'Amina")]
    [InlineData("Émile", "d'Émile")]
    [InlineData("Œdipe", "d'Œdipe")]
    [InlineData("Oumar", "d'Oumar")]
    [InlineData("Yves", "d'Yves")]
    [InlineData("Yann", "de Yann")]
    [InlineData("Yasmina", "de Yasmina")]
    [InlineData("Hélène", "d'Hélène")]
    [InlineData("Henri", "d'Henri")]
    [InlineData("Hugo", "d'Hugo")]
    [InlineData("Honorine", "d'Honorine")]
    [InlineData("Hadrien", "d'Hadrien")]
    [InlineData("Hamid", "de Hamid")]
    [InlineData("Hassan", "de Hassan")]
    [InlineData("huîtres", "d'huîtres")]
    [InlineData("huit chaises", "de huit chaises")]
    [InlineData("haricots", "de haricots")]
    [InlineData("hérissons", "de hérissons")]
    [InlineData("herbes", "d'herbes")]
    [InlineData("héritages", "d'héritages")]
    [InlineData("onze", "de onze")]
    [InlineData("oui", "de oui")]
    [InlineData("ouistitis", "de ouistitis")]
    [InlineData("ouvriers", "d'ouvriers")]
    [InlineData("Ouiza", "d'Ouiza")]
    [InlineData("Hicham", "de Hicham")]
    [InlineData("hôpital", "d'hôpital")]
    [InlineData("hérédité", "d'hérédité")]
    [InlineData("3 tables", "de 3 tables")]
    [InlineData("李", "de 李")]
    [InlineData("I", "d'I")]
    [InlineData("", "")]
    public void Little_words_shorten_before_a_vowel_and_a_mute_h(string who, string written) =>
        Assert.Equal(written, Said.InFrench("{de:Who}", new Claimed(default, "", who)));

    [Theory]
    [InlineData("{que:Who}", "qu'Amina")]
    [InlineData("Avis {de:Who} !", "Avis d'Amina !")]
    public void Other_little_words_shorten_likewise(string template, string written) =>
        Assert.Equal(written, Said.InFrench(template, new Claimed(default, "", "Amina")));

    [Theory]
    [InlineData("Pris : oui", "Pris\u00A0: oui")]
    [InlineData("Qui vient ?", "Qui vient\u00A0?")]
    [InlineData("Oui ; non !", "Oui\u00A0; non\u00A0!")]
    [InlineData("« {Who} »", "«\u00A0Noé ?\u00A0»")]
    [InlineData("« oui »", "«\u00A0oui\u00A0»")]
    [InlineData("« {Who} » : oui", "«\u00A0Noé ?\u00A0»\u00A0: oui")]
    [InlineData("{Who} : {Who}", "Noé ?\u00A0: Noé ?")]
    [InlineData("{Who?{Who} :}", "Noé ?\u00A0:")]
    [InlineData("6\\ places", "6\u00A0places")]
    [InlineData("/claim ?", "/claim\u00A0?")]
    [InlineData("sans espace: là", "sans espace: là")]
    [InlineData("a, b (c) d.", "a, b (c) d.")]
    public void Spaces_do_not_break_next_to_French_signs(string template, string written)
    {
        // The name ends in a space and a question mark, and keeps its own space: members' words are theirs.
        var book = Said.Book($"fr: Claimed = {template}");
        Assert.Equal(written, book.Write(new Claimed(default, "", "Noé ?"), Said.French));
    }

    [Fact]
    public void English_has_no_such_spaces() =>
        Assert.Equal("Taken : « yes » ?", Said.Book("en: Claimed = Taken : « yes » ?").Write(new Claimed(default, "", ""), Said.English));

    [Fact]
    public void Texts_that_are_no_sentences_have_them_too() =>
        Assert.Equal("prendre\u00A0?", Said.Book("fr: Claim.summary = prendre ?").Text("fr", "Claim.summary"));
}
