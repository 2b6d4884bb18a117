using System.Text;
using Bot.Core.Chat;

namespace Bot.Core.Turns;

/// <summary>What to show, given what a room can show. Pure: the same words everywhere, buttons where there are buttons.</summary>
public static class Presentation
{
    /// <summary>The longest label that every platform shows whole.</summary>
    public const int LongestLabel = 28;

    /// <summary>Prints the choices under the text, numbered, where there are no buttons to press.</summary>
    /// <param name="text">The words.</param>
    /// <param name="buttons">The choices.</param>
    /// <param name="howToChoose">How one answers with a number.</param>
    /// <param name="room">What the room can show.</param>
    public static string Text(string text, IReadOnlyList<Button> buttons, string howToChoose, Capabilities room)
    {
        if (room.Buttons || buttons.Count == 0)
        {
            return text;
        }

        var printed = new StringBuilder(text);
        for (var i = 0; i < buttons.Count; i++)
        {
            printed.Append('\n').Append(i + 1).Append(' ').Append(buttons[i].Label);
        }

        return printed.Append('\n').Append(howToChoose).ToString();
    }

    /// <summary>Shortens a label between words where it can.</summary>
    /// <param name="label">The label.</param>
    public static string Label(string label)
    {
        if (label.Length <= LongestLabel)
        {
            return label;
        }

        var cut = label.LastIndexOf(' ', LongestLabel - 1);
        cut = cut > LongestLabel / 2 ? cut : LongestLabel - 1;
        cut -= char.IsHighSurrogate(label[cut - 1]) ? 1 : 0;
        return label[..cut].TrimEnd() + "…";
    }
}
