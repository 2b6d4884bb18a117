using System.Net;
using System.Text;
using Bot.Adapters.Telegram;
using NodaTime;

namespace Bot.Adapters.Tests.Telegram;

/// <summary>Telegram calls the bot.</summary>
public sealed class WebhookTests
{
    private const string Path = "/hook/telegram";
    private static readonly WebhookSettings Hook = new(new Uri("https://coop.example" + Path), IPAddress.Loopback, 0);

    [Fact]
    public async Task What_is_delivered_is_answered_and_confirmed_once_it_is_kept()
    {
        await using var village = await Called();
        Assert.StartsWith("Noté : « jardinage » (A1).", await village.Say(village.Lina, "/action jardinage"), StringComparison.Ordinal);
        village.Api.Press(village.Sam, village.Group, "Je prends");
        await village.LetPass();
        Assert.StartsWith("Pris", village.Newest(village.Group), StringComparison.Ordinal);
        Assert.Equal(0, village.Bot.Waiting);
        Assert.DoesNotContain(village.Api.Exchanges, each => each.Method == "getUpdates");
    }

    [Fact]
    public async Task What_came_while_the_bot_was_away_is_delivered_when_it_is_back_and_counts_once()
    {
        await using var village = await Called();
        await village.Stop();
        village.Api.Say(village.Lina, village.Group, "/action une");
        village.Api.Say(village.Sam, village.Group, "/action deux");
        await village.Pass(Duration.FromMinutes(10));
        village.Start();
        village.Api.WebhookTarget = await village.Platform.ListensOn;
        await village.Pass(Duration.FromMinutes(2));
        await village.LetPass();
        Assert.Equal(["(A1)", "(A2)"], village.Said(village.Group).Skip(1).Select(text => text[text.IndexOf("(A", StringComparison.Ordinal)..][..4]));
    }

    [Theory]
    [InlineData("POST", Path, null, "{}", HttpStatusCode.Unauthorized)]
    [InlineData("POST", Path, "guess", "{}", HttpStatusCode.Unauthorized)]
    [InlineData("GET", Path, "right", "", HttpStatusCode.MethodNotAllowed)]
    [InlineData("POST", "/", "right", "{}", HttpStatusCode.NotFound)]
    [InlineData("POST", Path, "right", "{ not json", HttpStatusCode.OK)]
    [InlineData("POST", Path, "right", "{}", HttpStatusCode.OK)]
    public async Task Only_who_knows_the_secret_is_heard(string method, string path, string? secret, string body, HttpStatusCode status)
    {
        await using var village = await Called();
        Assert.Equal(status, await Post(village, method, path, secret, body));
        Assert.Single(village.Said(village.Group));
    }

    [Fact]
    public async Task A_body_without_end_is_refused()
    {
        await using var village = await Called();
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await Post(village, "POST", Path, "right", new string(' ', 2_000_000)));
        Assert.StartsWith("Noté", await village.Say(village.Lina, "/action jardinage"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_telegram_will_not_call_is_refused_with_a_sentence()
    {
        await using var village = await Village.Found(settings => settings with { Webhook = Hook with { Url = new Uri("http://coop.example/") } }, joins: false);
        var refused = await Assert.ThrowsAsync<Bot.Core.Chat.PlatformRefusedException>(village.Ended);
        Assert.Contains("Telegram:Webhook:Url", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asks_for_messages_later_takes_the_webhook_away_and_loses_none()
    {
        await using var village = await Called();
        await village.Stop();
        village.Api.Say(village.Lina, village.Group, "/action une");
        village.Settle = settings => settings with { Webhook = null };
        village.Start();
        await village.LetPass();
        Assert.StartsWith("Noté", village.Newest(village.Group), StringComparison.Ordinal);
    }

    private static async Task<Village> Called()
    {
        var village = await Village.Found(settings => settings with { Webhook = Hook }, joins: false);
        village.Api.WebhookTarget = await village.Platform.ListensOn;
        await Village.Until(() => village.Bot.Webhook.Length > 0);
        village.Api.SetBot(village.Bot, village.Group, "member", village.Lina);
        await village.LetPass();
        return village;
    }

    private static async Task<HttpStatusCode> Post(Village village, string method, string path, string? secret, string body)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(await village.Platform.ListensOn, path));
        request.Content = method == "GET" ? null : new StringContent(body, Encoding.UTF8, "application/json");
        if (secret is not null)
        {
            request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret == "right" ? village.Platform.Secret : secret);
        }

        using var response = await client.SendAsync(request);
        return response.StatusCode;
    }
}
