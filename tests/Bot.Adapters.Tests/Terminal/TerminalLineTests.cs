using Bot.Core.Chat;

namespace Bot.Adapters.Tests.Terminal;

/// <summary>Who speaks, where, and what.</summary>
public class TerminalLineTests
{
    [Theory]
    [InlineData("/libres", "lina", "/libres")]
    [InlineData("Sam> /libres", "Sam", "/libres")]
    [InlineData("  Sam> /libres  ", "Sam", "/libres")]
    [InlineData("Sam>   /libres", "Sam", "/libres")]
    [InlineData("Jean-Luc d'Arc> /libres", "Jean-Luc d'Arc", "/libres")]
    [InlineData("Zoé> /action un > deux> trois", "Zoé", "/action un > deux> trois")]
    [InlineData("李雷> /libres", "李雷", "/libres")]
    [InlineData("2 Sam> /libres", "2 Sam", "/libres")]
    [InlineData("Abcdefghijabcdefghijabcdefghijabcdefghij> x", "Abcdefghijabcdefghijabcdefghijabcdefghij", "x")]
    [InlineData("Abcdefghijabcdefghijabcdefghijabcdefghijk> x", "lina", "Abcdefghijabcdefghijabcdefghijabcdefghijk> x")]
    [InlineData("/action acheter> vis", "lina", "/action acheter> vis")]
    [InlineData("!add a> b", "lina", "!add a> b")]
    [InlineData("2 > 1 donc 3> 2", "lina", "2 > 1 donc 3> 2")]
    [InlineData("Sam>/libres", "lina", "Sam>/libres")]
    [InlineData("> x", "lina", "> x")]
    [InlineData("Andre> x", "Andre", "x")]
    [InlineData("Marie Re> x", "Marie Re", "x")]
    public async Task The_first_mark_after_a_short_name_names_the_speaker(string line, string name, string text)
    {
        using var table = new Table();
        var said = Assert.IsType<Said>(Assert.Single(await table.Type(line)));
        Assert.Equal(name, said.By.Name);
        Assert.Equal(text, said.Text);
        Assert.Equal(Table.Group, said.Place);
        Assert.False(said.IsPrivate);
        Assert.False(said.Addressed);
    }

    [Theory]
    [InlineData("Sam #jardin> /libres", "jardin")]
    [InlineData("Sam #Jardin> /libres", "jardin")]
    [InlineData("Sam #salle-du-bas> /libres", "salle-du-bas")]
    public async Task A_room_is_a_thread_of_the_group(string line, string room)
    {
        using var table = new Table();
        var said = Assert.Single(await table.Type(line));
        Assert.Equal("Sam", said.By.Name);
        Assert.Equal(Table.Group with { Thread = room }, said.Place);
    }

    [Theory]
    [InlineData("Sam (privé)> /moi")]
    [InlineData("Sam (priv\u0065\u0301)> /moi")]
    [InlineData("Sam (prive)> /moi")]
    [InlineData("SAM (PRIVATE)> /moi")]
    [InlineData("sam #jardin (private)> /moi")]
    public async Task A_private_line_is_for_the_bot_alone(string line)
    {
        using var table = new Table();
        var said = Assert.IsType<Said>(Assert.Single(await table.Type(line)));
        Assert.Equal("/moi", said.Text);
        Assert.Equal(Table.Alone("sam"), said.Place);
        Assert.True(said.IsPrivate);
        Assert.Equal(new Account("terminal", "sam"), said.By.Account);
        Assert.Equal(said.Place, said.By.PrivateChat);
    }

    [Fact]
    public async Task One_person_is_one_account_whatever_the_capitals()
    {
        using var table = new Table();
        var heard = await table.Type("Émile> /libres", "ÉMILE (privé)> /libres", "émile #jardin> /libres");
        Assert.All(heard, each => Assert.Equal(new Account("terminal", "émile"), each.By.Account));
        Assert.Equal(["Émile", "ÉMILE", "émile"], heard.Select(each => each.By.Name));
        Assert.All(heard, each => Assert.Equal(Table.Alone("émile"), each.By.PrivateChat));
    }

    [Fact]
    public async Task Keys_and_ids_count_the_lines()
    {
        using var table = new Table();
        var heard = await table.Type("/un", "", "   ", "Sam> /deux");
        Assert.Equal(["terminal:7:1", "terminal:7:4"], heard.Select(each => each.Key));
        Assert.Equal(["1", "4"], heard.Select(each => ((Said)each).MessageId));
    }

    [Fact]
    public async Task A_name_alone_speaks_from_then_on()
    {
        using var table = new Table();
        var heard = await table.Type("/un", "Sam #jardin>", "/deux", "Noé> /trois", "/quatre", "Sam> ", "/cinq");
        Assert.Equal(["lina /un", "Sam jardin/deux", "Noé /trois", "Sam jardin/quatre", "Sam /cinq"],
            heard.Select(each => $"{each.By.Name} {each.Place.Thread}{((Said)each).Text}"));
        Assert.Equal("Lines that name nobody are now from Sam, in #jardin.\nLines that name nobody are now from Sam.\n", table.Hints);
        Assert.Empty(table.Screen);
    }

    [Fact]
    public async Task Two_people_take_turns()
    {
        using var table = new Table { Bot = (table, incoming) => table.Say(incoming.Place, $"Bonjour {incoming.By.Name}.") };
        await table.Type("Lina> /bonjour", "Sam (privé)> /bonjour");
        Assert.Equal("Bonjour Lina.\n(→ Sam) Bonjour Sam.\n", table.Screen);
    }

    [Fact]
    public async Task A_long_line_is_heard_whole()
    {
        using var table = new Table();
        var text = "/action " + new string('x', 100_000) + "> y";
        Assert.Equal(text, Assert.IsType<Said>(Assert.Single(await table.Type("Sam> " + text))).Text);
    }

    [Fact]
    public async Task A_line_is_heard_when_what_was_said_before_is_shown()
    {
        var order = new List<string>();
        using var table = new Table
        {
            Settled = () =>
            {
                order.Add("settled");
                return Task.CompletedTask;
            },
            Bot = (_, incoming) =>
            {
                order.Add(incoming.Key);
                return Task.CompletedTask;
            },
        };
        await table.Type("/un", "/deux");
        Assert.Equal(["settled", "terminal:7:1", "settled", "terminal:7:2"], order);
    }
}
