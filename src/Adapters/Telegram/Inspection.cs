using System.Globalization;
using Bot.Adapters.Telegram.Api;
using Bot.Core.Chat;

namespace Bot.Adapters.Telegram;

/// <summary>Asks Telegram how the bot stands, without changing anything.</summary>
public static class Inspection
{
    /// <summary>Looks at the token, the privacy mode, the webhook, and the rights in known groups.</summary>
    /// <param name="settings">How Telegram is reached.</param>
    /// <param name="groups">The conversations the bot knows.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<IReadOnlyList<Finding>> Inspect(TelegramSettings settings, IReadOnlyList<Place> groups, CancellationToken stop)
    {
        using var client = new TelegramClient(settings.Root, settings.Token);
        var (me, failure) = await client.Call(Methods.GetMe, new NoParameters(), stop);
        if (me is null)
        {
            return [WhyNot(settings, failure)];
        }

        var (webhook, _) = await client.Call(Methods.GetWebhookInfo, new NoParameters(), stop);
        List<Finding> findings = [.. OfBot(me), .. OfWebhook(settings.Webhook, webhook)];
        var bot = me.Id.ToString(CultureInfo.InvariantCulture);
        foreach (var group in groups.Where(group => group.Bot == bot && group.Id.StartsWith('-')))
        {
            findings.Add(await OfGroup(client, me, long.Parse(group.Id, CultureInfo.InvariantCulture), stop));
        }

        return findings;
    }

    private static Finding WhyNot(TelegramSettings settings, Failure? failure) => failure switch
    {
        { IsTokenRefused: true } => new(TelegramPlatform.UnknownToken, IsTrouble: true),
        { Reach: Reach.Answered } => new($"Telegram answers: {failure.Description}", IsTrouble: true),
        _ => new($"Telegram cannot be reached at {settings.Root}: {failure?.Description} Look at the network, and at Telegram:ApiRoot.", IsTrouble: true),
    };

    private static IEnumerable<Finding> OfBot(User me)
    {
        yield return new($"Telegram knows the bot as @{me.Username}.");
        if (me.CanJoinGroups == false)
        {
            yield return new("It may not be added to groups. To change that, write to @BotFather: /setjoingroups, the bot, Enable.", IsTrouble: true);
        }

        yield return me.CanReadAllGroupMessages == true
            ? new("Privacy mode is off: Telegram sends the bot all that is written in its groups, although it only keeps what is addressed to it. "
                + "To turn it on, write to @BotFather: /setprivacy, the bot, Enable; then remove the bot from its groups and add it again.")
            : new("Privacy mode is on, as it should be: in groups the bot sees commands (/aide), replies to its messages and pressed buttons, and nothing else.");
    }

    private static IEnumerable<Finding> OfWebhook(WebhookSettings? wanted, WebhookInfo? found)
    {
        if (found is null)
        {
            yield break;
        }

        yield return (wanted, found.Url) switch
        {
            (null, "") => new("Messages are asked for; nothing else has to be reachable."),
            (null, var url) => new($"Messages are delivered to {url}, which is no setting of this bot. When it starts, it stops that and asks for them."),
            ({ } webhook, var url) when url == webhook.Url.AbsoluteUri => new($"Messages are delivered to {url}."),
            ({ } webhook, _) => new($"When the bot starts, messages will be delivered to {webhook.Url}."),
        };
        if (found is { Url.Length: > 0, LastErrorMessage: { } trouble })
        {
            yield return new($"Telegram's last try to deliver one failed: {trouble}. {found.PendingUpdateCount} wait.");
        }
    }

    private static async Task<Finding> OfGroup(TelegramClient client, User me, long id, CancellationToken stop)
    {
        var (chat, _) = await client.Call(Methods.GetChat, new GetChat(id), stop);
        var (member, failure) = await client.Call(Methods.GetChatMember, new GetChatMember(id, me.Id), stop);
        var name = chat?.Title is { } title ? $"« {title} »" : $"the group {id.ToString(CultureInfo.InvariantCulture)}";
        return member switch
        {
            null => new($"In {name} nothing can be learnt of the bot: {failure?.Description}"),
            { IsThere: false } => new($"The bot is not in {name} any more. Add it again, or leave it so."),
            { CanSendMessages: false } => new($"In {name} the bot may not write. Give it the right to, in the group's settings.", IsTrouble: true),
            { IsAdministrator: true } => new($"In {name} the bot is an administrator: it sees all that is written there, and can answer one person alone in the group."),
            _ => new($"In {name} the bot is a member, which is enough; what is for one person alone goes to their private chat."),
        };
    }
}
