using Bot.Adapters.Telegram;
using Bot.Adapters.Tests.Chat;
using Bot.Adapters.Tests.Telegram.Fake;
using Bot.Core.Chat;
using Bot.Host.Replay;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Bot.Adapters.Tests.Telegram;

public sealed class TelegramContract : ChatPlatformContract
{
    protected override FarSide Open(IReadOnlyList<string> written)
    {
        var time = new ManualTime(Instant.FromUtc(2026, 11, 21, 10, 0));
        var api = FakeBotApi.Open(time).GetAwaiter().GetResult();
        var bot = api.NewBot(Village.Token, "babillard_bot");
        var lina = api.NewPerson(7, "Lina");
        var garden = api.NewGroup(-4001, "Jardin", isForum: false, lina);
        garden.Members[bot.Account.Id] = "member";
        foreach (var line in written)
        {
            api.Say(lina, garden, line);
        }

        var platform = new TelegramPlatform(new TelegramSettings(Village.Token, api.Root) { Limits = Limits.None }, time, NullLogger<TelegramPlatform>.Instance);
        return new Garden(api, platform, lina, garden);
    }

    private sealed class Garden(FakeBotApi api, TelegramPlatform platform, Somebody lina, FakeChat chat) : FarSide
    {
        public override IChatPlatform Platform => platform;

        public override Place Group { get; } = new("telegram", "900001", "-4001");

        public override string Shown => string.Join('\n', api.SeenBy(lina, chat).Select(message => $"{message.File?.Name} {message.Text}"));

        public override void GoAway() => api.Cut().GetAwaiter().GetResult();

        protected override void Dispose(bool disposing)
        {
            platform.Dispose();
            api.DisposeAsync().AsTask().GetAwaiter().GetResult();
        }
    }
}
