using Bot.Adapters.Telegram;
using Bot.Adapters.Telegram.Api;
using Bot.Core.Chat;
using NodaTime;
using TelegramChat = Bot.Adapters.Telegram.Api.Chat;

namespace Bot.Adapters.Tests.Telegram;

/// <summary>What people said and sent on Telegram, and somebody keeps by replying to it.</summary>
public sealed class KeepingTests
{
    private static readonly User Bot = new(900001, "Babillard") { IsBot = true };

    [Fact]
    public async Task A_reply_keeps_what_somebody_said_under_their_name()
    {
        await using var village = await Village.Found();
        await village.Say(village.Sam, "/libres");
        var said = village.Api.Say(village.Sam, village.Group, "La mairie a dit oui");
        Assert.StartsWith(
            "Gardé au journal du sam. 21 nov. (J1) : « La mairie a dit oui ». Sam, ça te va ?", await village.Say(village.Lina, "/journal", replyTo: said.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reply_to_the_bot_keeps_none_of_its_words()
    {
        await using var village = await Village.Found();
        var asked = village.Api.WrittenBy(village.Bot, village.Group)[^1];
        Assert.StartsWith("Que garder dans le journal ?", await village.Say(village.Lina, "/journal", replyTo: asked.Id), StringComparison.Ordinal);
    }

    // https://core.telegram.org/api/links#message-links: only supergroups have links that their members open.
    [Theory]
    [InlineData(-1_001_234_567_890, "supergroup", null, "https://t.me/c/1234567890/5")]
    [InlineData(-1_001_234_567_890, "supergroup", 42L, "https://t.me/c/1234567890/42/5")]
    [InlineData(-4001, "group", null, null)]
    [InlineData(7, "private", null, null)]
    public void A_file_is_known_by_its_name_and_by_the_link_to_its_message(long chat, string type, long? topic, string? link)
    {
        var message = From(chat, type) with { Caption = "/journal plan", Document = new NamedFile { FileName = "plan.pdf" }, MessageThreadId = topic, IsTopicMessage = topic is not null };
        Assert.Equal(new SharedFile("plan.pdf", link), Heard(message).File);
    }

    [Fact]
    public void A_picture_without_words_is_kept_too()
    {
        var picture = From(-1_001_234_567_890, "supergroup") with { MessageId = 4, From = new User(8, "Sam"), Photo = [new NamedFile()] };
        var heard = Heard(From(-1_001_234_567_890, "supergroup") with { Text = "/journal", ReplyToMessage = picture });
        Assert.Equal(("", "Sam", "8"), (heard.Quotes!.Text, heard.Quotes.By.Name, heard.Quotes.By.Account.Id));
        Assert.Equal("photo.jpg https://t.me/c/1234567890/4", heard.Quotes.Words);
    }

    [Fact]
    public void Who_hides_behind_a_groups_name_is_quoted_as_nobody_in_particular_and_other_bots_not_at_all()
    {
        var hidden = From(-4001, "group") with { Text = "bonjour", From = new User(1087968824, "Group") { IsBot = true }, SenderChat = new TelegramChat(-4001, "group") };
        Assert.False(Heard(From(-4001, "group") with { Text = "/journal", ReplyToMessage = hidden }).Quotes!.By.IsPerson);
        Assert.Null(Heard(From(-4001, "group") with { Text = "/journal", ReplyToMessage = hidden with { SenderChat = null } }).Quotes);
    }

    private static Message From(long chat, string type) => new(new TelegramChat(chat, type)) { MessageId = 5, Date = 1_800_000_000, From = new User(7, "Lina") };

    private static Said Heard(Message message) => Assert.IsType<Said>(new UpdateReader(Bot).Read(new Update(1, message), Instant.FromUnixTimeSeconds(1_800_000_000)));
}
