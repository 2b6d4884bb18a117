using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Turns;

/// <summary>How to answer with a number, where there are no buttons.</summary>
/// <param name="Count">How many choices there are.</param>
public sealed record ReplyWithNumber(int Count) : Says;

/// <summary>Said for all to see when somebody can't be reached alone: it tells nothing of what was meant for them.</summary>
/// <param name="Who">Their name.</param>
public sealed record WriteToMeInPrivate(string Who) : Says;

/// <summary>« Ouvrir la discussion », on what leads there.</summary>
public sealed record OpenTheChat : Says;

/// <summary>How to take back what was just done.</summary>
public sealed record HowToUndo : Says;

/// <summary>Which coop something is about, behind what is said to somebody who is in several.</summary>
/// <param name="Coop">Its name.</param>
public sealed record AboutThatCoop(CoopNamed Coop) : Says;

/// <summary>What stands above the choices of a vote in a poll of the platform's own.</summary>
/// <param name="Subject">The code of what is voted on.</param>
public sealed record AnswerThisPoll(string Subject) : Says;

/// <summary>What says itself which coop it is about.</summary>
public interface ITellWhichCoop;

/// <summary>What numbers its choices in its own words: where there are no buttons they are not printed once more.</summary>
public interface IListItsChoices;

/// <summary>What people vote on: its card may be shown as a poll of the platform's own (<see cref="Outgoing.Poll"/>).</summary>
public interface IOfferAVote
{
    /// <summary>Whether its choices are all there is to choose from, one each, for all to see. Only then can a poll show them.</summary>
    bool IsPublicChoice => true;
}

/// <summary>Writes down what a turn says: in each reader's language, for each room's abilities, with the tokens of its buttons.</summary>
internal sealed class Scribe(Turn turn, Coop coop, Func<Place, Capabilities> capabilities, IReadOnlyList<AccountEntry> newAccounts)
{
    private static readonly Duration UntilTheyOpenTheChat = Duration.FromHours(24);
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> Codes = new();
    private readonly List<Outgoing> outbox = [];
    private int written;
    private readonly Dictionary<string, TokenEntry> tokens = new(StringComparer.Ordinal);

    public IReadOnlyList<Outgoing> Outbox => outbox;

    public IReadOnlyCollection<TokenEntry> Tokens => tokens.Values;

    /// <summary>Adds something to be shown and returns it.</summary>
    public Outgoing Write(Says says, Place to, Voice voice, Func<Outgoing, Outgoing> shape, Says? after = null, int? question = null, int? onlyMember = null, Account? awaited = null)
    {
        var room = capabilities(to);
        voice = voice with { Prefix = room.Prefix };
        var said = turn.Parts.Texts.Write(says, voice);
        var undo = after is null ? "" : (EndsInAList(said) ? '\n' : ' ') + turn.Parts.Texts.Write(after, voice);
        var text = said + undo + WhichCoop(says, awaited ?? OwnerOf(to), voice);
        var buttons = says.Offers.Select(offer => Button(offer, voice, question, onlyMember)).ToList();
        room = room with { Buttons = room.Buttons && !WantsWords(to, onlyMember) };
        IReadOnlyList<Button> printed = says is IListItsChoices ? [] : buttons;
        var howToChoose = printed.Count == 0 || room.Buttons ? "" : turn.Parts.Texts.Write(new ReplyWithNumber(buttons.Count), voice);
        var message = shape(new Outgoing(NextId(), to, Presentation.Text(text, printed, howToChoose, room))
        {
            Buttons = buttons,
            File = says.File,
            Subject = SubjectOf(says),
        });
        if (room.Polls && says is IOfferAVote { IsPublicChoice: true } && message is { IsCard: true, Buttons.Count: > 1, Subject: { } subject })
        {
            message = message with { Poll = turn.Parts.Texts.Write(new AnswerThisPoll(subject), voice) };
        }

        outbox.Add(message);
        return message;
    }

