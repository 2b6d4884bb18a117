using Bot.Core.Chat;

namespace Bot.Adapters.Tests.Terminal;

/// <summary>Pressing and replying, with nothing but words.</summary>
public class TerminalButtonTests
{
    [Theory]
    [InlineData("Sam> [Je prends]")]
    [InlineData("Sam> [je prends]")]
    [InlineData("Sam> [ Je  prends ]")]
    [InlineData("Sam> [1]")]
    [InlineData("Sam> 1")]
    [InlineData("Sam> [Je prends] A1")]
    public async Task A_button_is_pressed_by_its_label_or_its_number(string line)
    {
        using var table = new Table();
        var id = await table.SayAbout("A1", Table.Group, "Noté (A1).", "Je\u00A0prends", "Non");
        var pressed = Assert.IsType<Pressed>(Assert.Single(await table.Type(line)));
        Assert.Equal("token-1-Je\u00A0prends", pressed.Token);
        Assert.Equal(id, pressed.MessageId);
        Assert.Equal(Table.Group, pressed.Place);
        Assert.Equal("Sam", pressed.By.Name);
        Assert.Equal("terminal:7:1", pressed.Key);
        Assert.False(pressed.IsPrivate);
    }

    [Fact]
    public async Task The_newest_message_that_shows_the_label_is_meant()
    {
        using var table = new Table();
        await table.SayAbout("A1", Table.Group, "Noté (A1).", "Je prends");
        await table.SayAbout("A2", Table.Group, "Noté (A2).", "Je prends", "Non");
        await table.Say(Table.Group, "Autre chose.", "Oui", "2");
        var tokens = (await table.Type("[Je prends]", "[Je prends] a1", "2", "[2]", "[1]")).Select(each => ((Pressed)each).Token);
        Assert.Equal(["token-2-Je prends", "token-1-Je prends", "token-3-2", "token-3-2", "token-3-Oui"], tokens);
    }

    [Fact]
    public async Task What_reached_somebody_alone_is_before_them_wherever_they_speak()
    {
        using var table = new Table();
        await table.Say(Table.Alone("sam"), "Laquelle ?", "jardinage", "affiche");
        var heard = await table.Type("Sam> 2", "Sam #jardin> [jardinage]", "Sam (privé)> 1", "Lina> 2", "Lina> [affiche]");
        Assert.Equal(4, heard.Count);
        Assert.All(heard.Take(3), each =>
        {
            Assert.IsType<Pressed>(each);
            Assert.Equal(Table.Alone("sam"), each.Place);
            Assert.True(each.IsPrivate);
        });
        Assert.Equal("2", Assert.IsType<Said>(heard[3]).Text);
        Assert.Equal("There is no button [affiche] that Lina can see here.\n", table.Hints.Split('\n', 2)[1]);
    }

    [Fact]
    public async Task Rooms_do_not_see_each_other()
    {
        using var table = new Table { IsInteractive = false };
        await table.Say(Table.Group with { Thread = "jardin" }, "Noté.", "Je prends");
        await table.Say(Table.Group, "Pour Sam.");
        var heard = await table.Type("Lina> 1", "Lina (privé)> 1", "Lina #jardin> 1");
        Assert.Equal([typeof(Said), typeof(Said), typeof(Pressed)], heard.Select(each => each.GetType()));
        Assert.Empty(table.Hints);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("-1")]
    [InlineData("1,5")]
    [InlineData("99999999999")]
    [InlineData("1 oui")]
    public async Task Other_numbers_are_words(string text)
    {
        using var table = new Table();
        await table.Say(Table.Group, "Viens-tu ?", "Oui", "Non");
        Assert.Equal(text, Assert.IsType<Said>(Assert.Single(await table.Type(text))).Text);
    }

    [Fact]
    public async Task An_edited_message_has_its_new_buttons_only()
    {
        using var table = new Table();
        var id = await table.Say(Table.Group, "Noté (A1).", "Je prends");
        await table.Edit(id, Table.Group, "Pris (A1).", "Fait");
        var heard = await table.Type("[Je prends]", "[Fait]");
        Assert.Equal((id, "token-2-Fait"), Assert.Single(heard.Cast<Pressed>().Select(each => (each.MessageId, each.Token))));
    }

    [Fact]
    public async Task A_reply_names_the_message_it_is_about()
    {
        using var table = new Table();
        var first = await table.SayAbout("A1", Table.Group, "Noté (A1).");
        var second = await table.SayAbout("A2", Table.Group, "Noté (A2).");
        var alone = await table.Say(Table.Alone("sam"), "Laquelle ?");
        var heard = (await table.Type("Lina re> fait", "Lina re A1> fait", "Sam re> la première", "Lina re A9> fait")).Cast<Said>().ToList();
        Assert.Equal([second, first, alone], heard.Select(each => each.ReplyTo));
        Assert.Equal([Table.Group, Table.Group, Table.Alone("sam")], heard.Select(each => each.Place));
        Assert.All(heard, each => Assert.True(each.Addressed));
        Assert.Equal(["fait", "fait", "la première"], heard.Select(each => each.Text));
        Assert.Equal("There is no message Lina could reply to here.\n", table.Hints);
    }

    [Fact]
    public async Task A_button_can_be_pressed_as_soon_as_its_message_is_the_answer()
    {
        using var table = new Table
        {
            Bot = (table, incoming) => incoming is Said ? table.Say(incoming.Place, "Noté.", "Je prends") : Task.CompletedTask,
        };
        var heard = await table.Type("Lina> /action jardinage", "Sam> [Je prends]");
        Assert.Equal("7.1", Assert.IsType<Pressed>(heard[1]).MessageId);
    }

    [Fact]
    public async Task Only_the_last_few_hundred_messages_are_remembered()
    {
        using var table = new Table();
        await table.Say(Table.Group, "ancien", "Ancien");
        for (var i = 0; i < 300; i++)
        {
            await table.Say(Table.Group, "nouveau", "Nouveau");
        }

        var heard = await table.Type("[Ancien]", "[Nouveau]");
        Assert.Equal("7.301", Assert.IsType<Pressed>(Assert.Single(heard)).MessageId);
    }
}
