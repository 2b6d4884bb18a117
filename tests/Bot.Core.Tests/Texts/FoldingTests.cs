using System.Text;
using Bot.Core.Texts;

namespace Bot.Core.Tests.Texts;

public class FoldingTests
{
    [Theory]
    [InlineData("jardin", "jardin")]
    [InlineData("Étapes", "etapes")]
    [InlineData("ÇA ET LÀ, NOËL", "ca et la, noel")]
    [InlineData("Œuvre d’Æsir", "oeuvre d'aesir")]
    [InlineData("Straße", "strasse")]
    [InlineData("l‘été ʼ", "l'ete '")]
    [InlineData("18\u00A0h\u202F30", "18 h 30")]
    [InlineData("e\u0301te\u0301", "ete")]
    [InlineData("Łódź, Çağrı, Đỗ, Søren", "lodz, cagri, do, soren")]
    [InlineData("Άννα ΐ", "αννα ι")]
    [InlineData("Ёлка, Йод", "елка, иод")]
    [InlineData("ليلى 李 🌱", "ليلى 李 🌱")]
    [InlineData("", "")]
    public void Words_are_compared_without_accents_capitals_and_typography(string typed, string folded) =>
        Assert.Equal(folded, Folding.Fold(typed));

    [Theory]
    [InlineData("je_prends")]
    [InlineData("Je prends")]
    [InlineData("je-prends")]
    [InlineData("JE\u00A0PRENDS")]
    [InlineData("jeprend's")]
    public void Names_are_compared_without_what_joins_their_words(string typed) => Assert.Equal("jeprends", Folding.FoldName(typed));

    [Fact]
    public void What_is_folded_already_is_not_copied()
    {
        const string folded = "/claim a12, 18h30!";
        Assert.Same(folded, Folding.Fold(folded));
    }

    [Fact]
    public void Normalisation_is_not_to_be_had_from_the_runtime() =>
        Assert.Equal("é", "é".Normalize(NormalizationForm.FormD));
}
