using Bot.Adapters.Tests.Telegram.Fake;
using Bot.Host.Replay;

namespace Bot.Adapters.Tests.Telegram;

/// <summary>Does on Telegram what a transcript says that people do.</summary>
/// <param name="village">Where.</param>
internal sealed class TelegramPlayer(Village village)
{
    private const long FirstNewcomer = 100;
    private const long FirstTopic = 42;
    private const string Welcome = "Voici de quoi commencer";
    private readonly Dictionary<string, Somebody> people = new(StringComparer.Ordinal) { ["Lina"] = village.Lina, ["Sam"] = village.Sam };
    private readonly Dictionary<string, long> topics = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, Where Where), Standing> lastWords = [];
    private readonly List<(string Label, FakeChat Chat, Standing Message, string Data)> pressed = [];

    /// <summary>Everybody who has done something so far.</summary>
    public IReadOnlyDictionary<string, Somebody> People => people;

    /// <summary>The topics, by the names the transcript gives them.</summary>
    public IReadOnlyDictionary<string, long> Topics => topics;

    /// <summary>What people read because they opened the private chat, as one must on Telegram: by chat and message.</summary>
    public HashSet<(long Chat, long Message)> Welcomes { get; } = [];

    /// <summary>A topic is begun in the group.</summary>
    public void BeginTopic(string name)
    {
        topics[name] = FirstTopic + topics.Count;
        village.Group.Topics[topics[name]] = false;
    }

    /// <summary>Does it, and waits for nothing but what Telegram itself demands.</summary>
    public async Task Play(PlayedLine line)
    {
        switch (line)
        {
            case ClockLine clock:
                await village.PassUntil(clock.To);
                break;
            case RestartLine:
                await village.Stop();
                village.Start();
                break;
            case NoPrivateChatLine:
                // Here nobody has one before they begin it.
                break;
            case AddsBotLine adds:
                village.Api.SetBot(village.Bot, village.Group, "member", PersonOf(adds.Name));
                break;
            case MemberLine member:
                await Do(member);
                break;
            default:
                throw new NotSupportedException($"Line {line.Number} cannot be played on Telegram.");
        }
    }

    private async Task Do(MemberLine line)
    {
        var who = PersonOf(line.Name);
        if (line.Where.IsPrivate && village.Api.PrivateChat(who) is null)
        {
            await Open(who);
        }

        switch (line)
        {
            case SaysLine says:
                lastWords[(line.Name, line.Where)] = village.Api.Say(who, ChatOf(who, line.Where), says.Text, ThreadOf(line.Where));
                break;
            case RepliesLine replies:
                var answered = Newest(who, ChatOf(who, line.Where), line.Where, message => IsAbout(message, replies.Subject)).Id;
                village.Api.Say(who, ChatOf(who, line.Where), replies.Text, ThreadOf(line.Where), answered);
                break;
            case EditsLine edits:
                village.Api.Edit(ChatOf(who, line.Where), lastWords[(line.Name, line.Where)], edits.Text);
                break;
            case PressesLine { IsOld: true } old:
                var (_, chat, message, data) = pressed.Where(each => each.Label == old.Label && each.Chat == ChatOf(who, line.Where)).MaxBy(each => each.Message.Id);
                village.Api.PressData(who, chat, message, data);
                break;
            case PressesLine presses:
                Press(who, presses);
                break;
            default:
                throw new NotSupportedException($"Line {line.Number} cannot be played on Telegram.");
        }
    }

    private async Task Open(Somebody who)
    {
        village.Api.Start(who, village.Bot, $"{village.Group.Id}");
        await village.LetPass();
        var chat = village.Api.PrivateChat(who)!;
        Welcomes.Add((chat.Id, village.Api.WrittenBy(village.Bot, chat).Last(each => each.Text.StartsWith(Welcome, StringComparison.Ordinal)).Id));
    }

    // Who says nothing of where has the group before their eyes, and their private chat.
    private void Press(Somebody who, PressesLine line)
    {
        bool Shows(Standing message) => IsAbout(message, line.Subject) && message.Buttons.Any(button => button.Label == line.Label);
        var chat = ChatOf(who, line.Where);
        if (line.Where == Where.Home && !village.Api.SeenBy(who, chat).Any(message => message.Thread is null && Shows(message)))
        {
            chat = village.Api.PrivateChat(who)!;
        }

        var message = Newest(who, chat, line.Where, Shows);
        var data = message.Buttons.First(button => button.Label == line.Label).Data!;
        pressed.Add((line.Label, chat, message, data));
        village.Api.PressData(who, chat, message, data);
    }

    private Standing Newest(Somebody who, FakeChat chat, Where where, Func<Standing, bool> isMeant) =>
        village.Api.SeenBy(who, chat).Last(message => message.From.IsBot && message.Thread == ThreadOf(where) && isMeant(message));

    private static bool IsAbout(Standing message, string? subject) =>
        subject is null || message.Text.Split(' ', '\n', '(', ')', ':', ',', '.').Contains(subject);

    private FakeChat ChatOf(Somebody who, Where where) => where.IsPrivate ? village.Api.PrivateChat(who)! : village.Group;

    private long? ThreadOf(Where where) => where.Room is { } room ? topics[room] : null;

    private Somebody PersonOf(string name)
    {
        if (!people.TryGetValue(name, out var person))
        {
            people[name] = person = village.Api.NewPerson(FirstNewcomer + people.Count, name);
            village.Group.Members[person.Id] = "member";
        }

        return person;
    }
}
