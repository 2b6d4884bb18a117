using Bot.Core.Texts;
using Microsoft.Extensions.Configuration;

namespace Bot.Host.Tests;

public class OptionsReaderTests
{
    private static readonly TextBook Texts = TextBook.Load();

    [Fact]
    public void Nothing_said_is_enough()
    {
        var options = Read();
        Assert.Equal(("fr", "Europe/Paris", false, true), (options.Language, options.Zone, options.Terminal, options.RunsTerminal));
        Assert.Equal(new HealthOptions(On: true, 8086), options.Health);
        Assert.Equal("babillard", Path.GetFileName(options.Data));
        Assert.Equal(Path.Combine(options.Data, "babillard.db"), options.File);
    }

    [Theory]
    [InlineData("Language", "en", "en")]
    [InlineData("Language", "Français", "fr")]
    [InlineData("language", " EN ", "en")]
    [InlineData("Language", "", "fr")]
    public void A_language_is_named_by_its_code_or_its_name(string key, string value, string code) => Assert.Equal(code, Read((key, value)).Language);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("8087", 8087)]
    [InlineData("65535", 65535)]
    [InlineData("", 8086)]
    public void A_port_is_a_number(string typed, int port) => Assert.Equal(port, Read(("Health:Port", typed)).Health.Port);

    [Theory]
    [InlineData("65536")]
    [InlineData("-1")]
    [InlineData("http")]
    public void Other_ports_are_refused(string typed) =>
        Assert.Contains($"\"{typed}\" is not a port.", Assert.Throws<RefusedException>(() => Read(("Health:Port", typed))).Message, StringComparison.Ordinal);

    [Fact]
    public void The_page_can_be_turned_off() => Assert.False(Read(("Health:On", "False")).Health.On);

    [Fact]
    public void A_relative_folder_starts_where_the_program_does() =>
        Assert.Equal(Path.Combine(Environment.CurrentDirectory, "memory"), Read(("Data", "memory")).Data);

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var refused = Assert.Throws<RefusedException>(() => Read(("Language", "xx"), ("Zone", "Mars"), ("Health:On", "yes"), ("Zoen", "Europe/Paris")));
        Assert.Equal(["Language", "Zone", "Health", "Zoen is not a setting of the bot; it is ignored."], refused.Message.Split('\n').Select(line => line.Split(':')[0]));
    }

    [Fact]
    public void The_terminal_rests_when_people_come_from_elsewhere_unless_it_is_asked_for()
    {
        var options = Read(("Telegram:Token", "123:abc"));
        Assert.False(options.RunsTerminal);
        Assert.True((options with { Terminal = true }).RunsTerminal);
    }

    [Fact]
    public void Matrix_takes_where_a_token_and_who_may_ask_it_in()
    {
        var options = Read(("Matrix:Homeserver", "https://matrix.coop.example"), ("Matrix:Token", "secret"), ("Matrix:AllowInvitesFrom", "coop.example, @lina:ailleurs.example"));
        Assert.Equal(["matrix"], options.OtherPlatforms);
        Assert.True(options.Matrix!.Allows("@sam:coop.example"));
        Assert.True(options.Matrix.Allows("@lina:ailleurs.example"));
        Assert.False(options.Matrix.Allows("@sam:ailleurs.example"));
        Assert.False(options.Matrix.Allows("@coop.example:ailleurs.example"));
    }

    [Theory]
    [InlineData("Matrix:Homeserver", "", "Matrix:Homeserver: there is a token, but no homeserver.")]
    [InlineData("Matrix:Homeserver", "coop.example", "Matrix:Homeserver: \"coop.example\" is not an address.")]
    [InlineData("Matrix:Token", "", "Matrix:Token: there is a homeserver, but no token.")]
    [InlineData("Matrix:AllowInvitesFrom", "", "Matrix:AllowInvitesFrom: say who may ask the bot into a room")]
    [InlineData("Matrix:AllowInvitesFrom", "@lina", "Matrix:AllowInvitesFrom: \"@lina\" is neither somebody")]
    public void What_is_wrong_with_Matrix_is_said_without_the_token(string key, string value, string sentence)
    {
        var settings = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Matrix:Homeserver"] = "https://matrix.coop.example",
            ["Matrix:Token"] = "secret",
            ["Matrix:AllowInvitesFrom"] = "*",
            ["Data"] = Path.Combine(AppContext.BaseDirectory, "nowhere"),
        };
        settings[key] = value;
        var refused = Assert.Throws<RefusedException>(() => Read([.. settings.Select(each => (each.Key, each.Value))]));
        Assert.Contains(sentence, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", refused.Message, StringComparison.Ordinal);
    }

    private static BotOptions Read(params (string Key, string Value)[] settings) => new OptionsReader(
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(each => each.Key, each => (string?)each.Value, StringComparer.Ordinal)).Build(),
        Texts).Read();
}
