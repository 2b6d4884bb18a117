using Bot.Adapters.Terminal;
using Bot.Adapters.Tests.Stores;
using Bot.Core.Chat;

namespace Bot.Adapters.Tests.Terminal;

/// <summary>What stands on the screen.</summary>
public class TerminalScreenTests
{
    [Fact]
    public async Task Rooms_and_private_chats_are_marked()
    {
        using var table = new Table();
        await table.Type("Zoé (privé)> /aide");
        await table.Say(Table.Group, "Pour tout le monde.");
        await table.Say(Table.Group with { Thread = "jardin" }, "Au jardin.");
        await table.Say(Table.Alone("zoé"), "Pour toi.");
        await table.Say(Table.Alone("sam"), "Pour toi aussi.");
        await table.Platform.Send(
            new Outgoing("w", Table.Group, "Tout bas.") { OnlyFor = new Account("terminal", "zoé") }, edits: null, CancellationToken.None);
        Assert.Equal(
            "Pour tout le monde.\n#jardin Au jardin.\n(→ Zoé) Pour toi.\n(→ sam) Pour toi aussi.\n(→ Zoé) Tout bas.\n", table.Screen);
    }

    [Fact]
    public async Task Buttons_stand_behind_the_last_line_or_under_a_long_one()
    {
        using var table = new Table();
        await table.Say(Table.Group, "Deux actions libres :\nA1 jardinage\nA2 affiche", "Je prends", "Non");
        await table.Say(Table.Group, new string('x', 90), "Je prends", "Non");
        Assert.Equal(
            $"Deux actions libres :\n  A1 jardinage\n  A2 affiche\n  [Je prends] [Non]\n{new string('x', 90)}\n  [Je prends] [Non]\n", table.Screen);
    }

    [Fact]
    public async Task An_edit_is_shown_again_under_a_mark()
    {
        using var table = new Table();
        var id = await table.Say(Table.Alone("sam"), "Noté (A1).", "Je prends");
        await table.Edit(id, Table.Alone("sam"), "Pris (A1).", "Fait");
        await table.Edit("3.12", Table.Group, "Une carte d'avant-hier.");
        Assert.Equal("(→ sam) Noté (A1). [Je prends]\n(→ sam) ✎ Pris (A1). [Fait]\n✎ Une carte d'avant-hier.\n", table.Screen);
    }

    [Fact]
    public async Task An_edit_that_reads_what_was_just_answered_is_not_said_twice()
    {
        using var table = new Table();
        var id = await table.Say(Table.Alone("sam"), "Laquelle ?", "affiche");
        await table.Say(Table.Group, "Pris : « affiche », Sam. Erreur ? /oups");
        await table.Edit(id, Table.Alone("sam"), "Pris : « affiche », Sam.");
        Assert.Equal("(→ sam) Laquelle ? [affiche]\nPris : « affiche », Sam. Erreur ? /oups\n", table.Screen);
        Assert.Empty(await table.Type("Sam> [affiche]"));
    }

    [Fact]
    public async Task An_edit_that_only_takes_buttons_away_says_nothing()
    {
        using var table = new Table();
        var id = await table.Say(Table.Group, "Laquelle ?", "jardinage", "affiche");
        Assert.Equal(new Sent.Shown(id), await table.Edit(id, Table.Group, "Laquelle ?"));
        Assert.Equal("Laquelle ? [jardinage] [affiche]\n", table.Screen);
        Assert.Empty(await table.Type("[affiche]"));
    }

    [Theory]
    [InlineData("rouge \e[31m", "rouge ␛[31m")]
    [InlineData("titre \e]0;x\a", "titre ␛]0;x␇")]
    [InlineData("efface\b\b\u007F", "efface␈␈␡")]
    [InlineData("c1 \u009B31m", "c1 \uFFFD31m")]
    [InlineData("une\ttabulation\0", "une tabulation␀")]
    public async Task No_text_gives_orders_to_the_terminal(string text, string shown)
    {
        using var table = new Table();
        await table.Say(Table.Group, text, "a\e[1m\nb");
        Assert.Equal(shown + " [a␛[1m␊b]\n", table.Screen);
    }

