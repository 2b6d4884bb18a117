using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Bot.Core.Chat;
using NodaTime;

namespace Bot.Adapters.Terminal;

/// <summary>
/// A chat at one keyboard with several people: <c>Lina> /libres</c> is Lina in the group, <c>Sam (privé)> /aide</c> is Sam alone
/// with the bot, <c>Lina> [Je prends]</c> presses a button. For trying the bot, for demonstrations and for scripts.
/// </summary>
/// <param name="input">Where lines come from.</param>
/// <param name="output">Where the conversation goes, and nothing else.</param>
/// <param name="hints">Where whoever sits at the keyboard is told how it works.</param>
/// <param name="time">The clock that was handed in.</param>
/// <param name="settings">Where it runs.</param>
/// <param name="settled">
/// Completes when all that can be said has been said. Awaited before each line: whoever presses a button or replies means what
/// is shown, and a file of lines shall give the same conversation each time.
/// </param>
public sealed class TerminalPlatform(
    TextReader input, TextWriter output, TextWriter hints, TimeProvider time, TerminalSettings settings, Func<Task> settled) : IChatPlatform
{
    /// <summary>The platform's name.</summary>
    internal const string PlatformName = "terminal";

    /// <summary>The one group there is.</summary>
    internal const string GroupId = "maison";

    private const int MostNames = 1000;
    private const int MostJustSaid = 16;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly Capabilities All = new(Buttons: true, Edits: true, Whispers: false, IdempotentSends: false);
    private readonly Screen screen = new(output, hints, settings.Colours);
    private readonly Blackboard blackboard = new();
    private readonly ConcurrentDictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> justSaid = new();
    private From from = new(settings.Speaker);
    private long shown;
    private bool wasHinted = !settings.IsInteractive;

    /// <inheritdoc/>
    public string Name => PlatformName;

    /// <inheritdoc/>
    public Capabilities CapabilitiesOf(Place place) => All;

    /// <summary>
    /// Hands over line by line until the input ends. Unlike other platforms it waits for each line to be dealt with and answered:
    /// people at one keyboard speak one after the other.
    /// </summary>
    /// <param name="listener">Who hears.</param>
    /// <param name="stop">Stops listening.</param>
    public async Task Listen(IListener listener, CancellationToken stop)
    {
        listener.CaughtUp();
        var number = 0L;
        try
        {
            await foreach (var line in new Keyboard(input).Lines(stop))
            {
                number++;
                await Settle(stop);
                justSaid.Clear();
                if (Understand(TypedLine.Read(line), number) is { } incoming)
                {
                    await listener.Hear(incoming).WaitAsync(stop);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Being stopped is an end like any other.
        }
    }

    /// <summary>
    /// Shows one message. What scrolled away cannot be edited, so an edit is shown again under a mark; one that only takes
    /// buttons away, or reads what was just answered, is not, since nothing new is said.
    /// </summary>
    /// <param name="message">What to show.</param>
    /// <param name="edits">The id of the message that becomes this one.</param>
    /// <param name="stop">Not needed: showing does not wait for anybody.</param>
    public Task<Sent> Send(Outgoing message, string? edits, CancellationToken stop)
    {
        var id = edits ?? string.Create(CultureInfo.InvariantCulture, $"{settings.Boot}.{Interlocked.Increment(ref shown)}");
        var standing = new Standing(id, message.To, message.OnlyFor, message.Subject, message.Text, message.Buttons);
        try
        {
            if (blackboard.Find(edits) is not { } before || !(SaysNothingNew(before, standing) || WasJustSaid(standing)))
            {
                Remember(message.Text);
                screen.Show(Mark(message) + (edits is null ? "" : "✎ ") + (message.File is { } file ? $"📎 {file.Name} " : ""), Words(message), [.. message.Buttons.Select(button => button.Label)]);
            }

            blackboard.Put(standing);
            return Task.FromResult<Sent>(new Sent.Shown(id));
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            return Task.FromResult<Sent>(new Sent.Refused("Nobody reads the output any longer."));
        }
    }

    // There is nowhere to put a file: one that can be read is shown.
    private static string Words(Outgoing message) => message.File is { } file && file.MediaType.StartsWith("text/", StringComparison.Ordinal)
        ? $"{message.Text}\n{Encoding.UTF8.GetString(file.Content).TrimStart('\uFEFF')}"
        : message.Text;

    private static bool SaysNothingNew(Standing before, Standing after) =>
        string.Equals(before.Text, after.Text, StringComparison.Ordinal) && after.Buttons.All(before.Buttons.Contains);

    private void Remember(string text)
    {
        justSaid.Enqueue(text);
        if (justSaid.Count > MostJustSaid)
        {
            justSaid.TryDequeue(out _);
        }
    }

    private bool WasJustSaid(Standing edit) => justSaid.Any(text => text.StartsWith(edit.Text, StringComparison.Ordinal));

    // Another platform's queue may have to wait for long; the keyboard need not.
    private async Task Settle(CancellationToken stop)
    {
        try
        {
            await settled().WaitAsync(Patience, time, stop);
        }
        catch (TimeoutException)
        {
            // Something is still on its way elsewhere.
        }
    }

    private Incoming? Understand(TypedLine line, long number)
    {
        var by = line.From ?? from;
        if (names.Count < MostNames || names.ContainsKey(by.Account.Id))
        {
            names[by.Account.Id] = by.Name;
        }

        if (line.Text.Length == 0)
        {
            SpeakAs(line.From);
            return null;
        }

        if (line.IsPress(out var label, out var about))
        {
            return blackboard.Find(by, label, about) is var (message, button)
                ? Press(by, number, message, button)
                : Nothing($"There is no button [{label}] that {by.Name} can see here.");
        }

        if (line.IsReply)
        {
            return blackboard.Newest(by, line.About) is { } answered
                ? Say(by, number, line.Text, answered)
                : Nothing($"There is no message {by.Name} could reply to here.");
        }

        return blackboard.FindNumber(by, line.Text) is var (numbered, choice)
            ? Press(by, number, numbered, choice)
            : Say(by, number, line.Text, replyTo: null);
    }

    private void SpeakAs(From? other)
    {
        if (other is not null)
        {
            from = other;
            screen.Hint($"Lines that name nobody are now from {from}.");
        }
    }

    private Incoming? Nothing(string hint)
    {
        screen.Hint(hint);
        return null;
    }

    private Pressed Press(From by, long number, Standing message, Button button) =>
        new(Key(number), message.Place, by.Speaker, Now(), message.Id, button.Token) { IsPrivate = message.Place == by.PrivateChat };

    private Said Say(From by, long number, string text, Standing? replyTo)
    {
        var place = replyTo?.Place ?? by.Place;
        var isPrivate = place == by.PrivateChat;
        if (!wasHinted && !isPrivate && replyTo is null && text[0] is not ('/' or '!'))
        {
            wasHinted = true;
            screen.Hint("The bot only hears what begins with / here: try /aide. Who speaks is named before it: Lina> /aide");
        }

        return new Said(Key(number), place, by.Speaker, Now(), number.ToString(CultureInfo.InvariantCulture), text)
        {
            IsPrivate = isPrivate,
            Addressed = replyTo is not null,
            ReplyTo = replyTo?.Id,
        };
    }

    private string Mark(Outgoing message) => message switch
    {
        { OnlyFor: { } only } => $"(→ {NameOf(only.Id)}) ",
        { To.Id: ['@', ..] } => $"(→ {NameOf(message.To.Id[1..])}) ",
        { To.Thread: { } room } => $"#{room} ",
        _ => "",
    };

    private string NameOf(string account) => names.GetValueOrDefault(account, account);

    private string Key(long number) => string.Create(CultureInfo.InvariantCulture, $"{PlatformName}:{settings.Boot}:{number}");

    private Instant Now() => Instant.FromDateTimeOffset(time.GetUtcNow());
}
