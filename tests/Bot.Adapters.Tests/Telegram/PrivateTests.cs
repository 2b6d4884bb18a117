using NodaTime;

namespace Bot.Adapters.Tests.Telegram;

/// <summary>What one person alone shall read, and the ways to them.</summary>
public sealed class PrivateTests
{
    [Fact]
    public async Task A_stranger_who_opens_the_chat_learns_how_to_begin()
    {
        await using var village = await Village.Found();
        var stranger = village.Api.NewPerson(77, "Zoé");
        village.Api.Start(stranger, village.Bot);
        await village.LetPass();
        Assert.StartsWith("Bonjour ! Je suis la mémoire d'un groupe.", village.Newest(village.Api.PrivateChat(stranger)!), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-4001", false, "Bonjour ! Je suis la mémoire")]
    [InlineData("-4001", true, "Voici de quoi commencer")]
    [InlineData("-4999", true, "Bonjour ! Je suis la mémoire")]
    [InlineData("nonsense", true, "Bonjour ! Je suis la mémoire")]
    public async Task Who_comes_from_a_group_belongs_to_it_and_who_only_says_so_does_not(string payload, bool isMember, string answer)
    {
        await using var village = await Village.Found();
        var zoe = village.Api.NewPerson(77, "Zoé");
        if (isMember)
        {
            village.Group.Members[zoe.Id] = "member";
        }

        village.Api.Start(zoe, village.Bot, payload);
        await village.LetPass();
        Assert.StartsWith(answer, village.Newest(village.Api.PrivateChat(zoe)!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_makes_a_second_account_the_same_member_and_serves_once()
    {
        await using var village = await Village.Found();
        village.Api.Start(village.Sam, village.Bot, "-4001");
        await village.LetPass();
        village.Api.Say(village.Sam, village.Api.PrivateChat(village.Sam)!, "/relier");
        await village.LetPass();
        var way = village.Newest(village.Api.PrivateChat(village.Sam)!).Split(' ', '\n').Single(word => word.StartsWith("https://t.me/babillard_bot?start=", StringComparison.Ordinal));

        var phone = village.Api.NewPerson(78, "Sam P.");
        village.Api.Start(phone, village.Bot, way.Split('=')[1]);
        await village.LetPass();
        Assert.StartsWith("Relié : tu es Sam", village.Newest(village.Api.PrivateChat(phone)!), StringComparison.Ordinal);
        Assert.StartsWith("Relié à l'instant : un compte Telegram (Sam P.)", village.Newest(village.Api.PrivateChat(village.Sam)!), StringComparison.Ordinal);

        var thief = village.Api.NewPerson(79, "Max");
        village.Api.Start(thief, village.Bot, way.Split('=')[1]);
        await village.LetPass();
        Assert.StartsWith("Ce code ne sert plus.", village.Newest(village.Api.PrivateChat(thief)!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_personal_waits_until_the_chat_is_open_and_a_button_leads_there()
    {
        await using var village = await Village.Found();
        await village.Say(village.Sam, "/action jardinage");
        village.Api.Press(village.Sam, village.Group, "Je prends");
        await village.LetPass();

        var line = await village.Say(village.Sam, "/mes_actions");
        Assert.Equal("Sam, ouvre la discussion avec moi : une réponse t'attend. [Ouvrir la discussion]", line);
        var way = village.Api.WrittenBy(village.Bot, village.Group)[^1].Buttons.Single().Url!;
        Assert.Equal("https://t.me/babillard_bot?start=-4001", way);

        village.Api.Start(village.Sam, village.Bot, "-4001");
        await village.LetPass();
        var alone = village.Said(village.Api.PrivateChat(village.Sam)!);
        Assert.Contains("jardinage", alone[0], StringComparison.Ordinal);
        Assert.DoesNotContain(village.Said(village.Group), text => text.Contains("Tes actions", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_administrator_whispers_in_the_group()
    {
        await using var village = await Village.Found();
        village.Api.SetBot(village.Bot, village.Group, "administrator", village.Lina);
        await village.LetPass();
        await village.Say(village.Sam, "/mes_actions");

        var whisper = village.Api.SeenBy(village.Sam, village.Group)[^1];
        Assert.Equal((village.Sam, "Aucune action en cours pour toi."), (whisper.OnlyFor, whisper.Text.Split('\n')[0]));
        Assert.DoesNotContain(village.Api.SeenBy(village.Lina, village.Group), message => message.OnlyFor is not null);
    }

    [Fact]
    public async Task What_it_is_in_a_group_is_asked_anew_after_a_restart()
    {
        await using var village = await Village.Found();
        village.Api.SetBot(village.Bot, village.Group, "administrator", village.Lina);
        await village.LetPass();
        await village.Stop();
        village.Start();
        await village.Say(village.Lina, "/libres");
        await village.Say(village.Sam, "/mes_actions");
        Assert.Equal(village.Sam, village.Api.SeenBy(village.Sam, village.Group)[^1].OnlyFor);
    }

    [Fact]
    public async Task A_command_that_only_its_author_sees_is_answered_to_them_alone_without_any_rights()
    {
        await using var village = await Village.Found();
        village.Api.Say(village.Sam, village.Group, "/mes_actions", isAlone: true);
        await village.LetPass();
        Assert.Equal(village.Sam, village.Api.SeenBy(village.Sam, village.Group)[^1].OnlyFor);
        Assert.Single(village.Api.SeenBy(village.Lina, village.Group));
    }

    [Fact]
    public async Task A_question_to_a_press_is_asked_alone_and_its_buttons_answer_alone()
    {
        await using var village = await Village.Found();
        await village.Say(village.Lina, "/action tondre le pré");
        await village.Say(village.Lina, "/action tondre la pelouse");
        village.Api.Say(village.Sam, village.Group, "/aide", isAlone: true);
        await village.LetPass();
        village.Api.Press(village.Sam, village.Group, "Tout voir");
        await village.LetPass();
        var all = village.Api.SeenBy(village.Sam, village.Group)[^1];
        Assert.Equal(village.Sam, all.OnlyFor);
        Assert.StartsWith("Tout ce que je comprends", all.Text, StringComparison.Ordinal);
        Assert.Equal(1, village.Api.SeenBy(village.Sam, village.Group).Count(message => message.OnlyFor is not null && message.From.IsBot));
    }

    [Fact]
    public async Task A_whisper_that_is_refused_reaches_the_private_chat_instead()
    {
        await using var village = await Village.Found();
        village.Api.SetBot(village.Bot, village.Group, "administrator", village.Lina);
        village.Api.Start(village.Sam, village.Bot, "-4001");
        await village.LetPass();
        village.Group.Members[village.Bot.Account.Id] = "member";
        await village.Say(village.Sam, "/mes_actions");
        Assert.StartsWith("Aucune action en cours pour toi.", village.Newest(village.Api.PrivateChat(village.Sam)!), StringComparison.Ordinal);
        Assert.Single(village.Said(village.Group));
    }

    [Fact]
    public async Task And_where_there_is_none_the_group_hears_only_that_something_waits()
    {
        await using var village = await Village.Found();
        village.Api.SetBot(village.Bot, village.Group, "administrator", village.Lina);
        await village.LetPass();
        village.Group.Members[village.Bot.Account.Id] = "member";
        Assert.StartsWith("Sam, ouvre la discussion avec moi", await village.Say(village.Sam, "/mes_actions"), StringComparison.Ordinal);

        village.Api.Start(village.Sam, village.Bot);
        await village.LetPass();
        Assert.StartsWith("Aucune action en cours pour toi.", village.Said(village.Api.PrivateChat(village.Sam)!)[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_too_old_to_whisper_shows_nothing_to_anybody_else_for_long()
    {
        await using var village = await Village.Found();
        village.Api.KnowsEphemeral = false;
        village.Api.SetBot(village.Bot, village.Group, "administrator", village.Lina);
        village.Api.Start(village.Sam, village.Bot, "-4001");
        await village.LetPass();
        await village.Say(village.Sam, "/mes_actions");
        await village.Say(village.Sam, "/mes_actions");

        Assert.Single(village.Said(village.Group));
        Assert.Single(village.Api.Exchanges, each => each.Method == "deleteMessage");
        Assert.Equal(2, village.Said(village.Api.PrivateChat(village.Sam)!).Count(text => text.StartsWith("Aucune action en cours pour toi.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Whoever_blocks_the_bot_is_left_alone_and_heard_again_when_they_come_back()
    {
        await using var village = await Village.Found();
        village.Api.Start(village.Sam, village.Bot, "-4001");
        await village.LetPass();
        var chat = village.Api.PrivateChat(village.Sam)!;
        village.Api.SetBot(village.Bot, chat, "blocked", village.Sam);
        await village.LetPass();
        await village.Say(village.Sam, "/mes_actions");
        await village.Say(village.Sam, "/mes_actions");
        Assert.DoesNotContain(village.Api.Exchanges, each => !each.IsOk);

        village.Api.SetBot(village.Bot, chat, "member", village.Sam);
        await village.LetPass();
        await village.Say(village.Sam, "/mes_actions");
        Assert.StartsWith("Aucune action en cours pour toi.", village.Newest(chat), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_reads_what_is_theirs_in_their_language()
    {
        await using var village = await Village.Found();
        village.Api.Start(village.Amina, village.Bot, "-4001");
        await village.LetPass();
        Assert.StartsWith("Here is how to begin", village.Newest(village.Api.PrivateChat(village.Amina)!), StringComparison.Ordinal);
        await village.Pass(Duration.FromSeconds(1));
    }
}
