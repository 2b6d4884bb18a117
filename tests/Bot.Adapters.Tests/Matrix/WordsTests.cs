using Bot.Adapters.Matrix;
using Bot.Adapters.Matrix.Api;

namespace Bot.Adapters.Tests.Matrix;

public sealed class WordsTests
{
    private const string Me = "@babillard:test.local";

    [Theory]
    [InlineData("!aide", "!aide", false)]
    [InlineData("Babillard: aide", "aide", true)]
    [InlineData("babillard, aide", "aide", true)]
    [InlineData("@babillard:test.local aide", "aide", true)]
    [InlineData("@Babillard aide", "@Babillard aide", false)]
    [InlineData("le babillard du jardin", "le babillard du jardin", false)]
    [InlineData("> <@sam:test.local> !action ancienne\n> suite\n\n!libres", "!libres", false)]
    [InlineData("> une citation à moi\n!libres", "> une citation à moi\n!libres", false)]
    public void What_stands_in_a_message(string body, string text, bool namesMe)
    {
        var words = new Words(new MessageContent { Body = body }, Me, "Babillard");
        Assert.Equal((text, namesMe), (words.Text, words.NamesMe));
    }

    [Theory]
    [InlineData("Babillard aide", "aide")]
    [InlineData("aide Babillard", "aide")]
    [InlineData("aide, @Babillard", "aide,")]
    [InlineData("aide", "aide")]
    public void Whoever_names_the_bot_the_way_apps_do_speaks_to_it(string body, string text)
    {
        var mentioned = new Words(new MessageContent { Body = body, Mentions = new Mentions { UserIds = [Me] } }, Me, "Babillard");
        var pill = new Words(
            new MessageContent { Body = body, FormattedBody = "<a href=\"https://matrix.to/#/%40babillard%3Atest.local\">Babillard</a>" }, Me, "Babillard");
        Assert.Equal((text, true), (mentioned.Text, mentioned.NamesMe));
        Assert.Equal((text, true), (pill.Text, pill.NamesMe));
    }
}
