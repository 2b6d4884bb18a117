using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Bot.Core.Chat;
using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace Bot.Core.Turns;

/// <summary>Nothing could be kept; said directly, since it can't be written down either.</summary>
public sealed record NothingWasKept : Says;

/// <summary>An apology for a bug, with a code that leads to it in the log.</summary>
/// <param name="Code">The code.</param>
public sealed record SomethingBroke(string Code) : Says;

/// <summary>To somebody in private whom no coop knows: how to begin.</summary>
public sealed record AddMeToAGroup : Says;

/// <summary>To somebody who writes under a group's or a channel's name: the bot cannot know who it is.</summary>
public sealed record NobodySpeaks : Says;

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
    private const int MostDropped = 10_000;
    private readonly RoomDirectory directory = new(store);
    private readonly Births births = new();
    private readonly ConcurrentDictionary<string, bool> dropped = new(StringComparer.Ordinal);

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
                await (IsAddressed(incoming) ? Dismiss(incoming, new NobodySpeaks()) : Task.CompletedTask);
                return;
            }

            var coop = directory.CoopFor(incoming);
            if (incoming.IsPrivate)
            {
                await (coop is null ? Dismiss(incoming, new AddMeToAGroup()) : HearIn(coop, incoming));
            }
            else if (births.Join(incoming.Place.Conversation, isKnown: coop is not null || !BeginsACoop(incoming)) is { } lane)
            {
                await Begin(lane, incoming);
            }
            else if (coop is not null)
            {
                await HearIn(coop, incoming);
            }
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
        while (guest.Coop.Live<PendingJob>().Where(each => each.Due <= time.GetCurrentInstant()).MinBy(each => (each.Due, each.Id)) is { } job)
        {
            await Attempt(guest, () => Due(guest.Coop, job));
        }
    }

    private static bool BeginsACoop(Incoming incoming) => incoming is Added || IsAddressed(incoming);

    private static bool IsAddressed(Incoming incoming) =>
        incoming is Said said && (said.Addressed || Interpreter.HasPrefix(said.Text.Trim()));

    private async Task HearIn(string coop, Incoming incoming)
    {
        using var guest = await coops.Enter(coop);
        await Attempt(guest, () => Deal(guest.Coop, incoming));
    }

    private async Task Begin(Lane lane, Incoming incoming)
    {
        await lane.Enter();
        try
        {
            if (directory.CoopFor(incoming) is { } begun)
            {
                await HearIn(begun, incoming);
            }
            else if (BeginsACoop(incoming))
            {
                await (await IsBorn(incoming) ? Task.CompletedTask : HearIn(directory.CoopFor(incoming)!, incoming));
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
        var id = Convert.ToHexStringLower(chance(8));
        using var guest = await coops.Enter(id);
        guest.Begin(Coop.Begin(id, chance(32)));
        return await Attempt(guest, () => Deal(guest.Coop, incoming));
    }

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
                outcome = await store.Commit(draft.Commit);
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

    private Draft? Deal(Coop coop, Incoming incoming)
    {
        try
        {
            return NewTurn(coop).Deal(incoming);
        }
        catch (Exception bug) when (bug is not StoreUnavailableException and not StoreBrokenException)
        {
            var code = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(incoming.Key)))[..4];
            LogBug(bug, code);
            return NewTurn(coop).Apologise(incoming, new SomethingBroke(code));
        }
    }

    private IncomingTurn NewTurn(Coop coop) => new(coop, store, parts, directory, CapabilitiesOf, defaults, time.GetCurrentInstant());

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

    // What can't be kept is dealt with all the same: delivered once more, it must not mean something else, nor be told twice.
    private Task Dismiss(Incoming incoming, Says says)
    {
        if (dropped.Count >= MostDropped)
        {
            dropped.Clear();
        }

        return dropped.TryAdd(incoming.Key, true) ? TellDirectly(incoming, says) : Task.CompletedTask;
    }

    private async Task TellDirectly(Incoming incoming, Says says)
    {
        if (incoming is Said or Pressed or Opened && platforms.FirstOrDefault(each => string.Equals(each.Name, incoming.Place.Platform, StringComparison.Ordinal)) is { } platform)
        {
            var language = (incoming.By.Locale is { } locale ? parts.Texts.Find(locale.Split('-', '_')[0])?.Code : null) ?? defaults.Language;
            var text = parts.Texts.Write(says, new Voice(language, Vous: false, DateTimeZone.Utc, default));
            var message = new Outgoing($"direct-{incoming.Key}", incoming.Place, text) { Answers = incoming.Key };
            if (await platform.Send(message, edits: null, CancellationToken.None) is Sent.RetryAt later)
            {
                // Nothing of it has to be kept, so nobody waits for it.
                _ = TellLater(platform, message, later);
            }
        }
    }

    private async Task TellLater(IChatPlatform platform, Outgoing message, Sent.RetryAt first)
    {
        Sent.RetryAt? later = first;
        for (var attempt = 1; attempt < Attempts && later is not null; attempt++)
        {
            await Task.Delay(Duration.Max(later.When - time.GetCurrentInstant(), Duration.Zero).ToTimeSpan(), time);
            later = await platform.Send(message, edits: null, CancellationToken.None) as Sent.RetryAt;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{Why} The person was told.")]
    private partial void LogNothingKept(Exception? bug, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "A commit failed (attempt {Attempt}); the turn runs again.")]
    private partial void LogCommitFailed(Exception failure, int attempt);

    [LoggerMessage(Level = LogLevel.Error, Message = "A command broke. Code told to the person: {Code}.")]
    private partial void LogBug(Exception bug, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "The job {Job} broke; it was let go.")]
    private partial void LogJobBug(Exception bug, string job);
}
