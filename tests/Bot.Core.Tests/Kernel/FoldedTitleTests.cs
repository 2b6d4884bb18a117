using Bot.Core.Memory;

namespace Bot.Core.Tests.Kernel;

/// <summary>Words that people take for one.</summary>
public sealed class FoldedTitleTests
{
    [Theory]
    [InlineData("affiche", "affiches")]
    [InlineData("gâteau", "Gâteaux")]
    [InlineData("jeu", "jeux")]
    [InlineData("local", "locaux")]
    [InlineData("bocal", "bocaux")]
    [InlineData("journal", "journaux")]
    [InlineData("tuyau", "tuyaux")]
    [InlineData("cœur", "COEURS")]
    [InlineData("l'étagère", "des étagères")]
    public void One_and_several_are_the_same(string one, string several) => Assert.Equal(FoldedTitle.Of(one).Text, FoldedTitle.Of(several).Text);

    [Theory]
    [InlineData("mal", "ma")]
    [InlineData("bal", "bas")]
    [InlineData("eau", "eaux vives")]
    [InlineData("local", "locataire")]
    public void Words_that_are_not_the_same_stay_apart(string one, string other) => Assert.NotEqual(FoldedTitle.Of(one).Text, FoldedTitle.Of(other).Text);
}
