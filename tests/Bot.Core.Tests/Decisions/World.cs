using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Tests.Replay;
using Bot.Core.Turns;
using Bot.Host;
using Bot.Host.Replay;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Bot.Core.Tests.Decisions;

/// <summary>A platform of a world: it shows everything, or refuses to reach somebody alone, and remembers what was shown where.</summary>
internal sealed class WorldPlatform(string name, Capabilities abilities) : IChatPlatform
{
    private readonly Dictionary<string, string> taken = new(StringComparer.Ordinal);
    private readonly List<(Place Place, string Text)> texts = [];
    private readonly Dictionary<string, IReadOnlyList<Button>> buttons = new(StringComparer.Ordinal);

    /// <summary>Those who closed their private chat.</summary>
    public HashSet<string> Closed { get; } = new(StringComparer.Ordinal);

    /// <summary>Where something about a subject was shown; shared by all platforms of the world.</summary>
    public required Action<string, Place, Account?> WhenShown { get; init; }

    /// <summary>The file that was shown last.</summary>
    public Attachment? File { get; private set; }

    /// <summary>What may be shown as a poll, too, by its subject.</summary>
    public List<string?> Polls { get; } = [];

    public string Name => name;

    public Capabilities CapabilitiesOf(Place place) => abilities;

    public Task Listen(IListener listener, CancellationToken stop) => Task.CompletedTask;

    /// <summary>What people read in a place: each post and each edit.</summary>
    public IReadOnlyList<string> ReadIn(Place place)
    {
        lock (taken)
        {
            return [.. texts.Where(each => each.Place == place).Select(each => each.Text)];
        }
    }

    /// <summary>The newest message in a place that shows a button, and the button's token.</summary>
    public (string Message, string Token)? Find(Place place, string label) =>
        buttons.Where(each => each.Key.StartsWith(place + "|", StringComparison.Ordinal)).Reverse()
            .SelectMany(each => each.Value.Where(button => button.Label == label).Select(button => ((string, string)?)(each.Key, button.Token))).FirstOrDefault();

    public Task<Sent> Send(Outgoing message, string? edits, CancellationToken stop)
    {
        lock (taken)
        {
            if (message.To.Id.StartsWith('@') && Closed.Contains(message.To.Id[1..]))
            {
                return Task.FromResult<Sent>(new Sent.Refused("There is no such chat."));
            }

            if (!taken.TryGetValue(message.Id, out var id))
            {
                taken[message.Id] = id = edits ?? string.Create(CultureInfo.InvariantCulture, $"{message.To}|{taken.Count}");
                texts.Add((message.To, message.Text));
                File = message.File ?? File;
                if (message.Poll is not null && edits is null)
                {
                    Polls.Add(message.Subject);
                }

                buttons.Remove(id);
                buttons[id] = message.Buttons;
                if (message.Subject is { } subject)
                {
                    WhenShown(subject, message.To, message.OnlyFor);
                }
            }

            return Task.FromResult<Sent>(new Sent.Shown(id));
        }
    }
}

/// <summary>A whole bot with its platforms and a clock moved by hand, on a store that outlives its restarts. It keeps its own count of who was shown what.</summary>
internal sealed partial class World : IAsyncDisposable
{
    private readonly Func<TimeProvider, IStore> stores;
    private readonly List<(string Subject, Place Place, Account? Only)> shown = [];
    private readonly Dictionary<string, HashSet<Place>> seenIn = new(StringComparer.Ordinal);
    private Babillard bot;
    private IStore store;
    private Coop? last;
    private int keys;
    private int drawn;

    public World(params (string Name, Capabilities Abilities)[] platforms)
        : this(Playing.InMemory(), platforms)
    {
    }

    public World(Func<TimeProvider, IStore> stores, params (string Name, Capabilities Abilities)[] platforms)
    {
        this.stores = stores;
        Platforms = [.. platforms.Select(each => new WorldPlatform(each.Name, each.Abilities) { WhenShown = (subject, place, only) =>
        {
            lock (shown)
            {
                shown.Add((subject, place, only));
            }
        } })];
        store = stores(Time);
        bot = Build();
    }

    public ManualTime Time { get; } = new(Vote.Opened);

    public IReadOnlyList<WorldPlatform> Platforms { get; }

    public IStore Store => store;

    public Conversation Conversation => bot.Conversation;

    /// <summary>The coop that meets in the first platform's group, as the store has it.</summary>
    public Coop Coop
    {
        get
        {
            var id = store.CoopOf(Group(Platforms[0]))!;
            var kept = store.Load(id);
            return last = last?.Version == kept.Version ? last : Coop.From(id, kept);
        }
    }

    public static Place Group(WorldPlatform platform) => new(platform.Name, "bot", "group");

    public static Place Chat(WorldPlatform platform, string who) => new(platform.Name, "bot", "@" + who);