    [Fact]
    public async Task A_return_does_not_write_over_what_stands_there()
    {
        using var table = new Table();
        await table.Say(Table.Group, "retour\rdessus", "ok");
        Assert.Equal("retour\n  dessus\n  [ok]\n", table.Screen);
    }

    [Fact]
    public async Task Neither_does_a_name_or_a_room()
    {
        using var table = new Table();
        await table.Say(Table.Group with { Thread = "\e[2J" }, "a");
        await table.Say(Table.Alone("\e[2J"), "b");
        await table.Type("Lina> [\e[2J", "Lina> [x\e[2J] ", "Lina> [\u0007]");
        Assert.Equal("#␛[2J a\n(→ ␛[2J) b\n", table.Screen);
        Assert.DoesNotContain(table.Hints, character => character != '\n' && char.IsControl(character));
    }

    [Fact]
    public async Task Marks_are_dim_and_buttons_bold_where_that_can_be()
    {
        using var table = new Table { Colours = true };
        await table.Say(Table.Group, "Noté.", "Oui");
        await table.Say(Table.Alone("sam"), "Noté.");
        await table.Type("Sam>");
        Assert.Equal("Noté. \e[1m[Oui]\e[0m\n\e[2m(→ sam) \e[0mNoté.\n", table.Screen);
        Assert.Equal("\e[2mLines that name nobody are now from Sam.\e[0m\n", table.Hints);
    }

    [Fact]
    public async Task Chatting_past_the_bot_gives_one_hint()
    {
        using var table = new Table();
        await table.Type("Lina (privé)> bonjour", "/libres", "!libres", "bonjour", "Sam> salut");
        Assert.Equal("The bot only hears what begins with / here: try /aide. Who speaks is named before it: Lina> /aide\n", table.Hints);
    }

    [Fact]
    public async Task A_file_gets_no_hint_for_chatting()
    {
        using var table = new Table { IsInteractive = false };
        Assert.Equal(2, (await table.Type("bonjour", "Sam> salut")).Count);
        Assert.Empty(table.Hints);
    }

    [Fact]
    public async Task Many_queues_never_write_into_each_other()
    {
        using var table = new Table();
        await Task.WhenAll(Enumerable.Range(0, 50).Select(each => Task.Run(() => table.Say(Table.Alone("p" + each), "un\ndeux\ntrois", "oui"))));
        var lines = table.Screen.Split('\n');
        Assert.Equal(201, lines.Length);
        Assert.All(lines.SkipLast(1).Chunk(4), message =>
        {
            Assert.EndsWith(") un", message[0], StringComparison.Ordinal);
            Assert.Equal(["  deux", "  trois", "  [oui]"], message.Skip(1));
        });
    }

    [Fact]
    public async Task Hints_that_nobody_can_read_are_no_matter()
    {
        var hints = new StringWriter();
        await hints.DisposeAsync();
        using var input = new StringReader("Sam>\nSam> [nowhere]\nSam> /libres");
        var platform = new TerminalPlatform(
            input, TextWriter.Null, hints, new HandClock(), new TerminalSettings(1, "lina"), () => Task.CompletedTask);
        var listener = new Chat.Listening();
        await platform.Listen(listener, CancellationToken.None);
        Assert.Single(listener.Heard);
    }

    [Fact]
    public async Task A_keyboard_that_breaks_is_the_end_of_it()
    {
        using var broken = new BrokenKeyboard();
        var platform = new TerminalPlatform(
            broken, TextWriter.Null, TextWriter.Null, new HandClock(), new TerminalSettings(1, "lina"), () => Task.CompletedTask);
        await platform.Listen(new Chat.Listening(), CancellationToken.None);
    }

    private sealed class BrokenKeyboard : TextReader
    {
        public override string? ReadLine() => throw new IOException("The terminal went away.");
    }
}
