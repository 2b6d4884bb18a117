using Bot.Core.Chat;

namespace Bot.Adapters.Terminal;

/// <summary>A message of the bot as it reads now.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="OnlyFor">The only person who may see it, when others are there.</param>
/// <param name="Subject">What it is about.</param>
/// <param name="Text">Its words.</param>
/// <param name="Buttons">Its buttons.</param>
internal sealed record Standing(string Id, Place Place, Account? OnlyFor, string? Subject, string Text, IReadOnlyList<Button> Buttons)
{
    /// <summary>Whether somebody who speaks somewhere has it before their eyes. What reaches them alone is before them everywhere.</summary>
    /// <param name="from">Who, and where.</param>
    public bool IsVisibleTo(From from) =>
        (OnlyFor is null || OnlyFor == from.Account) && (Place == from.Place || Place == from.PrivateChat);

    /// <summary>Whether it is about a code; any is, when none is named.</summary>
    /// <param name="code">The code, in any case.</param>
    public bool IsAbout(string? code) => code is null || string.Equals(Subject, code, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The messages that are still before people's eyes, newest last: those that can be pressed or replied to.</summary>
internal sealed class Blackboard
{
    private const int Most = 300;
    private readonly Lock gate = new();
    private readonly List<Standing> messages = [];

    /// <summary>How a message reads, if it is still known.</summary>
    /// <param name="id">The message's id.</param>
    public Standing? Find(string? id)
    {
        lock (gate)
        {
            return messages.Find(each => string.Equals(each.Id, id, StringComparison.Ordinal));
        }
    }

    /// <summary>Puts a message in front, in place of what it read before.</summary>
    /// <param name="message">The message.</param>
    public void Put(Standing message)
    {
        lock (gate)
        {
            if (messages.RemoveAll(each => string.Equals(each.Id, message.Id, StringComparison.Ordinal)) == 0 && messages.Count == Most)
            {
                messages.RemoveAt(0);
            }

            messages.Add(message);
        }
    }

    /// <summary>The newest message somebody sees, about a code if one is named.</summary>
    public Standing? Newest(From from, string? about) => Look(from, message => message.IsAbout(about));

    /// <summary>The button they mean: by what it says, else by its number under the newest message that has buttons.</summary>
    public (Standing Message, Button Button)? Find(From from, string label, string? about)
    {
        var wanted = Plain(label);
        var message = Look(from, each => each.IsAbout(about) && ButtonOf(each, wanted) is not null);
        return message is not null ? (message, ButtonOf(message, wanted)!) : FindNumber(from, label, about);
    }

    /// <summary>The button with a number, under the newest message that has buttons.</summary>
    public (Standing Message, Button Button)? FindNumber(From from, string number, string? about = null)
    {
        if (!int.TryParse(number, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var count))
        {
            return null;
        }

        var message = Look(from, each => each.IsAbout(about) && each.Buttons.Count > 0);
        return message is not null && count > 0 && count <= message.Buttons.Count ? (message, message.Buttons[count - 1]) : null;
    }

    private static Button? ButtonOf(Standing message, string label) =>
        message.Buttons.FirstOrDefault(button => string.Equals(Plain(button.Label), label, StringComparison.OrdinalIgnoreCase));

    // Nobody can type a no-break space, nor what the screen replaced.
    private static string Plain(string label) =>
        string.Join(' ', Screen.Harmless(label).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private Standing? Look(From from, Predicate<Standing> isWanted)
    {
        lock (gate)
        {
            return messages.FindLast(message => message.IsVisibleTo(from) && isWanted(message));
        }
    }
}
