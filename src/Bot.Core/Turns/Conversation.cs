using System.Security.Cryptography;
using System.Text;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Microsoft.Extensions.Logging;

namespace Bot.Core.Turns;

/// <summary>An apology for a bug, with a code that leads to it in the log.</summary>
/// <param name="Code">The code.</param>
public sealed record SomethingBroke(string Code) : Says;

/// <summary>What a new coop starts with.</summary>
/// <param name="Language">The language's code.</param>
/// <param name="Zone">The time zone, as a TZDB id.</param>
public sealed record Defaults(string Language, string Zone);

/// <summary>
/// Hears what happens, runs it as a turn of its coop, one at a time, and commits. What a turn changes, what it leaves in the
/// trace and what will be answered are stored together or not at all, before anybody is told.
/// </summary>
/// <param name="store">Where coops are kept.</param>
/// <param name="coops">The coops in memory.</param>
/// <param name="parts">What slices contribute.</param>
/// <param name="platforms">The platforms people speak on.</param>
/// <param name="postman">Who carries what is said.</param>
/// <param name="time">The clock that was handed in.</param>
/// <param name="chance">Gives so many unguessable bytes.</param>
/// <param name="defaults">What a new coop starts with.</param>
/// <param name="log">For the operator: never what members write.</param>
public sealed partial class Conversation(
    IStore store,
    Coops coops,
    Parts parts,
    IReadOnlyList<IChatPlatform> platforms,
    Postman postman,
    TimeProvider time,
    Func<int, byte[]> chance,
    Defaults defaults,
    ILogger<Conversation> log)
{
    private const int Attempts = 5;
    private readonly RoomDirectory directory = new(store);
    private readonly Births births = new();

    /// <summary>Deals with one thing that happened; completes when what it changed is on the disk. Things of one coop are dealt with in the order they are handed over.</summary>
    /// <param name="incoming">What happened.</param>
    public async Task Hear(Incoming incoming)
    {
        if (dropped.ContainsKey(incoming.Key))
        {
            return;
        }

        try
        {
            if (!incoming.By.IsPerson)
            {
                await (incoming is Pressed || IsAddressed(incoming) ? Dismiss(incoming, new NobodySpeaks()) : Task.CompletedTask);
                return;
            }

            if (incoming is BecameUnreadable)
            {
                await Dismiss(incoming, incoming.IsPrivate ? new CannotReadYou() : new CannotReadHere());
                return;
            }

            await (Interpreter.ShowsACode(incoming, parts, store) is { } code ? Show(incoming, code) : Route(incoming));
        }
        catch (Exception failure) when (failure is not StoreBrokenException)
        {
            // What is delivered once more was perhaps kept the first time.
            if (!store.Heard(incoming.Key))
            {
                LogNothingKept(failure is StoreUnavailableException ? null : failure, failure.Message);
                await Dismiss(incoming, new NothingWasKept());
            }
        }
    }

    /// <summary>Runs a coop's jobs that are due, in the order of their time, each in a turn of its own.</summary>
    /// <param name="coop">The coop's id.</param>
    public async Task RunDue(string coop)
    {
        using var guest = await coops.Enter(coop);
        while (guest.CoopIfThere?.Live<PendingJob>().Where(each => each.Due <= time.GetCurrentInstant()).MinBy(each => (each.Due, each.Id)) is { } job)
        {
            await Attempt(guest, () => Due(guest.Coop, job));
        }
    }

    private bool BeginsACoop(Incoming incoming) => incoming.IsPrivate
        ? Interpreter.AsksForASandbox(incoming, parts, store) is not null
        : incoming is Added || IsAddressed(incoming);

    private static bool IsAddressed(Incoming incoming) => incoming is Said said && (said.Addressed || Interpreter.HasPrefix(said.Text.Trim()));

    // Who asks for a sandbox means none of their coops, but the sandbox that is open there.
    private string? CoopFor(Incoming incoming) =>
        incoming.IsPrivate && BeginsACoop(incoming) ? directory.CoopAt(incoming.Place) : directory.CoopFor(incoming);

    private async Task Route(Incoming incoming)
    {
        if (births.Join(incoming.Place.Conversation, isKnown: !BeginsACoop(incoming) || CoopFor(incoming) is not null) is { } lane)
        {
            await Begin(lane, incoming);
        }
        else if (!await IsHeard(incoming))
        {
            await (BeginsACoop(incoming) ? Route(incoming) : Dismiss(incoming));
        }
    }

    /// <summary>Hears something in the coop it belongs to; false when there is none, or none any more.</summary>
    private async Task<bool> IsHeard(Incoming incoming)
    {
        while (CoopFor(incoming) is { } coop)
        {
            using var guest = await coops.Enter(coop);
            if (guest.CoopIfThere is not null)
            {
                await Attempt(guest, () => Deal(guest.Coop, incoming));
                return true;
            }

            // A sandbox that was dropped while this waited.
            directory.Forget();
        }

        return false;
    }

    private async Task Begin(Lane lane, Incoming incoming)
    {
        await lane.Enter();
        try
        {
            if (await IsHeard(incoming))
            {
                return;
            }

            if (!BeginsACoop(incoming))
            {
                await Dismiss(incoming);
            }
            else if (!await IsBorn(incoming))
            {
                await IsHeard(incoming);
            }
        }
        finally
        {
            births.Leave(incoming.Place.Conversation);
        }
    }

    /// <summary>Whether the coop begins here; false when another process was first.</summary>
    private async Task<bool> IsBorn(Incoming incoming)
    {
        var asked = incoming.IsPrivate ? Interpreter.AsksForASandbox(incoming, parts, store) : null;
        var coop = NewCoop(isSandbox: asked is not null);
        using var guest = await coops.Enter(coop.Id);
        guest.Begin(coop);
        return await Attempt(guest, () => Deal(guest.Coop, incoming, asked));
    }

    private Coop NewCoop(bool isSandbox) => Coop.Begin(Convert.ToHexStringLower(chance(8)), chance(32), isSandbox);

    /// <summary>Runs a turn until its commit is kept, from the start each time: a turn has no other effect than its commit.</summary>
    /// <returns>False when the coop was to begin, and somebody else began it.</returns>
    private async Task<bool> Attempt(Coops.Guest guest, Func<Draft?> run)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (run() is not { } draft)
            {
                return true;
            }

            CommitOutcome outcome;
            try
            {
                outcome = await (draft.End is null ? store.Commit(draft.Commit) : store.Drop(draft.Removal));
            }
            catch (StoreUnavailableException traces) when (draft.End is not null && store.Heard(draft.Commit.InboxKeys[0]))
            {
                LogTraces(traces);
                outcome = CommitOutcome.Kept;
            }
            catch (Exception failure) when (failure is not StoreUnavailableException and not StoreBrokenException && attempt < Attempts)
            {
                LogCommitFailed(failure, attempt);
                if (!store.Heard(draft.Commit.InboxKeys[0]))
                {
                    continue;
                }

                // It was kept all the same: only the telling failed.
                outcome = CommitOutcome.Kept;
            }

            switch (outcome)
            {
                case CommitOutcome.Kept when draft.End is not null:
                    await TakeLeave(guest, draft);
                    return true;
                case CommitOutcome.Kept:
                    guest.Coop.Apply(draft.Commit, draft.Documents);
                    directory.Learn(draft.Commit);
                    postman.Deliver(draft.Commit);
                    return true;
                case CommitOutcome.Moved when draft.Commit.Version == 0:
                    directory.Forget();
                    return false;
                case CommitOutcome.Moved when attempt < Attempts:
                    guest.Reload();
                    directory.Forget();
                    break;
                case CommitOutcome.Moved:
                    throw new InvalidOperationException("The coop was changed by another process each time it was read.");
                default:
                    return true;
            }
        }
    }

    private Draft? Deal(Coop coop, Incoming incoming, Intent? meant = null, int? whose = null)
    {
        try
        {
            var draft = NewTurn(coop, whose).Deal(incoming, meant);
            return draft?.End?.Again is { } again ? draft with { Next = NewTurn(NewCoop(isSandbox: true)).Deal(incoming, again) } : draft;
        }
        catch (Exception bug) when (bug is not StoreUnavailableException and not StoreBrokenException)
        {
            var code = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(incoming.Key)))[..4];
            LogBug(bug, code);
            return NewTurn(coop, whose).Apologise(incoming, new SomethingBroke(code));
        }
    }

    private IncomingTurn NewTurn(Coop coop, int? whose = null) => new(coop, store, parts, directory, CapabilitiesOf, defaults, time.GetCurrentInstant())
    {
        SpeaksFor = whose,
        WaysIn = payload => [.. platforms.Select(platform => platform.WayIn(payload)?.ToString()).OfType<string>()],
    };

    private Draft Due(Coop coop, PendingJob pending)
    {
        var now = time.GetCurrentInstant();
        try
        {
            return JobTurn.Run(coop, store, parts, CapabilitiesOf, pending, now);
        }
        catch (Exception bug) when (bug is not StoreUnavailableException and not StoreBrokenException)
        {
            LogJobBug(bug, pending.Name);
            return JobTurn.LetGo(coop, store, parts, CapabilitiesOf, pending, now);
        }
    }

    private Capabilities CapabilitiesOf(Place place)
    {
        foreach (var platform in platforms)
        {
            if (platform.Name == place.Platform)
            {
                return platform.CapabilitiesOf(place);
            }
        }

        return new Capabilities(Buttons: false, Edits: false, Whispers: false, IdempotentSends: false);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Why} The person was told.")]
    private partial void LogNothingKept(Exception? bug, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A commit failed (attempt {Attempt}); the turn runs again.")]
    private partial void LogCommitFailed(Exception failure, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "A command broke. Code told to the person: {Code}.")]
    private partial void LogBug(Exception bug, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A sandbox is gone, but traces of it are left on the disk.")]
    private partial void LogTraces(Exception traces);

    [LoggerMessage(Level = LogLevel.Error, Message = "The job {Job} broke; it was let go.")]
    private partial void LogJobBug(Exception bug, string job);
}
