using Bot.Core.Chat;

namespace Bot.Host.Replay;

/// <summary>A message of the bot as people see it.</summary>
/// <param name="id">Its id on the platform.</param>
/// <param name="message">As it was posted.</param>
internal sealed class StandingMessage(string id, Outgoing message)
{
    private readonly List<Button> hidden = [];

    public string Id { get; } = id;

    /// <summary>As it reads now.</summary>
    public Outgoing Now { get; private set; } = message;

    public Place Place => Now.To;

    /// <summary>Its place among all messages: later ones are greater. Zero until those of the same line are put in order.</summary>
    public int Rank { get; set; }

    /// <summary>What it is about; an edit that does not say so is about the same.</summary>
    public string? Subject { get; private set; } = message.Subject;

    public bool IsSeenBy(string name) =>
        TranscriptPlaces.OwnerOf(Place) is { } owner ? owner == name : Now.OnlyFor is null || Now.OnlyFor.Id == name;

    public bool IsAbout(string? subject) => subject is null || string.Equals(Subject, subject, StringComparison.OrdinalIgnoreCase);

    public Button? Shows(string label) => Find(Now.Buttons, label);

    /// <summary>A button it once showed, and shows no longer.</summary>
    public Button? Hides(string label) => Find(hidden, label);

    public void Becomes(Outgoing edit)
    {
        hidden.AddRange(Now.Buttons);
        hidden.RemoveAll(button => edit.Buttons.Contains(button));
        Subject = edit.Subject ?? Subject;
        Now = edit;
    }

    private static Button? Find(IReadOnlyList<Button> buttons, string label) =>
        buttons.LastOrDefault(button => BotMessage.Parse("", $"[{button.Label}]").ReadsLike(BotMessage.Parse("", $"[{label}]")));
}
