using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;

namespace Bot.Core.Turns;

/// <summary>
/// Where an answer goes. A typed command is answered on a new line; a pressed button turns its message into the answer. What is
/// about one person reaches them alone; what is done in private is told where its matter came up, else in the coop's home.
/// </summary>
internal sealed class Answering(
    Turn turn, Coop coop, Scribe scribe, Func<Place, Capabilities> capabilities, Incoming incoming, ShownMessage? answered)
{
    private readonly string? replyTo = incoming is Said { IsPrivate: false } said ? said.MessageId : null;

    /// <summary>Writes the answer and returns it, as it is meant for who asked.</summary>
    public Outgoing? Write(Outcome outcome, bool tellsHowToUndo, bool isNews)
    {
        var says = outcome.Answer!;
        var isForAll = outcome.Audience == Audience.Room;
        var goesToRoom = isForAll && turn.Room is not null && (!turn.IsAway || turn.CardSubject is not null);
        var answer = goesToRoom
            ? ToRoom(says, tellsHowToUndo)
            : ToAsker(says, outcome, tellsHowToUndo);

        // What was answered in the room, but asked elsewhere, also settles the message where the button was.
        if (goesToRoom && answered is not null && !StandsInRoom(answered))
        {
            if (turn.CardSubject is null)
            {
                scribe.Edit(answered, says, turn.VoiceFor(turn.Member), stays: false);
            }
            else
            {
                scribe.TakeButtonsAway(answered);
            }
        }

        if (isForAll && !goesToRoom && isNews && (turn.Room ?? turn.NewsRoom) is { } room)
        {
            new Told(null, room, says, OutgoingKind.News) { Subject = SubjectOfUndone }.Write(scribe, turn);
        }

        if (turn.Undoes is not null)
        {
            EditUndone(says);
        }

        return answer;
    }

    // Whatever told what is taken back reads what is true now.
    private void EditUndone(Says says)
    {
        foreach (var stale in Undone().Where(message => !message.IsCard && message.Id != answered?.Id).DistinctBy(message => message.Id))
        {
            scribe.Edit(stale, says, stale.OnlyFor is null && turn.RoomAt(stale.Place) is { } room ? turn.VoiceIn(room) : turn.VoiceFor(turn.Member), stays: false);
        }
    }

    private Outgoing ToRoom(Says says, bool tellsHowToUndo)
    {
        var place = turn.Room!.Place;
        var voice = turn.VoiceIn(turn.Room);
        var replaced = answered is not null && StandsInRoom(answered) && turn.CardSubject is null ? answered.Id : null;
        turn.Noise.Overtake(turn.Room, turn.CardSubject ?? Scribe.SubjectOf(says) ?? SubjectOfUndone);
        return scribe.Write(
            says,
            place,
            voice,
            message => message with
            {
                Replaces = replaced,
                ReplyTo = replaced is null && place == incoming.Place ? replyTo : null,
                Answers = incoming.Key,
                Subject = turn.CardSubject ?? message.Subject ?? SubjectOfUndone,
                IsCard = turn.CardSubject is not null,
                Pinning = turn.CardSubject is { } card ? turn.PinningOf(card) : Pinning.Left,
                Kind = turn.CardSubject is null ? message.Kind : turn.CardKind,
            },
            HowToUndo(tellsHowToUndo && turn.CardSubject is null));
    }

    private Outgoing? ToAsker(Says says, Outcome outcome, bool tellsHowToUndo)
    {
        var voice = turn.VoiceFor(turn.Member);
        var replaced = answered is not null && !outcome.IsRefusal && CanEdit(answered) && (incoming.IsPrivate || answered.OnlyFor is not null)
            ? answered.Id
            : null;
        if (incoming.IsPrivate)
        {
            return scribe.Write(
                says, incoming.Place, voice, message => message with { Replaces = replaced, Answers = incoming.Key, Subject = message.Subject ?? SubjectOfUndone }, HowToUndo(tellsHowToUndo), outcome.Question?.Id, turn.Member.Id);
        }

        return scribe.WriteTo(
            turn.Member, says, incoming.Place, replyTo, outcome.IsPersonal, message => message with { Replaces = replaced, Answers = incoming.Key }, outcome.Question?.Id);
    }

    private bool StandsInRoom(ShownMessage message) =>
        message.OnlyFor is null && message.Place == turn.Room?.Place && CanEdit(message) && !message.IsCard;

    private IEnumerable<ShownMessage> Undone()
    {
        if (turn.UndoneAnswer is { } answer && coop.ShownAs(answer) is { } message)
        {
            yield return message;
        }

        foreach (var said in turn.Undoes is { } undone ? coop.SaidBy(undone) : [])
        {
            yield return said;
        }
    }

    // What is taken back or done again is still about the same thing.
    private string? SubjectOfUndone => turn.UndoneAnswer is { } undone ? coop.ShownAs(undone)?.Subject : null;

    private bool CanEdit(ShownMessage message) => capabilities(message.Place).Edits;

    private static HowToUndo? HowToUndo(bool isTold) => isTold ? new HowToUndo() : null;
}
