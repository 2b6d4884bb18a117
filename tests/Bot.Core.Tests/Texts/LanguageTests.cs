using Bot.Core.Texts;

namespace Bot.Core.Tests.Texts;

/// <summary>A new language is a folder, and what is wrong in it is named.</summary>
public class LanguageTests
{
    private const string Polish = """
        name = polski
        names = pl, polonais, polish
        rank = 3
        plural.one = i = 1 and v = 0
        plural.few = v = 0 and i % 10 = 2..4 and i % 100 != 12..14
        plural.many = v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14
        list.two = {0} i {1}
        list.more = {0}, {1}
        list.last = {0} i {1}
        weekdays = pon., wt., śr., czw., pt., sob., niedz.
        months = sty, lut, mar, kwi, maj, cze, lip, sie, wrz, paź, lis, gru
        date = {weekday}, {day} {month}{year? {year}}
        time = {hour}:{minute}
        datetime = {date}, {time}
        monthday = {weekday} {day}
        """;

    [Theory]
    [InlineData(0, "0 zadań")]
    [InlineData(1, "1 zadanie")]
    [InlineData(3, "3 zadania")]
    [InlineData(12, "12 zadań")]
    [InlineData(22, "22 zadania")]
    public void A_language_is_added_by_adding_a_folder(int count, string written)
    {
        var book = WithPolish(Polish, "Open[one] = {Count} zadanie\nOpen[few] = {Count} zadania\nOpen[many] = {Count} zadań\nOpen[other] = {Count} zadania");
        Assert.Equal(written, book.Write(new Open(count), Said.French with { Language = "pl" }));
        Assert.Equal("pl", book.Find("Polonais")?.Code);
    }

    [Fact]
    public void A_category_the_sentence_lacks_is_said_as_any_other() => Assert.Equal(
        "3 zadania",
        WithPolish(Polish, "Open[one] = x\nOpen[other] = {Count} zadania").Write(new Open(3), Said.French with { Language = "pl" }));

    [Theory]
    [InlineData("names = ", "nams = ", "pl/language.properties: names is missing")]
    [InlineData("rank = 3", "rank = 3\nranks = 3", "pl/language.properties, line 4: a language has no \"ranks\"")]
    [InlineData("rank = 3", "rank = three", "pl/language.properties, line 3: a rank is a number: three")]
    [InlineData("i = 1 and v = 0", "i is 1", "pl/language.properties, line 4: no plural rule: i is 1")]
    [InlineData("plural.one", "plural.once", "pl/language.properties, line 4: a language has no \"plural.once\"")]
    [InlineData("name =", "name[one] =", "pl/language.properties, line 1: name has no variants")]
    [InlineData("{0} i {1}", "{1} i {0}", "pl/language.properties, line 7: a list is written \"{0}, {1}\": {1} i {0}")]
    [InlineData("pon., ", "", "pl/language.properties, line 10: there should be 7 names in: wt., śr., czw., pt., sob., niedz.")]
    [InlineData("{hour}:", "{hours}:", "pl/language.properties, line 13: this pattern knows only hour, hour2, minute: {hours}:{minute}")]
    [InlineData("rank = 3", "rank = 3\nelide.z = z", "pl/language.properties, line 4: an elision is written \"whole |shortened\": z")]
    [InlineData("pl, ", "pl, french, ", "\"french\" means fr already, not pl")]
    public void A_malformed_language_is_named(string right, string wrong, string complaint) => Assert.Equal(
        complaint,
        Assert.Throws<FormatException>(() => WithPolish(Polish.Replace(right, wrong, StringComparison.Ordinal), "")).Message);

    [Fact]
    public void A_folder_without_a_language_is_named() => Assert.Equal(
        "pl/language.properties is missing",
        Assert.Throws<FormatException>(() => new TextBook(new Dictionary<string, string>(StringComparer.Ordinal) { ["pl/actions.properties"] = "A = x" })).Message);

    [Fact]
    public void A_key_that_two_files_say_is_named()
    {
        var files = TextBook.BuiltIn().ToDictionary(StringComparer.Ordinal);
        files["fr/zz1.properties"] = "Twice = x";
        files["fr/zz2.properties"] = "# comment\nTwice = x";
        Assert.Equal(
            "fr/zz2.properties, line 2: Twice stands already in another file",
            Assert.Throws<FormatException>(() => new TextBook(files)).Message);
    }

    [Fact]
    public void Variants_that_count_different_things_are_named() => Assert.Equal(
        "fr/test.properties, line 2: Seats chooses by Free already, not by Taken",
        Assert.Throws<FormatException>(() => Said.Book("fr: Seats[one:Free] = x", "fr: Seats[other:Taken] = x")).Message);

    private static TextBook WithPolish(string language, string texts)
    {
        var files = TextBook.BuiltIn().ToDictionary(StringComparer.Ordinal);
        files["pl/language.properties"] = language;
        files["pl/test.properties"] = texts;
        return new TextBook(files);
    }
}
