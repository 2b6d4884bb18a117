using System.Collections.Concurrent;
using Bot.Core.Chat;

namespace Bot.Adapters.Telegram;

/// <summary>
/// Texts that are longer than a message. Each part is sent as a message of its own, which obeys the limits like any other; what was
/// shown already is not sent again when the next part has to wait. The last part stands for the whole: it carries the file and the buttons.
/// </summary>
internal sealed class LongTexts
{
    private readonly ConcurrentDictionary<string, int> shown = new(StringComparer.Ordinal);

    /// <summary>The part of a message that comes next.</summary>
    public string NextPart(Outgoing message) => Parts(message)[shown.GetValueOrDefault(message.Id)];

    /// <summary>Whether a part of it was shown already.</summary>
    public bool IsBegun(Outgoing message) => shown.ContainsKey(message.Id);

    /// <summary>Whether the part that comes next is the last.</summary>
    public bool IsLast(Outgoing message) => shown.GetValueOrDefault(message.Id) == Parts(message).Count - 1;

    /// <summary>Notes that a part was shown, and tells whether it was the last.</summary>
    public bool IsWhole(Outgoing message)
    {
        if (IsLast(message))
        {
            Forget(message);
            return true;
        }

        shown.AddOrUpdate(message.Id, 1, (_, count) => count + 1);
        return false;
    }

    /// <summary>It is given up, or begun anew.</summary>
    public void Forget(Outgoing message) => shown.TryRemove(message.Id, out _);

    // What does not fit beside a file comes before it.
    private static IReadOnlyList<string> Parts(Outgoing message) => message switch
    {
        { File: null, Text.Length: <= Rendering.LongestText } or { File: not null, Text.Length: <= Rendering.LongestCaption } => [message.Text],
        { File: null } => LongText.Parts(message.Text, Rendering.LongestText),
        _ => [.. LongText.Parts(message.Text, Rendering.LongestText), ""],
    };
}
