using System.Globalization;
using Bot.Adapters.Matrix.Api;
using Bot.Core.Chat;

namespace Bot.Adapters.Matrix;

/// <summary>
/// Votes as polls (MSC3381), beside the message that holds the choices in words and stays true by editing. The poll refers to that message, so
/// that what belongs together is found again after a restart. A tap in it is a tap on the choice; what it came to, the bot counts itself.
/// </summary>
/// <param name="client">Asks the homeserver.</param>
/// <param name="me">The bot's id.</param>
internal sealed class Polls(MatrixClient client, string me)
{
    /// <summary>The most choices a poll can have.</summary>
    private const int MostAnswers = 20;
    private const string Disclosed = "org.matrix.msc3381.poll.disclosed";
    private readonly Recent<string> messages = new();
    private readonly Recent<string> polls = new();

    /// <summary>Opens a poll for the choices of a message.</summary>
    public async Task<Failure?> Open(string room, string shown, Outgoing message, CancellationToken stop)
    {
        if (message.Poll is not { } question || message.Buttons.Count > MostAnswers)
        {
            return null;
        }

        var answers = message.Buttons.Select(button => new PollAnswer(button.Token, button.Label)).ToList();
        var content = new PollContent
        {
            Poll = new Poll(Disclosed, 1, new PollText(question), answers),
            Text = string.Join('\n', answers.Select((answer, n) => string.Create(CultureInfo.InvariantCulture, $"{n + 1} {answer.Text}")).Prepend(question)),
            RelatesTo = new Relation { RelType = Relation.Reference, EventId = shown },
        };
        var (sent, failure) = await client.Send(room, Kinds.PollStart, message.Id + ".poll", content, MatrixJson.Default.PollContent, stop);
        if (sent is not null)
        {
            Note(sent.EventId, shown);
        }

        return failure;
    }

    /// <summary>Closes the poll of a message that offers nothing to choose any more.</summary>
    public async Task<Failure?> Close(string room, string shown, Outgoing message, CancellationToken stop)
    {
        if (polls.Find(shown) is not { } poll)
        {
            var (page, failure) = await client.References(room, shown, Kinds.PollStart, stop);
            if (failure is not null)
            {
                return failure;
            }

            poll = Events(page).FirstOrDefault(each => each.Sender == me)?.EventId ?? "";
            Note(poll, shown);
        }

        if (poll.Length == 0)
        {
            return null;
        }

        var content = new PollEndContent(message.Text) { RelatesTo = new Relation { RelType = Relation.Reference, EventId = poll } };
        return (await client.Send(room, Kinds.PollEnd, message.Id + ".end", content, MatrixJson.Default.PollEndContent, stop)).Failure;
    }

    /// <summary>The message whose choices a poll shows; null when it is no poll of the bot.</summary>
    public async Task<Answer<string>> MessageOf(string room, string poll, CancellationToken stop)
    {
        if (messages.Find(poll) is { } known)
        {
            return new(known, null);
        }

        var (found, failure) = await client.Event(room, poll, stop);
        if (found is not { Type: Kinds.PollStart } || found.Sender != me || found.Read(MatrixJson.Default.PollContent)?.RelatesTo?.EventId is not { } shown)
        {
            return new(null, failure);
        }

        Note(poll, shown);
        return new(shown, null);
    }

    /// <summary>The votes somebody gave before they emptied their ballot, the newest first; those before they had emptied it once already are settled.</summary>
    public async Task<Answer<string[]>> VotesBefore(string room, string poll, Event emptied, CancellationToken stop)
    {
        var (page, failure) = await client.References(room, poll, emptied.Type, stop);
        return new(page is null ? null : [.. Events(page)
            .Where(each => each.Sender == emptied.Sender && each.EventId != emptied.EventId && each.OriginServerTs <= emptied.OriginServerTs)
            .TakeWhile(each => each.Read(MatrixJson.Default.VoteContent)?.Chosen is not null)
            .Select(each => each.EventId)], failure);
    }

    private static IEnumerable<Event> Events(Page? page) => (page?.Chunk ?? []).Select(Event.Parse).OfType<Event>();

    private void Note(string poll, string shown)
    {
        polls.Note(shown, poll);
        if (poll.Length > 0)
        {
            messages.Note(poll, shown);
        }
    }
}