    /// <summary>
    /// Tells one member alone: as a whisper in the room they spoke in, else in their private chat. When neither can be, what is not
    /// personal is said in the room; of what is personal the room hears only that something waits.
    /// </summary>
    public Outgoing? WriteTo(
        Member member, Says says, Place? spokeIn, string? replyTo, bool isPersonal, Func<Outgoing, Outgoing> shape, int? question = null, Account? through = null)
    {
        var voice = turn.VoiceFor(member);
        var entries = EntriesOf(member).Where(entry => through is null || entry.Account == through).ToList();
        var here = spokeIn is null ? null : entries.Find(entry => string.Equals(entry.Account.Platform, spokeIn.Platform, StringComparison.Ordinal));
        if (here is not null && capabilities(spokeIn!).Whispers)
        {
            return Write(says, spokeIn!, voice, message => shape(message with { OnlyFor = here.Account, ReplyTo = replyTo }), question: question, onlyMember: member.Id);
        }

        if ((here?.PrivateChat ?? entries.Find(entry => entry.PrivateChat is not null)?.PrivateChat) is { } chat)
        {
            return Write(says, chat, voice, shape, question: question, onlyMember: member.Id);
        }

        if (here is not null && !isPersonal)
        {
            return Write(says, spokeIn!, voice, message => shape(message with { ReplyTo = replyTo }), question: question, onlyMember: member.Id);
        }

        if ((here ?? entries.FirstOrDefault()) is not { } awaited || (spokeIn ?? turn.Room?.Place) is not { } place)
        {
            return null;
        }

        AskToOpenTheChat(member, place, replyTo);
        return Write(
            says, place, voice, message => shape(message with { Awaits = awaited.Account, Until = turn.Now + UntilTheyOpenTheChat }), question: question, onlyMember: member.Id, awaited: awaited.Account);
    }

    // Who has several accounts is answered through the one that speaks; what comes unasked reaches them where they last wrote alone.
    private IEnumerable<AccountEntry> EntriesOf(Member member)
    {
        var last = turn.Find<Presence>(member.Id)?.LastAlone;
        return newAccounts.Concat(coop.Accounts).DistinctBy(entry => entry.Account).Where(entry => entry.Member == member.Id)
            .OrderByDescending(entry => entry.Account == turn.Speaker?.Account).ThenByDescending(entry => entry.Account == last);
    }

    // Once a day is enough; the rest waits silently.
    private void AskToOpenTheChat(Member member, Place place, string? replyTo)
    {
        var subject = string.Create(CultureInfo.InvariantCulture, $"@{member.Id}");
        if (!coop.HasShown(subject, turn.Now - UntilTheyOpenTheChat))
        {
            var voice = turn.VoiceIn(turn.Room);
            var invitation = turn.Parts.Texts.Write(new OpenTheChat(), voice);
            Write(new WriteToMeInPrivate(member.Name), place, voice, message => message with { ReplyTo = replyTo, Subject = subject, Invitation = invitation });
        }
    }

    /// <summary>Says elsewhere what could not be whispered: in the private chat, or, once the room was told that something waits, as soon as there is one.</summary>
    public void Redirect(Outgoing whisper)
    {
        if (coop.Accounts.FirstOrDefault(entry => entry.Account == whisper.OnlyFor) is not { } entry || turn.Find<Member>(entry.Member) is not { } member)
        {
            return;
        }

        var message = whisper with { OnlyFor = null, Answers = null, ReplyTo = null, Text = whisper.Text + WhichCoop(says: null, entry.Account, turn.VoiceFor(member)) };
        if (entry.PrivateChat is { } chat)
        {
            outbox.Add(message with { Id = NextId(), To = chat });
            return;
        }

        AskToOpenTheChat(member, whisper.To, whisper.ReplyTo);
        outbox.Add(message with { Id = NextId(), Awaits = entry.Account, Until = turn.Now + UntilTheyOpenTheChat });
    }

    // What is said behind a list stands on a line of its own.
    private static bool EndsInAList(string text) => text.Contains('\n', StringComparison.Ordinal) && text[^1] is not ('.' or '!' or '?' or '…');

    /// <summary>Whether messages can be changed somewhere.</summary>
    public bool CanEdit(Place place) => capabilities(place).Edits;

