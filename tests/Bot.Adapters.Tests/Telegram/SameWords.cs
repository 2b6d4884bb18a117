using Bot.Adapters.Tests.Telegram.Fake;
using Bot.Core.Chat;
using Bot.Host.Replay;

namespace Bot.Adapters.Tests.Telegram;

/// <summary>
/// Holds what people read on Telegram against what the same conversation shows where nothing stands between them and the bot:
/// the same words and buttons in the group, in each topic, and to each person alone.
/// </summary>
/// <param name="village">Telegram.</param>
/// <param name="there">Who plays there.</param>
/// <param name="here">The conversation itself.</param>
internal sealed class SameWords(Village village, TelegramPlayer there, TranscriptPlatform here)
{
    private const string Alone = "→";
    private readonly HashSet<string> toldByAlert = new(StringComparer.Ordinal);
    private Dictionary<string, Outgoing> leftBehind = new(StringComparer.Ordinal);
    private FakeChat? before;
    private int alertsSeen;

    /// <summary>The group becomes another chat: what stands in it stays behind, and only what is said or changes from now on is in the new one.</summary>
    public void LeaveBehind() => (before, leftBehind) = (village.Group, here.Newest.ToDictionary(message => message.Id, message => message.Now));

    /// <summary>Fails when somebody reads something else.</summary>
    /// <param name="after">What happened before.</param>
    public void Check(TranscriptLine after)
    {
        NoteAlerts(after);
        var (expected, read) = (Expected(), Read());
        Assert.True(
            expected.SequenceEqual(read, StringComparer.Ordinal),
            $"""
            After line {after.Number}, « {after.Written} », on Telegram
            this is missing:
            {string.Join('\n', Without(expected, read))}
            and this is too much:
            {string.Join('\n', Without(read, expected))}
            """);
    }

    // Who pressed a button may be told in a window of the app: it leaves no message, and does not change any more.
    private void NoteAlerts(TranscriptLine after)
    {
        foreach (var (to, text, isAlert) in village.Api.Toasts.Skip(alertsSeen))
        {
            alertsSeen++;
            if (isAlert)
            {
                var told = here.Newest.FirstOrDefault(message => WhereOf(message) == Alone + to.FirstName && !toldByAlert.Contains(message.Id) && message.Now.Text == text);
                Assert.True(told is not null, $"After line {after.Number} {to.FirstName} was told what nobody said: {text}");
                toldByAlert.Add(told.Id);
            }
        }
    }

    private List<string> Expected() =>
    [
        .. here.Newest
            .Where(message => !toldByAlert.Contains(message.Id) && !IsLeftBehind(message))
            .Select(message => Line(WhereOf(message), message.Now.Text, message.Now.Buttons.Select(button => button.Label)))
            .Order(StringComparer.Ordinal),
    ];

    private List<string> Read() =>
    [
        .. Messages()
            .Select(each => Line(each.Where, each.Message.Text, each.Message.Buttons.Where(button => button.Data is not null).Select(button => button.Label)))
            .Order(StringComparer.Ordinal),
    ];

    private IEnumerable<(string Where, Standing Message)> Messages()
    {
        var whispersBefore = before is null ? [] : village.Api.WrittenBy(village.Bot, before).Where(message => message.OnlyFor is not null);
        foreach (var message in whispersBefore.Concat(village.Api.WrittenBy(village.Bot, village.Group)))
        {
            yield return (message.OnlyFor is { } only ? Alone + only.FirstName : there.Topics.FirstOrDefault(topic => topic.Value == message.Thread).Key ?? "", message);
        }

        foreach (var (name, person) in there.People)
        {
            foreach (var message in village.Api.PrivateChat(person) is { } chat ? village.Api.WrittenBy(village.Bot, chat) : [])
            {
                if (!there.Welcomes.Contains((person.Id, message.Id)))
                {
                    yield return (Alone + name, message);
                }
            }
        }
    }

    private bool IsLeftBehind(StandingMessage message) =>
        leftBehind.TryGetValue(message.Id, out var then) && ReferenceEquals(then, message.Now) && !WhereOf(message).StartsWith(Alone, StringComparison.Ordinal);

    private static string WhereOf(StandingMessage message) =>
        (message.Now.OnlyFor?.Id ?? TranscriptPlaces.OwnerOf(message.Place)) is { } reader ? Alone + reader : message.Place.Thread ?? "";

    private static string Line(string where, string text, IEnumerable<string> buttons) =>
        $"{where}> {Plain(text)}{string.Concat(buttons.Select(label => $" [{Plain(label)}]"))}";

    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ').TrimEnd();

    private static IEnumerable<string> Without(List<string> all, List<string> others)
    {
        var left = others.ToList();
        return all.Where(each => !left.Remove(each)).ToList();
    }
}
