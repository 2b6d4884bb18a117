using Bot.Host.Replay;

namespace Bot.Core.Tests.Replay;

public class BotMessageTests
{
    [Theory]
    [InlineData("bot")]
    [InlineData("bot #jardin")]
    [InlineData("bot→Jean Paul")]
    [InlineData("bot✎")]
    [InlineData("bot✎ A1")]
    [InlineData("bot✎ #jardin")]
    [InlineData("bot✎ #jardin A1")]
    [InlineData("bot✎→Sam A1")]
    [InlineData("bot 📎 mars.csv")]
    public void The_bot_speaks_like_this(string head) => Assert.True(BotMessage.IsHead(head));

    [Theory]
    [InlineData("bot jardin")]
    [InlineData("bot →Sam")]
    [InlineData("bot ✎ A1")]
    [InlineData("bot 📎")]
    public void The_bot_does_not_speak_like_this(string head) => Assert.False(BotMessage.IsHead(head));

    public static TheoryData<string, string[], string> Written => new()
    {
        { "Prête.", [], "bot> Prête." },
        { "Prête.", ["Oui", "Non"], "bot> Prête. [Oui] [Non]" },
        { "Une\ndeux", ["Oui"], "bot> Une\n  deux\n  [Oui]" },
        { "Une\n\ndeux", [], "bot> Une\n\n  deux" },
        { "Voir [1]", [], "bot> Voir \\[1]" },
        { "Voir [1]", ["Oui"], "bot> Voir \\[1] [Oui]" },
        { "[x] pain", [], "bot> [x] pain" },
    };

    [Theory]
    [MemberData(nameof(Written))]
    public void It_is_written_so_that_it_reads_the_same(string text, string[] buttons, string written)
    {
        var message = new BotMessage("bot", text, buttons);
        var content = written["bot>".Length..].Replace("\n  ", "\n", StringComparison.Ordinal).Trim();

        Assert.Equal(written, message.Write());
        Assert.True(message.ReadsLike(BotMessage.Parse("bot", content)));
    }

    [Theory]
    [InlineData("A  b", "A b", true)]
    [InlineData("18\u00A0h\u202F30 ?", "18 h 30 ?", true)]
    [InlineData("A\nb", "A b", false)]
    [InlineData("A [b]", "A \\[b]", false)]
    [InlineData("A", "a", false)]
    public void All_spaces_are_equal_but_line_breaks(string one, string other, bool same) =>
        Assert.Equal(same, BotMessage.Parse("bot", one).ReadsLike(BotMessage.Parse("bot", other)));
}
