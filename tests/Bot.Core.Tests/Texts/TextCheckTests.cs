using Bot.Core.Texts;

namespace Bot.Core.Tests.Texts;

public class TextCheckTests
{
    private static readonly string[] AllIsWell =
    [
        "fr: Open[one] = {Count} libre", "fr: Open[other] = {Count} libres", "fr: Ended = Fini{Late? enfin}.", "fr: Claim.names = prendre",
        "en: Open[one] = {Count} open", "en: Open[other] = {Count} open", "en: Ended = Done{Late? at last}.", "en: Claim.names = take",
    ];

    [Fact]
    public void Nothing_is_said_when_all_is_well() => Assert.Empty(Findings(AllIsWell));

    [Theory]
    [InlineData("en: Ended", null, "en has no Ended.")]
    [InlineData("en: Claim.names", null, "en has no Claim.names.")]
    [InlineData(null, "fr: Old = x", "en has no Old.", "fr has Old, which nothing says.")]
    [InlineData("fr: Ended", "fr: Ended = Fini {Who}.", "fr, Ended: {Who} is no property of Ended.")]
    [InlineData("fr: Ended", "fr: Ended[vous] = Fini{Who? donc}.", "fr, Ended[vous]: {Who} is no property of Ended.", "fr, Ended: is only said politely.")]
    [InlineData("fr: Ended", "fr: Ended = Fini {Late}.", "fr, Ended: {Late} is yes or no, and can only be asked about.")]
    [InlineData("fr: Ended", "fr: Ended[=0] = Fini.", "fr, Ended: is said for some numbers only.", "fr, Ended: has a plural, but no number.")]
    [InlineData("fr: Claim.names", "fr: Claim.names = prendre {x}", "fr, Claim.names: has blanks or variants, which only what the bot says can choose.")]
    [InlineData(null, "fr: Claim.names[vous] = x", "fr, Claim.names: has blanks or variants, which only what the bot says can choose.")]
    [InlineData("fr: Open[one]", null, "fr, Open: lacks [one].")]
    [InlineData("fr: Open[other]", "fr: Open[few] = x", "fr, Open: lacks [other].", "fr, Open: has [few], which no number is.")]
    [InlineData(null, "fr: Open[vous other] = x", "fr, Open[vous]: lacks [one].")]
    [InlineData(null, "fr: Open = x", "fr, Open: has both plurals and a sentence without number.")]
    [InlineData(null, "fr: Open[=0:Days] = x", "fr, Open: has a plural, but Days is no number.")]
    public void What_is_wrong_is_found(string? without, string? with, params string[] findings)
    {
        var lines = AllIsWell.Where(line => without is null || !line.StartsWith(without, StringComparison.Ordinal));
        Assert.Equal(findings.Order(StringComparer.Ordinal), Findings([.. lines, .. with is null ? Array.Empty<string>() : [with]]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_key_that_no_language_has_is_missing_in_each() => Assert.Equal(
        ["fr has no Claim.summary.", "en has no Claim.summary."],
        TextCheck.Findings(Said.Book(), [], ["Claim.summary"]));

    [Fact]
    public void What_no_text_can_write_is_found() => Assert.Equal(
        ["Odd.Day is a DayOfWeek, which no text can write."],
        TextCheck.Findings(Said.Book("fr: Odd = x", "en: Odd = x"), [typeof(Odd), typeof(Says)], []));

    [Fact]
    public void Two_that_share_a_name_are_found() => Assert.Equal(
        [$"Ended is the name of several: {typeof(Ended).FullName}, {typeof(Elsewhere.Ended).FullName}."],
        TextCheck.Findings(Said.Book("fr: Ended = x", "en: Ended = x"), [typeof(Ended), typeof(Elsewhere.Ended)], []));

    private static IReadOnlyList<string> Findings(params string[] lines) =>
        TextCheck.Findings(Said.Book(lines), [typeof(Open), typeof(Ended)], ["Claim.names"]);

    private static class Elsewhere
    {
        internal sealed record Ended : Says;
    }
}
