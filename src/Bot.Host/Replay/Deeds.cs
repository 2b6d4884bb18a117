using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Core.Chat;
using Bot.Core.Memory;

namespace Bot.Host.Replay;

/// <summary>What members do, as the platform of the transcript tells the bot.</summary>
/// <param name="platform">The platform.</param>
/// <param name="header">What it can do.</param>
/// <param name="time">The clock.</param>
/// <param name="boot">Sets what happens now apart from what happened in an earlier play that is still remembered.</param>
internal sealed partial class Deeds(TranscriptPlatform platform, TranscriptHeader header, TimeProvider time, long boot)
{
    private const string Files = "https://exemple.org/";
    private readonly Dictionary<(string Name, Place Place), Core.Chat.Said> lastWords = [];

    // Everybody in a transcript is in the group, but those who only speak in another one.
    private readonly Dictionary<string, Place> groups = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Name, string Emoji), Reacted> reactions = [];
    private int count;

    /// <summary>What happens when a line is played.</summary>
    /// <exception cref="MalformedTranscriptException">It cannot happen: there is no such button, or nothing to reply to.</exception>
    public Incoming Of(MemberLine line)
    {
        if (line.Where.IsPrivate)
        {
            platform.SetPrivateChat(line.Name, isOpen: true);
        }
        else
        {
            groups.TryAdd(line.Name, PlaceOf(line).Conversation);
        }

        return line switch
        {
            SaysLine says => Words(line, says.Text, null),
            RepliesLine { Subject: { } author } replies when lastWords.TryGetValue((author, PlaceOf(line)), out var words) => Reply(line, replies.Text, words),
            RepliesLine replies => Words(line, replies.Text, Standing(line, message => message.Place == PlaceOf(line) && message.IsAbout(replies.Subject))),
            EditsLine edits => Edit(edits),
            PressesLine presses => Press(presses),
            ReactsLine reacts => React(reacts),
            _ => throw new InvalidOperationException($"Nobody knows what a {line.GetType().Name} is."),
        };
    }

    /// <summary>Somebody adds the bot to a group.</summary>
    public Incoming Of(AddsBotLine line)
    {
        var place = platform.Places.Of(line.Name, line.Where);
        return new Added(NextKey(place), place, SpeakerOf(line.Name), time.GetCurrentInstant()) { Title = TranscriptPlaces.TitleOf(place) };
    }

    private Core.Chat.Said Words(MemberLine line, string text, StandingMessage? repliedTo) =>
        Words(line, PlaceOf(line), text, repliedTo);

    private Core.Chat.Said Words(MemberLine line, Place place, string text, StandingMessage? repliedTo)
    {
        var mention = Mention().Match(text);
        var key = NextKey(place);
        return lastWords[(line.Name, place)] =
            new Core.Chat.Said(key, place, SpeakerOf(line.Name), time.GetCurrentInstant(), "word-" + key, text[mention.Length..])
            {
                IsPrivate = IsPrivate(place),
                Title = TranscriptPlaces.TitleOf(place),
                Addressed = mention.Success || repliedTo is not null,
                ReplyTo = repliedTo?.Id,
                File = line.File is { } name ? new SharedFile(name, Files + name) : null,
            };
    }

    private Core.Chat.Said Reply(MemberLine line, string text, Core.Chat.Said repliedTo) => Words(line, text, null) with
    {
        ReplyTo = repliedTo.MessageId,
        Quotes = new Quoted(repliedTo.By, repliedTo.Text, repliedTo.File),
    };

    private Core.Chat.Said Edit(EditsLine line)
    {
        var place = PlaceOf(line);
        if (!lastWords.TryGetValue((line.Name, place), out var last))
        {
            throw new MalformedTranscriptException(line.Number, $"{line.Name} has written nothing there yet");
        }

        var mention = Mention().Match(line.Text);
        return last with
        {
            Key = NextKey(place),
            By = SpeakerOf(line.Name),
            Text = line.Text[mention.Length..],
            Addressed = mention.Success || last.ReplyTo is not null,
            EditOf = last.Key,
            EditedAt = time.GetCurrentInstant(),
        };
    }

    // Where there are no buttons, the label is typed as a reply.
    private Incoming Press(PressesLine line)
    {
        var message = Standing(line, each => IsThere(line, each) && each.IsAbout(line.Subject) && ButtonOf(line, each) is not null);
        var button = ButtonOf(line, message)!;
        return header.Buttons
            ? new Pressed(NextKey(message.Place), message.Place, SpeakerOf(line.Name), time.GetCurrentInstant(), message.Id, button.Token)
            { IsPrivate = IsPrivate(message.Place) }
            : Words(line, message.Place, line.Label, message);
    }

    // A figure is for choices: where there are some, they are meant.
    private Incoming React(ReactsLine line)
    {
        if (line.IsTakenBack)
        {
            return reactions.Remove((line.Name, line.Emoji), out var done)
                ? new Withdrew(NextKey(done.Place), done.Place, SpeakerOf(line.Name), time.GetCurrentInstant(), done.Key) { IsPrivate = done.IsPrivate }
                : throw new MalformedTranscriptException(line.Number, $"{line.Name} has not reacted so");
        }

        bool IsMeant(StandingMessage each) => IsThere(line, each) && each.IsAbout(line.Subject);
        var message = platform.Newest.FirstOrDefault(each => each.IsSeenBy(line.Name) && IsMeant(each) && each.Now.Buttons.Count > 0) ?? Standing(line, IsMeant);
        var reacted = new Reacted(NextKey(message.Place), message.Place, SpeakerOf(line.Name), time.GetCurrentInstant(), message.Id, line.Emoji) { IsPrivate = IsPrivate(message.Place) };
        reactions[(line.Name, line.Emoji)] = reacted;
        return reacted;
    }

    private static Button? ButtonOf(PressesLine line, StandingMessage message) => line.IsOld ? message.Hides(line.Label) : message.Shows(line.Label);

    // Who presses sees the message before them, and need not say where it stands.
    private bool IsThere(MemberLine line, StandingMessage message) =>
        line.Where == Where.Home ? TranscriptPlaces.IsAround(line.Name, message.Place) : message.Place == PlaceOf(line);

    private StandingMessage Standing(MemberLine line, Func<StandingMessage, bool> isMeant) =>
        platform.Newest.FirstOrDefault(message => message.IsSeenBy(line.Name) && isMeant(message))
        ?? throw new MalformedTranscriptException(line.Number, $"{line.Name} sees no such message of the bot");

    private Place PlaceOf(MemberLine line) => platform.Places.Of(line.Name, line.Where);

    private static bool IsPrivate(Place place) => TranscriptPlaces.OwnerOf(place) is not null;

    private Speaker SpeakerOf(string name) => new(
        TranscriptPlaces.AccountOf(name),
        name,
        PrivateChat: platform.HasPrivateChat(name) ? TranscriptPlaces.PrivateChatOf(name) : null,
        SharedGroup: groups.GetValueOrDefault(name, platform.Places.Of(name, Where.Home)));

    private string NextKey(Place place) =>
        string.Create(CultureInfo.InvariantCulture, $"{TranscriptPlaces.Platform}:{TranscriptPlaces.Word(place)}:{boot}.{++count}");

    [GeneratedRegex(@"^@bot\b[\s,:]*", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mention();
}
