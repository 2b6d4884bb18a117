using Bot.Core.Texts;

namespace Bot.Core.Tests.Texts;

public class PluralRuleTests
{
    // The cardinal rules of Unicode CLDR (common/supplemental/plurals.xml), each with the samples that CLDR publishes beside it.
    public static TheoryData<string, string, string> Cldr => new()
    {
        { "fr one", "i = 0,1 @integer 0, 1 @decimal 0.0~1.5", "0, 1" },
        {
            "fr many", "e = 0 and i != 0 and i % 1000000 = 0 and v = 0 or e != 0..5 @integer 1000000, 1c6, 2c6",
            "1000000, 2000000, 10000000"
        },
        { "en one", "i = 1 and v = 0 @integer 1", "1" },
        { "pl one", "i = 1 and v = 0", "1" },
        { "pl few", "v = 0 and i % 10 = 2..4 and i % 100 != 12..14", "2, 3, 4, 22, 23, 24, 32, 33, 34, 42, 52, 62, 102, 1002" },
        {
            "pl many", "v = 0 and i != 1 and i % 10 = 0..1 or v = 0 and i % 10 = 5..9 or v = 0 and i % 100 = 12..14",
            "0, 5, 6, 10, 11, 12, 13, 14, 19, 100, 1000, 10000, 112"
        },
        { "ar zero", "n = 0", "0" },
        { "ar one", "n = 1", "1" },
        { "ar two", "n = 2", "2" },
        { "ar few", "n % 100 = 3..10", "3, 4, 5, 6, 7, 8, 9, 10, 103, 110, 1003" },
        { "ar many", "n % 100 = 11..99", "11, 12, 26, 99, 111, 1011" },
        { "ru one", "v = 0 and i % 10 = 1 and i % 100 != 11", "1, 21, 31, 41, 51, 61, 71, 81, 101, 1001" },
        { "cy many", "n = 6", "6" },
        {
            "br few", "n % 10 = 3..4,9 and n % 100 != 10..19,70..79,90..99",
            "3, 4, 9, 23, 24, 29, 33, 34, 39, 43, 44, 49, 103, 1003"
        },
        { "lv one (whole numbers)", "n % 10 = 1 and n % 100 != 11 or v = 2 and f % 10 = 1 or v != 2 and f % 10 = 1", "1, 21, 31, 101, 1001" },
    };

    [Theory]
    [MemberData(nameof(Cldr))]
    public void A_rule_holds_for_the_samples_CLDR_gives(string name, string rule, string samples)
    {
        var read = PluralRule.Parse(rule);
        Assert.All(Numbers(samples), number => Assert.True(read.Holds(number), $"{name}: {number}"));
    }

    [Theory]
    [InlineData("i = 0,1", "2, 3, 10, 100")]
    [InlineData("i = 1 and v = 0", "0, 2, 11, 21")]
    [InlineData("v = 0 and i % 10 = 2..4 and i % 100 != 12..14", "0, 1, 5, 12, 13, 14, 112, 1014")]
    [InlineData("n % 100 = 3..10", "0, 1, 2, 11, 100, 102, 200")]
    [InlineData("n % 10 = 3..4,9 and n % 100 != 10..19,70..79,90..99", "13, 19, 73, 74, 79, 93, 99, 2")]
    [InlineData("e != 0..5", "0, 1, 1000000")]
    public void A_rule_does_not_hold_for_the_others(string rule, string numbers)
    {
        var read = PluralRule.Parse(rule);
        Assert.All(Numbers(numbers), number => Assert.False(read.Holds(number), $"{rule}: {number}"));
    }

    [Fact]
    public void A_rule_looks_at_the_size_of_a_number() => Assert.True(PluralRule.Parse("i = 0,1").Holds(-1));

    [Theory]
    [InlineData("")]
    [InlineData("n")]
    [InlineData("x = 1")]
    [InlineData("n = un")]
    [InlineData("n = 1..2..3")]
    [InlineData("n % 0 = 1")]
    [InlineData("n % = 1")]
    [InlineData("n % 2 % 3 = 1")]
    [InlineData("n = 1 and")]
    [InlineData("n = -1")]
    public void What_is_no_rule_is_refused(string rule) => Assert.Throws<FormatException>(() => PluralRule.Parse(rule));

    [Theory]
    [InlineData("fr", 0, "one")]
    [InlineData("fr", 1, "one")]
    [InlineData("fr", 2, "other")]
    [InlineData("fr", 1_000_000, "other")]
    [InlineData("en", 0, "other")]
    [InlineData("en", 1, "one")]
    [InlineData("en", 2, "other")]
    [InlineData("en", 21, "other")]
    public void The_languages_of_the_product_count_so(string language, int number, string category) =>
        Assert.Equal(category, Said.Book().Find(language)!.PluralOf(number));

    private static IEnumerable<int> Numbers(string list) =>
        list.Split(", ").Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture));
}
