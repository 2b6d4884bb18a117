using Bot.Host.Replay;

namespace Bot.EndToEnd.Tests;

/// <summary>Does on Matrix what a transcript says that people do. What they mean by « the message about A1 » is looked up in the conversation beside it.</summary>
/// <param name="village">Where.</param>
/// <param name="group">The room of the group.</param>
/// <param name="beside">The same conversation, played without Matrix.</param>
internal sealed class MatrixPlayer(Village village, string group, TranscriptPlatform beside)
{
    private const string Welcome = "Voici de quoi commencer";
    private readonly Dictionary<string, string> chats = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, string Room), string> lastWords = [];
    private readonly Dictionary<(string Name, string Emoji), string> reactions = [];

    /// <summary>The private chats, by whose they are.</summary>
    public IReadOnlyDictionary<string, string> Chats => chats;

    /// <summary>What people read because they opened a private chat, as one must here.</summary>
    public HashSet<string> Welcomes { get; } = new(StringComparer.Ordinal);

    /// <summary>The last thing somebody did.</summary>
    public string? Last { get; private set; }

    /// <summary>Gets ready to do it, while the conversation beside is as it was before; returns what does it.</summary>
    public async Task<Func<Task>> Prepare(PlayedLine line)
    {
        switch (line)
        {
            case AddsBotLine adds:
                return async () =>
                {
                    await village.People.Ask<bool>("invite", adds.Name, new { room = group, who = Village.Bot });
                    await village.People.Ask<bool>("joined", adds.Name, new { room = group, who = Village.Bot });
                    await Village.Until(() => village.Wire.Sent.Any(each => each.Room == group));
                };
            case MemberLine member:
                var room = member.Where.IsPrivate ? await Chat(member.Name) : group;
                return await Prepare(member, room);
            default:
                return () => Task.CompletedTask;
        }
    }

    private async Task<Func<Task>> Prepare(MemberLine line, string room)
    {
        switch (line)
        {
            case SaysLine says:
                return Put(async () => lastWords[(line.Name, room)] = await village.People.Ask<string>("say", line.Name, new { room, text = says.Text }));
            case EditsLine edits:
                return Put(() => village.People.Ask<string>("edit", line.Name, new { room, @event = lastWords[(line.Name, room)], text = edits.Text }));
            case ReactsLine { IsTakenBack: true } reacts:
                return Put(() => village.People.Ask<string>("redact", line.Name, new { room, @event = reactions[(line.Name, reacts.Emoji)] }));
            case RepliesLine replies:
                var answered = await Standing(line, room, each => each.IsAbout(replies.Subject));
                return Put(() => village.People.Ask<string>("say", line.Name, new { room, text = replies.Text, replyTo = answered }));
            case ReactsLine reacts:
                var reactedTo = await Standing(line, room, each => each.IsAbout(reacts.Subject) && each.Now.Buttons.Count > 0);
                return Put(async () => reactions[(line.Name, reacts.Emoji)] = await village.People.Ask<string>("react", line.Name, new { room, @event = reactedTo, key = reacts.Emoji }));
            case PressesLine presses:
                return await Press(presses, room);
            default:
                throw new NotSupportedException($"Line {line.Number} cannot be played on Matrix.");
        }
    }

    // Where there is a poll, a press is a vote in it; elsewhere the label is typed as a reply.
    private async Task<Func<Task>> Press(PressesLine line, string room)
    {
        var pressed = await Standing(line, room, each => each.IsAbout(line.Subject) && each.Shows(line.Label) is not null);
        if (line.Subject is not ['D', ..])
        {
            return Put(() => village.People.Ask<string>("say", line.Name, new { room, text = line.Label, replyTo = pressed }));
        }

        return Put(async () =>
        {
            var poll = await village.People.Ask<SeenPoll>("poll", line.Name, new { room, about = pressed });
            return await village.People.Ask<string>("vote", line.Name, new { room, poll = poll.Id, answer = line.Label });
        });
    }

    private Func<Task> Put(Func<Task<string>> what) => async () => Last = await what();

    private async Task<string> Standing(MemberLine line, string room, Func<StandingMessage, bool> isMeant)
    {
        var message = beside.Newest.First(each => each.IsSeenBy(line.Name) && (TranscriptPlaces.OwnerOf(each.Place) is null) == (room == group) && isMeant(each));
        return (await village.Sees(line.Name, room)).Last(seen => SameWords.Plain(seen.Text) == SameWords.Plain(message.Now.Text)).Id;
    }

    private async Task<string> Chat(string name)
    {
        if (!chats.TryGetValue(name, out var chat))
        {
            chats[name] = chat = await village.People.Ask<string>("chat", name, new { who = Village.Bot });
            IReadOnlyList<Seen> seen = [];
            while (!seen.Any(IsWelcome))
            {
                await village.Quiet();
                seen = await village.Sees(name, chat);
            }

            Welcomes.UnionWith(seen.Where(IsWelcome).Select(each => each.Id));
        }

        return chat;
    }

    private static bool IsWelcome(Seen seen) => seen.Text.StartsWith(Welcome, StringComparison.Ordinal);
}
