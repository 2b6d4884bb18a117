using System.Text.RegularExpressions;
using Bot.Core.Texts;

namespace Bot.Core.Tests.House;

/// <summary>docs/glossary.md and the texts hold each other to their word.</summary>
public sealed class GlossaryTests
{
    private const string Glossary = "docs/glossary.md";
    private static readonly TextBook Texts = TextBook.Load();

    /// <summary>Language, and what is never said in it.</summary>
    public static TheoryData<string, string> Avoided =>
        (from row in Documents.Table(Glossary, "## Words we never use")
         from word in Coded(row[1])
         select (row[0], word)).ToTheory();

    /// <summary>Language, and what the coop calls something.</summary>
    public static TheoryData<string, string> Chosen =>
        (from row in Documents.Table(Glossary, "## The coop's words")
         from cell in new[] { (Language: "fr", Words: row[0]), (Language: "en", Words: row[1]) }
         from word in Coded(cell.Words)
         select (cell.Language, word)).ToTheory();

    [Theory]
    [MemberData(nameof(Avoided))]
    public void A_word_we_never_use_is_not_used(string language, string word) =>
        Assert.DoesNotContain(Said(language), line => Holds(line, word));

    [Theory]
    [MemberData(nameof(Chosen))]
    public void A_word_of_the_coop_is_really_used(string language, string word) =>
        Assert.Contains(Said(language), line => Holds(line, word));

    [Fact]
    public void What_things_are_called_in_the_code_stands_there()
    {
        var code = string.Concat(Source.CSharp("src").Select(file => file.Text));
        var named = Documents.Table(Glossary, "## The coop's words").SelectMany(row => Coded(row[2]));
        Assert.All(named, name => Assert.Matches($@"\b{Regex.Escape(name.Split('.')[^1])}\b", code));
    }

    [Fact]
    public void Every_language_has_words_that_are_avoided() =>
        Assert.Equal(Texts.Languages.Select(language => language.Code).Order(StringComparer.Ordinal), Avoided.Select(row => (string)row[0]).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("C'est noté.", "noté", true)]
    [InlineData("2 Tâches libres", "tâche", true)]
    [InlineData("une taie", "tâche", false)]
    [InlineData("attachée", "tâche", false)]
    [InlineData("Here is how", "her", false)]
    [InlineData("les adhérent·es", "·", true)]
    [InlineData("À faire 4 · En cours 2", "·", false)]
    public void A_word_is_found_as_a_word(string line, string word, bool isFound) => Assert.Equal(isFound, Holds(line, word));

    // What members may type is theirs (.names, .words): the bot understands more than it says.
    private static IEnumerable<string> Said(string language) =>
        from file in TextBook.BuiltIn()
        where file.Key.StartsWith(language + "/", StringComparison.Ordinal) && !file.Key.EndsWith("/language.properties", StringComparison.Ordinal)
        from line in file.Value.Split('\n')
        where !line.StartsWith('#') && line.Contains('=', StringComparison.Ordinal)
        let key = line.Split('=')[0].Trim()
        where !key.EndsWith(".names", StringComparison.Ordinal) && !key.EndsWith(".words", StringComparison.Ordinal)
        select line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..];

    private static bool Holds(string line, string word) => word.Any(char.IsLetter)
        ? Regex.IsMatch(line, $@"(?<!\p{{L}}){Regex.Escape(word)}s?(?!\p{{L}})", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1))
        : Regex.IsMatch(line, $@"\p{{L}}{Regex.Escape(word)}\p{{L}}", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    private static IEnumerable<string> Coded(string cell) => cell.Split('`').Where((_, i) => i % 2 == 1);
}
