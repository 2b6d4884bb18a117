using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Turns;

/// <summary>The first words of the bot in a group.</summary>
public sealed record Welcome : Says;

/// <summary>An edit that came too late to count.</summary>
/// <param name="Minutes">How long an edit counts.</param>
public sealed record EditCameTooLate(int Minutes) : Says;

/// <summary>Deals with one thing that happened, from knowing who speaks to having it all written down.</summary>
internal sealed partial class IncomingTurn(
    Coop coop, IStore store, Parts parts, RoomDirectory directory, Func<Place, Capabilities> capabilities, Defaults defaults, Instant now)
{
    private static readonly Duration OldestWords = Duration.FromHours(24);
    private static readonly Duration EditsCount = Duration.FromMinutes(2);
    private static readonly Duration OldestWithdrawal = Duration.FromDays(30);
    private static readonly Duration ClocksDiffer = Duration.FromHours(1);
    private readonly List<Place> places = [];

    /// <summary>Runs it and writes it down; null when it does not concern the bot, and then nothing of it is kept anywhere.</summary>
    /// <param name="incoming">What happened.</param>
    /// <param name="meant">What is meant by it, when that is known already.</param>
    public Draft? Deal(Incoming incoming, Intent? meant)
    {
        var turn = Open(incoming);
        ShownMessage? answered = null;
        var meaning = meant is null ? MeaningOf(incoming, turn, out answered) : new Meaning(meant);
        if (meaning == Meaning.None && incoming is not Added)
        {
            return null;
        }

        turn.Room = meaning.Room is { } room ? turn.Find<Room>(room) : turn.Room;
        turn.IsAway = incoming.IsPrivate && turn.Room is { } matter && matter.Place != incoming.Place && meaning.Answers is not { IsAway: false };
        var outcome = incoming is Added ? new Outcome(new Welcome(), Audience.Room, IsPersonal: false) : TurnRunner.Run(turn, meaning);
        return Close(turn, incoming, outcome, answered);
    }

    /// <summary>Keeps nothing of it but that it was dealt with, and apologises.</summary>
    public Draft Apologise(Incoming incoming, Says apology)
    {
        var turn = Open(incoming);
        return Close(turn, incoming, new Outcome(apology, Audience.Asker, IsPersonal: false) { IsRefusal = true }, answered: null);
    }

    private Turn Open(Incoming incoming)
    {
        var said = Instant.Max(Instant.Min(incoming.SentAt, now), now - OldestWords);
        var turn = new Turn(coop, store, parts, incoming.Key, now, said) { WaysIn = WaysIn };
        if (!incoming.IsPrivate || coop.IsSandbox)
        {
            turn.Room = RoomOf(turn, incoming);
        }

        turn.SpokenBy(MemberOf(turn, incoming), incoming.By);
        NotePresence(turn, incoming);
        if (coop is { Version: 0, IsSandbox: true })
        {
            Sandbox.Furnish(turn, incoming.By, defaults);
        }
        else if (coop.Version == 0)
        {
            turn.KeepQuietly(new CoopSettings { Id = 1, Language = defaults.Language, Zone = defaults.Zone });
        }

        return turn;
    }

    private Room RoomOf(Turn turn, Incoming incoming)
    {
        var room = turn.RoomAt(incoming.Place) ?? NewRoom(turn, incoming.Place);
        var title = incoming.Title is null ? "" : Plain.Short(incoming.Title);
        if (title.Length > 0 && title != room.Title)
        {
            turn.KeepQuietly(room = room with { Title = title });
        }

        return room;
    }

    private Room NewRoom(Turn turn, Place place)
    {
        var room = new Room { Id = turn.NextId<Room>(), Place = place };
        turn.KeepQuietly(room);
        places.Add(place);
        if (coop.Version == 0 && place.Thread is not null)
        {
            // Whoever speaks next in another thread, or in none, belongs to the same coop.
            places.Add(place.Conversation);
        }

        return room;
    }

    // « answered » is the message of the bot that becomes the answer, when a button of it was pressed.
    private Meaning MeaningOf(Incoming incoming, Turn turn, out ShownMessage? answered)
    {
        answered = null;
        switch (incoming)
        {
            case Said { EditOf: not null } edited:
                return MeaningOfEdit(edited, turn, out answered);
            case Said said:
                Hears(said, turn);
                return Interpreter.Read(said, turn, coop);
            case Pressed pressed:
                answered = RepliesTo(pressed.MessageId, pressed.Place, turn);
                return Interpreter.Follow(pressed.Token, turn);
            case Reacted reacted when coop.ShownAt(reacted.Place, reacted.MessageId) is { } message
                && Interpreter.Choose(reacted.Emoji, message, turn) is { } token:
                answered = RepliesTo(reacted.MessageId, reacted.Place, turn);
                return Interpreter.Follow(token, turn);
            case Withdrew withdrew:
                return MeaningOfWithdrawal(withdrew, turn);
            case Opened:
                return new Meaning(Intent.To<AskHelp>());
            default:
                return Meaning.None;
        }
    }

    private void Hears(Said said, Turn turn)
    {
        turn.Quoted = RepliesTo(said.ReplyTo, said.Place, turn) is null ? said.Quotes : null;
        turn.File = said.File;
        turn.JustTold = said is { IsPrivate: true, ReplyTo: null } ? SubjectOf(coop.NewestIn(said.Place)) : null;
    }

    private ShownMessage? RepliesTo(string? messageId, Place place, Turn turn)
    {
        var message = messageId is null ? null : coop.ShownAt(place, messageId);
        turn.RepliedToMessage = message?.Id;
        turn.RepliedTo = SubjectOf(message);
        return message;
    }

    private static Ref? SubjectOf(ShownMessage? message) => message?.Subject is { } subject && Ref.TryParse(subject, out var code) ? code : null;

    // Within two minutes an edit takes back what the first words did and says it anew, in one commit; later it is only noticed.
    private Meaning MeaningOfEdit(Said edited, Turn turn, out ShownMessage? answered)
    {
        answered = null;
        Hears(edited, turn);
        var line = turn.Trace(query => query with { Key = edited.EditOf, Since = edited.SentAt - ClocksDiffer }, 1).FirstOrDefault();
        var meaning = Interpreter.Read(edited, turn, coop);
        if (edited.EditedAt - edited.SentAt > EditsCount)
        {
            return line is null && meaning == Meaning.None ? Meaning.None : new Meaning(null, new EditCameTooLate((int)EditsCount.TotalMinutes));
        }

        if (line is not null)
        {
            Says takenBack;
            try
            {
                takenBack = TakeBack.Reverse(turn, line);
            }
            catch (Refusal refusal)
            {
                return new Meaning(null, refusal.Says);
            }

            answered = line.Answer is null ? null : coop.ShownAs(line.Answer);
            return meaning == Meaning.None ? new Meaning(null, takenBack) { IsDone = true } : meaning;
        }

        return meaning;
    }

    // What they have done since counts more than what they take back; then nothing is said.
    private static Meaning MeaningOfWithdrawal(Withdrew withdrew, Turn turn)
    {
        var line = Act(withdrew.Of);
        if (line is null || line.Actor != turn.Member.Id)
        {
            return Meaning.None;
        }

        Says now;
        try
        {
            now = TakeBack.Reverse(turn, line);
        }
        catch (Refusal)
        {
            turn.Forget();
            return Meaning.None;
        }

        foreach (var earlier in withdrew.AndBefore.Select(Act).OfType<TraceLine>().Where(each => each.Actor == turn.Member.Id && each.Changes.All(turn.IsAsLeft)))
        {
            now = TakeBack.Reverse(turn, earlier);
        }

        return new Meaning(null, now) { IsDone = true };

        TraceLine? Act(string key) => turn.Trace(query => query with { Key = key, Since = turn.Now - OldestWithdrawal }, 1).FirstOrDefault();
    }

    private Draft Close(Turn turn, Incoming incoming, Outcome outcome, ShownMessage? answered)
    {
        var changes = Draft.ChangesOf(turn);
        var newcomer = turn.Find<Newcomer>(turn.Member.Id) ?? new Newcomer { Id = turn.Member.Id };
        var isNew = newcomer.Acts < Newcomer.FirstActs;
        var tellsHowToUndo = changes.Count > 0 && turn.Undoes is null && !turn.KeepsNoWords && (turn.HasGuessed || isNew);
        if (changes.Count > 0 && isNew)
        {
            turn.Keep(newcomer with { Acts = newcomer.Acts + 1 });
        }

        FollowLinks(turn, incoming);
        var scribe = new Scribe(turn, coop, place => CapabilitiesOf(place, incoming), accounts);
        var answer = outcome.Answer is null ? null
            : new Answering(turn, coop, scribe, capabilities, incoming, answered).Write(outcome, tellsHowToUndo, isNews: changes.Count > 0);
        if (outcome.Question is { } question)
        {
            turn.KeepQuietly(question with { AskedIn = answer?.Replaces ?? answer?.Id });
            turn.At(question.Until, new CloseQuestion(question.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        scribe.CloseQuestions(answered);
        var trace = changes.Count == 0 ? null : new TraceLine(
            coop.Version + 1, (incoming as Said)?.EditOf ?? turn.Key, turn.Now, turn.SaidAt, turn.Member.Id, turn.OnBehalfOf?.Id, turn.Room?.Id ?? 0,
            turn.Intent?.Command ?? "", turn.Undoes, answer?.Replaces ?? answer?.Id, WordsOf(incoming, turn), changes);
        var draft = Draft.Of(turn, coop, scribe, trace, places, accounts, coop.Version == 0 ? coop.Secret : null);
        return departures.Count == 0 ? draft : draft with { Commit = draft.Commit with { Departures = departures } };
    }

    // Who has just pressed or typed something may be answered alone even where nobody else could be.
    private Capabilities CapabilitiesOf(Place place, Incoming incoming) =>
        incoming.TakesWhisper && place == incoming.Place ? capabilities(place) with { Whispers = true } : capabilities(place);

    // What was typed: the line itself, or the words the question came from and the answer to it. A press adds none, nor does a code.
    private string? WordsOf(Incoming incoming, Turn turn)
    {
        if (turn.KeepsNoWords || (turn.Intent is { } intent && parts.Commands.Find(intent.Command) is { TakesACode: true }))
        {
            return null;
        }

        var asked = turn.Intent is { Given.Count: > 0 } settled ? settled.Words : "";
        var said = (incoming as Said)?.Text ?? "";
        var words = (asked.Length == 0 ? said : $"{asked} {said}").Trim();
        return words.Length == 0 ? null : words;
    }
}
