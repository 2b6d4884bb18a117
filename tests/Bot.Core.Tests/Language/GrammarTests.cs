using System.Text;
using Bot.Core.Language;
using Bot.Core.Tests.House;
using NodaTime;

namespace Bot.Core.Tests.Language;

/// <summary>Grammars are files that anybody may add to: what is wrong with one is said with its line, and no text takes long to read.</summary>
public sealed class GrammarTests
{
    private const int Seed = 4096;
    private const int Longest = 4096;
    private const int MostStepsACharacter = 100;
    private const string Signs = "-:/.,'+€()«»\"@# \u00A0\u202F\n";
    private static readonly Reader Reader = Reader.Load();
    private static readonly string[] Words = [.. Reader.BuiltIn().Values.SelectMany(file => file.Split([' ', '\n', '|', '[', ']', '(', ')'], StringSplitOptions.RemoveEmptyEntries))
        .Where(word => word.All(letter => char.IsLetter(letter) || letter is '-' or '\'')).Distinct(StringComparer.Ordinal)];

    [Theory]
    [InlineData("day:\n  le surlendemain", "fr/test.grammar, line 2: {day} is a Sense`1 above, and here a word without meaning")]
    [InlineData("day:\n  x => dayz 2", "fr/test.grammar, line 2: there is no meaning \"dayz\"")]
    [InlineData("day:\n  x => days", "fr/test.grammar, line 2: days needs a count")]
    [InlineData("day:\n  x => days 2 3", "fr/test.grammar, line 2: \"3\" is too much")]
    [InlineData("day:\n  x => days monday", "fr/test.grammar, line 2: \"monday\" means nothing here")]
    [InlineData("day:\n  x => weekday 1", "fr/test.grammar, line 2: a Int32 stands where a IsoDayOfWeek is needed")]
    [InlineData("day:\n  {wekday} => weekday $1", "fr/test.grammar, line 2: no grammar says what a {wekday} is")]
    [InlineData("day:\n  [{weekday}] x => weekday $1", "fr/test.grammar, line 2: $1 may be left out, but not its meaning")]
    [InlineData("day:\n  {when} x => days 2", "{day} leads back to itself")]
    [InlineData("day:\n  (x => days 2", "fr/test.grammar, line 2: a \")\" is missing")]
    [InlineData("day:\n  x) => days 2", "fr/test.grammar, line 2: \")\" closes nothing")]
    [InlineData("day:\n  {weekday => weekday $1", "fr/test.grammar, line 2: a name stands in braces: {day}")]
    [InlineData("day:\n  {1..x} => days $1", "fr/test.grammar, line 2: not a range of numbers: {1..x}")]
    [InlineData("day:\n  [x] => days 2", "fr/test.grammar, line 2: a way through this pattern says nothing")]
    [InlineData("day:\n  le la de => days 2", "le la de\" says a {when}, but is made of ordinary words only")]
    [InlineData("day:\n  x =>", "fr/test.grammar, line 2: not a \"pattern => meaning\" — x =>")]
    [InlineData("  x => days 2", "fr/test.grammar, line 1: a pattern stands under the name of what it says")]
    [InlineData("a day\n  x => days 2", "fr/test.grammar, line 1: not a \"name:\" — a day")]
    [InlineData("% names x", "fr/test.grammar, line 1: a line of words begins with % and one of ordinary, no-slip, name")]
    public void What_is_wrong_with_a_grammar_is_said_with_its_line(string grammar, string complaint)
    {
        var files = Reader.BuiltIn().ToDictionary(StringComparer.Ordinal);
        files["fr/test.grammar"] = grammar;
        Assert.Contains(complaint, Assert.Throws<FormatException>(() => new Reader(files)).Message, StringComparison.Ordinal);
    }

    // Adding an expression, or a language, is adding lines: those that CONTRIBUTING.md shows.
    [Fact]
    public void A_spanish_grammar_is_read_beside_the_others()
    {
        var files = Reader.BuiltIn().ToDictionary(StringComparer.Ordinal);
        files["es/when.grammar"] = Assert.Single(Documents.Blocks("CONTRIBUTING.md"), block => block.Mark == "grammar").Text;
        var said = new Said(new LocalDateTime(2026, 11, 21, 10, 0), DateTimeZone.Utc, Look.Forward, "es");
        var reader = new Reader(files);
        Assert.Equal(
            ["2026-11-22", "2026-11-23T18:00", "2026-11-24", "2026-11-24T18:00 FREQ=WEEKLY;BYDAY=TU"],
            new[] { "mañana", "el lunes que viene a las 18h", "martes", "todos los martes a las 18:00" }.Select(text => Notation.Of(reader.ReadWhen(text, said)!.Value)));
    }

    [Fact]
    public void No_text_throws_and_steps_grow_with_its_length_alone()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 400; i++)
        {
            var text = Text(random, random.Next(Longest + 1));
            foreach (var look in new[] { Look.Forward, Look.Back })
            {
                var said = new Said(new LocalDateTime(2026, 11, 21, 10, 0), DateTimeZone.Utc, look, random.Next(2) == 0 ? "fr" : "en");
                Reader.ReadWhen(text, said);
                AssertFewSteps(text);
            }

            Reader.ReadEffort(text, "fr", WorkDay.Usual);
            Reader.ReadMoney(text, "fr");
        }
    }

    // What a grammar could take longest over: the same few words again and again.
    [Theory]
    [InlineData("le ")]
    [InlineData("1 ")]
    [InlineData("lundi ")]
    [InlineData("lundi, ")]
    [InlineData("tous les lundis et ")]
    [InlineData("du 3 au 5 ")]
    [InlineData("1h30 + ")]
    [InlineData("de 5 à 7 ")]
    [InlineData("sauf le 3 mars et ")]
    [InlineData("le premier et le deuxième ")]
    [InlineData("jusqu'à la fin du mois de mars avant ")]
    [InlineData("every other monday and ")]
    [InlineData("« ")]
    [InlineData("((((")]
    [InlineData("un mardi sur deux de 14h à 16h, ")]
    public void The_same_words_again_and_again_take_steps_in_proportion(string words)
    {
        var said = new Said(new LocalDateTime(2026, 11, 21, 10, 0), DateTimeZone.Utc, Look.Forward, "fr");
        Reader.ReadWhen(string.Concat(Enumerable.Repeat(words, Longest / words.Length / 2)), said);
        var half = Reader.Steps;
        var text = string.Concat(Enumerable.Repeat(words, Longest / words.Length));
        Reader.ReadWhen(text, said);
        AssertFewSteps(text);
        Assert.True(Reader.Steps <= 2.2 * (half + 1), $"{Reader.Steps} steps, and {half} for half of it: {words}");
    }

    private static void AssertFewSteps(string text) =>
        Assert.True(Reader.Steps <= MostStepsACharacter * (text.Length + 1), $"{Reader.Steps} steps for {text.Length} characters (seed {Seed}): {text}");

    private static string Text(Random random, int length)
    {
        var text = new StringBuilder();
        while (text.Length < length)
        {
            _ = random.Next(6) switch
            {
                0 => text.Append(random.Next(10_000)),
                1 => text.Append((char)random.Next(char.MaxValue + 1)),
                2 => text.Append(Signs[random.Next(Signs.Length)]),
                _ => text.Append(Words[random.Next(Words.Length)]),
            };
            text.Append(random.Next(4) > 0 ? " " : "");
        }

        return text.ToString(0, length);
    }
}