    /// <summary>Changes a message that stands somewhere into something else, where that can be and makes a difference.</summary>
    public void Edit(ShownMessage message, Says says, Voice voice, bool stays, Pinning pinning = Pinning.Left)
    {
        if (!CanEdit(message.Place))
        {
            return;
        }

        var edit = Write(says, message.Place, voice, edited => edited with
        {
            Replaces = message.Id,
            OnlyFor = message.OnlyFor,
            Subject = stays ? message.Subject : edited.Subject ?? message.Subject,
            IsCard = stays && message.IsCard,
            Pinning = pinning,
        });
        if (string.Equals(edit.Text, message.Text, StringComparison.Ordinal) && edit.Buttons.SequenceEqual(message.Buttons))
        {
            outbox.Remove(edit);
        }
    }

    /// <summary>Takes the buttons from the questions that this turn closes, but for the message that becomes the answer.</summary>
    public void CloseQuestions(ShownMessage? answered)
    {
        foreach (var closed in turn.Closed)
        {
            if (closed.AskedIn is { } asked && coop.ShownAs(asked) is { } message && message.Id != answered?.Id)
            {
                TakeButtonsAway(message);
            }
        }
    }

    /// <summary>Leaves a message as it reads, without its buttons.</summary>
    public void TakeButtonsAway(ShownMessage message)
    {
        if (message.Buttons.Count > 0 && capabilities(message.Place) is { Edits: true, Buttons: true })
        {
            outbox.Add(new Outgoing(NextId(), message.Place, message.Text) { Replaces = message.Id, OnlyFor = message.OnlyFor, Subject = message.Subject });
        }
    }

    // Who reads alone, and does not see buttons.
    private bool WantsWords(Place to, int? onlyMember) => turn.Find<Member>(onlyMember ?? MemberAt(to) ?? 0)?.WantsWords == true;

    private int? MemberAt(Place chat) => OwnerOf(chat) is { } owner ? newAccounts.Concat(coop.Accounts).First(entry => entry.Account == owner).Member : null;

    private Account? OwnerOf(Place chat) => OwnerOf(chat, newAccounts) ?? OwnerOf(chat, coop.Accounts);

    // Looked at for each thing that is said.
    private static Account? OwnerOf(Place chat, IReadOnlyList<AccountEntry> entries)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            if (entries[i].PrivateChat == chat)
            {
                return entries[i].Account;
            }
        }

        return null;
    }

    private string WhichCoop(Says? says, Account? reader, Voice voice) =>
        reader is null || says is ITellWhichCoop || !turn.MustNameCoop(reader) ? "" : "\n" + turn.Parts.Texts.Write(new AboutThatCoop(turn.CoopName), voice);

    // The first code among the blanks is what the sentence is about.
    internal static string? SubjectOf(Says says) =>
        Codes.GetOrAdd(says.GetType(), type => type.GetProperties().FirstOrDefault(property => property.PropertyType == typeof(Ref)))
            ?.GetValue(says)?.ToString();

    private string NextId() => Outgoing.IdOf(coop.Id, coop.Version + 1, written++);

    private Button Button(Offer offer, Voice voice, int? question, int? onlyMember)
    {
        var meaning = Json.WriteText(new ButtonMeaning(offer.Intent, onlyMember is null ? null : turn.Room?.Id ?? 0, question, offer.OrOther, offer.Number));
        var token = Token(meaning, onlyMember);
        tokens[token] = new TokenEntry(
            token, coop.Id, meaning, onlyMember, question is null ? null : turn.Now + Question.Patience);
        return new Button(token, Presentation.Label(turn.Parts.Texts.Write(offer.Label, voice)));
    }

    // Made from the coop's secret and the meaning, so that it cannot be guessed and stays the same when a message is edited.
    private string Token(string meaning, int? onlyMember)
    {
        var material = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{onlyMember}|{meaning}"));
        return Base64Url.EncodeToString(HMACSHA256.HashData(coop.Secret, material).AsSpan(0, 9));
    }
}
