using Bot.Core.Texts;

namespace Bot.Core.Tests.Texts;

public class PropertiesFileTests
{
    [Theory]
    [InlineData("Key = value", "Key", "", "value")]
    [InlineData("\uFEFFKey=value  ", "Key", "", "value")]
    [InlineData("Key =", "Key", "", "")]
    [InlineData("Key = a = b", "Key", "", "a = b")]
    [InlineData("Key = # no comment", "Key", "", "# no comment")]
    [InlineData("# comment\n\nKey = value\n# comment", "Key", "", "value")]
    [InlineData("ClaimAction.names = claim, prendre", "ClaimAction.names", "", "claim, prendre")]
    [InlineData("Key = one\\ntwo", "Key", "", "one\ntwo")]
    [InlineData("Key = a \\\\n b \\{", "Key", "", "a \\\\n b \\{")]
    [InlineData("Key = one,\n  two\n\tthree", "Key", "", "one, two three")]
    [InlineData("Key = one\n# comment\n  two", "Key", "", "one two")]
    [InlineData("Key = one\\n\n  two", "Key", "", "one\ntwo")]
    [InlineData("Key = one\r\n  two\r\n", "Key", "", "one two")]
    [InlineData("Key =\n  #jardin", "Key", "", "#jardin")]
    [InlineData("Key[one] = value", "Key", "[one]", "value")]
    [InlineData("Key[=0]=value", "Key", "[=0]", "value")]
    [InlineData("Key[vous] = value", "Key", "[vous]", "value")]
    [InlineData("Key[vous one] = value", "Key", "[vous one]", "value")]
    [InlineData("Key[vous =2] = [value]", "Key", "[vous =2]", "[value]")]
    [InlineData("Key = [=0]", "Key", "", "[=0]")]
    public void A_line_is_read_so(string text, string key, string variant, string value)
    {
        var line = Assert.Single(PropertiesFile.Parse("f", text).Lines);
        Assert.Equal((key, variant, value), (line.Key, line.Variant.ToString(), line.Value));
    }

    [Theory]
    [InlineData("Key[one:Count] = value", "[one]", "Count")]
    [InlineData("Key[vous other:Free] = value", "[vous other]", "Free")]
    [InlineData("Key[=0:Count] = value", "[=0]", "Count")]
    [InlineData("Key[one] = value", "[one]", null)]
    public void A_variant_may_name_its_number(string text, string variant, string? number)
    {
        var line = Assert.Single(PropertiesFile.Parse("f", text).Lines);
        Assert.Equal((variant, number), (line.Variant.ToString(), line.Number));
    }

    [Theory]
    [InlineData("A = 1\nno equals sign", 2)]
    [InlineData("= value", 1)]
    [InlineData("two words = value", 1)]
    [InlineData("  goes on with nothing", 1)]
    [InlineData("A = 1\n\n  goes on behind a blank line", 3)]
    [InlineData("A[one = 1", 1)]
    [InlineData("A[one] 1", 1)]
    [InlineData("A[one]x = 1", 1)]
    [InlineData("A[] = 1", 1)]
    [InlineData("A[some] = 1", 1)]
    [InlineData("A[=x] = 1", 1)]
    [InlineData("A[=-1] = 1", 1)]
    [InlineData("A[one:] = 1", 1)]
    [InlineData("A[one vous] = 1", 1)]
    [InlineData("A[vous one two] = 1", 1)]
    [InlineData("A = 1\nB = 2\nA = 3", 3)]
    [InlineData("A[one] = 1\nA[one] = 2", 2)]
    [InlineData("A[one] = 1\nA[one:Count] = 2", 2)]
    [InlineData("A[vous one] = 1\n# comment\nA[vous  one] = 2", 3)]
    public void A_malformed_line_is_named(string text, int line)
    {
        var wrong = Assert.Throws<FormatException>(() => PropertiesFile.Parse("fr/actions.properties", text));
        Assert.StartsWith($"fr/actions.properties, line {line}: ", wrong.Message, StringComparison.Ordinal);
    }
}
