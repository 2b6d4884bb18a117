using Bot.Core.Chat;
using Bot.Core.Memory;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Turns;

/// <summary>What happens to places rather than to people: a conversation gets another id, somebody cannot be whispered to.</summary>
public sealed partial class Conversation
{
    /// <summary>A platform gave a conversation another id. What is said there meanwhile waits, so that no second coop begins.</summary>
    /// <param name="key">Names the move.</param>
    /// <param name="from">The conversation as it was known.</param>
    /// <param name="to">The conversation as it is known from now on.</param>
    public async Task Move(string key, Place from, Place to)
    {
        var lane = births.Join(to, isKnown: false)!;
        await lane.Enter();
        try
        {
            if (directory.CoopAt(from) is not { } coop)
            {
                return;
            }

            if (directory.CoopAt(to) is { } other && other != coop)
            {
                LogTwoCoops(from, to);
                return;
            }

            using var guest = await coops.Enter(coop);
            await Attempt(guest, () => guest.CoopIfThere is { } there ? Relocate(there, key, new Relocation(from, to)) : null);
        }
        finally
        {
            births.Leave(to);
        }
    }

    /// <summary>Says elsewhere what could not be whispered: in the private chat, or as soon as there is one.</summary>
    /// <param name="whisper">What could not be.</param>
    public async Task Redirect(Unsent whisper)
    {
        using var guest = await coops.Enter(whisper.Coop);
        await Attempt(guest, () =>
        {
            if (guest.CoopIfThere is not { } coop)
            {
                return null;
            }

            var now = time.GetCurrentInstant();
            var turn = new Turn(coop, store, parts, $"redirect:{whisper.Message.Id}", now, now);
            turn.Room = turn.RoomAt(whisper.Message.To);
            var scribe = new Scribe(turn, coop, CapabilitiesOf, []);
            scribe.Redirect(whisper.Message);
            return Draft.Of(turn, coop, scribe, trace: null, [], [], birth: null);
        });
    }

    private Draft Relocate(Coop coop, string key, Relocation relocation)
    {
        var now = time.GetCurrentInstant();
        var turn = new Turn(coop, store, parts, key, now, now);
        foreach (var room in turn.Live<Room>().Where(room => relocation.Concerns(room.Place)).ToList())
        {
            turn.KeepQuietly(room with { Place = relocation.Of(room.Place) });
        }

        var draft = Draft.Of(turn, coop, new Scribe(turn, coop, CapabilitiesOf, []), trace: null, [], [], birth: null);
        return draft with { Commit = draft.Commit with { Relocations = [relocation] } };
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{From} goes on as {To}, where another coop began meanwhile: both stay as they are.")]
    private partial void LogTwoCoops(Place from, Place to);
}