    /// <summary>Somebody writes, in the group or alone with the bot.</summary>
    public Said Says(WorldPlatform platform, string who, string text, bool isPrivate = false, string? replyTo = null)
    {
        var place = isPrivate ? Chat(platform, who) : Group(platform);
        Note(who, place);
        var key = NextKey(platform);
        return new Said(key, place, Speaker(platform, who, isPrivate), Time.GetCurrentInstant(), key, text) { IsPrivate = isPrivate, Addressed = replyTo is not null, ReplyTo = replyTo };
    }

    /// <summary>Somebody presses a button of the newest message that shows it; null when none does.</summary>
    public Incoming? Presses(WorldPlatform platform, string who, string label, bool isPrivate = false)
    {
        var place = isPrivate ? Chat(platform, who) : Group(platform);
        if (platform.Find(place, label) is not { } found)
        {
            return null;
        }

        Note(who, place);
        return new Pressed(NextKey(platform), place, Speaker(platform, who, isPrivate), Time.GetCurrentInstant(), found.Message, found.Token) { IsPrivate = isPrivate };
    }

    /// <summary>Somebody reacts to the newest message that shows a choice, with the keycap of that choice.</summary>
    public Incoming? Reacts(WorldPlatform platform, string who, string label, string keycap)
    {
        if (platform.Find(Group(platform), label) is not { } found)
        {
            return null;
        }

        Note(who, Group(platform));
        return new Reacted(NextKey(platform), Group(platform), Speaker(platform, who, isPrivate: false), Time.GetCurrentInstant(), found.Message, keycap);
    }

    public async Task Hear(Incoming incoming)
    {
        await bot.Conversation.Hear(incoming);
        await bot.Postman.Idle();
    }

    /// <summary>Somebody links two of their accounts, by a code that the first is given and the second shows; returns the code.</summary>
    public async Task<string> Link(string who, WorldPlatform known, WorldPlatform other, string whoThere)
    {
        var code = await AskForCode(who, known);
        await Hear(Says(other, whoThere, $"/relier {code}", isPrivate: true));
        return code;
    }

    /// <summary>Somebody asks for a code and reads it.</summary>
    public async Task<string> AskForCode(string who, WorldPlatform platform)
    {
        await Hear(Says(platform, who, "/relier", isPrivate: true));
        return Code().Match(platform.ReadIn(Chat(platform, who))[^1]).Value;
    }

    public async Task Forget(int member)
    {
        var id = store.CoopOf(Group(Platforms[0]))!;
        await bot.Conversation.Forget(id, member);
        await bot.Postman.Idle();
    }

    /// <summary>Time passes; what became due runs after it, all at once and late, as after a nap, or in time.</summary>
    public async Task Pass(Duration time, bool inTime)
    {
        var until = Time.GetCurrentInstant() + time;
        while (inTime && store.NextDue() is { } due && due <= until)
        {
            Time.MoveTo(Instant.Max(due, Time.GetCurrentInstant()));
            await bot.Jobs.RunDue();
            await bot.Postman.Idle();
        }

        Time.MoveTo(until);
        await bot.Jobs.RunDue();
        await bot.Postman.Idle();
        store.NoteAlive(Time.GetCurrentInstant());
    }

    /// <summary>The bot ends, cleanly or not, stays away for a while and comes back.</summary>
    public async Task Restart(bool isClean, Duration away)
    {
        if (isClean)
        {
            await bot.DisposeAsync();
        }
        else
        {
            bot.Postman.Dispose();
        }

        Time.MoveTo(Time.GetCurrentInstant() + away);
        store = stores(Time);
        bot = Build();
        bot.Postman.Resume();
    }

    /// <summary>Whether somebody was surely shown something about a subject, by the platforms' own account.</summary>
    public bool WasShown(string subject, string who)
    {
        lock (shown)
        {
            return shown.Exists(each => each.Subject == subject && (each.Only is null ? seenIn.GetValueOrDefault(who)?.Contains(each.Place) == true : each.Only.Id == who));
        }
    }

    public ValueTask DisposeAsync() => bot.DisposeAsync();

    private void Note(string who, Place place)
    {
        if (!seenIn.TryGetValue(who, out var places))
        {
            seenIn[who] = places = [];
        }

        places.Add(place);
        Platforms.First(platform => platform.Name == place.Platform).Closed.Remove(place.Id.StartsWith('@') ? who : "");
    }

    private static Speaker Speaker(WorldPlatform platform, string who, bool isPrivate) =>
        new(new Account(platform.Name, who), who, SharedGroup: isPrivate ? Group(platform) : null);

    private string NextKey(WorldPlatform platform) => string.Create(CultureInfo.InvariantCulture, $"{platform.Name}:{++keys}");

    private Babillard Build() => new(
        store, Platforms, Playing.Parts, Time, Bytes, new Defaults("fr", "Europe/Paris"), NullLoggerFactory.Instance);

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        BitConverter.TryWriteBytes(bytes, ++drawn);
        return bytes;
    }

    [GeneratedRegex("[A-Z2-9]{4}-[A-Z2-9]{4}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
