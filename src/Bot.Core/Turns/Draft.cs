using Bot.Core.Chat;
using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Turns;

/// <summary>The card that stood here is shown again further down.</summary>
public sealed record CardMoved : Says;

/// <summary>A turn written down, ready to be kept.</summary>
/// <param name="Commit">What the store keeps.</param>
/// <param name="Documents">Its documents as records, for the coop in memory.</param>
internal sealed record Draft(Commit Commit, IReadOnlyList<Document?> Documents)
{
    /// <summary>When a sandbox ends with it: how.</summary>
    public SandboxEnd? End { get; init; }

    /// <summary>The first turn of the sandbox that begins in its place.</summary>
    public Draft? Next { get; init; }

    /// <summary>The sandbox that goes instead of keeping this, when one ends with it.</summary>
    public Removal Removal => new(Commit.Coop, Commit.Version, Commit.At, Commit.InboxKeys) { Next = Next is null ? null : Next.Commit with { InboxKeys = [] } };

    /// <summary>Writes a turn down: what is told to others, the cards that changed, the trace, the commit.</summary>
    public static Draft Of(Turn turn, Coop coop, Scribe scribe, TraceLine? trace, IReadOnlyList<Place> places, IReadOnlyList<AccountEntry> accounts, byte[]? birth)
    {
        turn.Noise.Withdraw();
        foreach (var told in turn.ToldToOthers)
        {
            told.Write(scribe, turn);
        }

        RedrawCards(turn, coop, scribe);
        TellMilestones(turn, coop, scribe);

        if (trace is not null && !turn.IsSandbox)
        {
            WeeklyDigest.Plan(turn);
        }

        var entries = turn.Staged.Entries;
        var stored = new List<StoredDocument>(entries.Count);
        var documents = new List<Document?>(entries.Count);
        foreach (var entry in entries)
        {
            if (!entry.IsChange)
            {
                continue;
            }

            stored.Add(new StoredDocument(
                entry.Kind.Name, entry.Id, entry.Kind.Version, entry.After?.IsSettled ?? false, entry.Json?.Utf8));
            documents.Add(entry.After);
        }

        var commit = new Commit(coop.Id, coop.Version)
        {
            Birth = birth,
            IsSandbox = coop.IsSandbox,
            InboxKeys = [turn.Key],
            At = turn.Now,
            Documents = stored,
            Counters = turn.Staged.Counters,
            Trace = trace,
            Outbox = scribe.Outbox,
            WithdrawnTurn = turn.Undoes,
            Tokens = [.. scribe.Tokens, .. turn.Codes],
            Places = places,
            Accounts = accounts,
            TurnsTo = turn.TurnsTo,
            NextDue = NextDue(turn),
            LeavesNoLog = turn.LeavesNoLog,
        };
        return new Draft(commit, documents) { End = turn.End };
    }

    private static Instant? NextDue(Turn turn)
    {
        Instant? next = null;
        foreach (var job in turn.Live<PendingJob>())
        {
            next = next < job.Due ? next : job.Due;
        }

        return next;
    }

    /// <summary>The documents people may ask about, before and after.</summary>
    public static List<Change> ChangesOf(Turn turn)
    {
        var changes = new List<Change>();
        foreach (var entry in turn.Staged.Entries)
        {
            if (entry.IsQuiet || !entry.IsChange)
            {
                continue;
            }

            var before = entry.Before is null ? null : new JsonText(Json.Write(entry.Before));
            if (!Equals(before, entry.Json))
            {
                changes.Add(new Change(entry.Kind.Name, entry.Id, before, entry.Json));
            }
        }

        return changes;
    }

    // Where a message stays as it was posted, people learn from a new one how far things have come; from few of them.
    private static void TellMilestones(Turn turn, Coop coop, Scribe scribe)
    {
        if (coop.Cards.Where(card => !scribe.CanEdit(card.Place)).ToList() is not { Count: > 0 } lasting)
        {
            return;
        }

        var changes = turn.Staged.Changed.Where(entry => entry is { Kept: not null, After: not null }).ToList();
        foreach (var (card, change) in turn.Parts.Cards.SelectMany(card => changes.Select(change => (card, change))))
        {
            if (card.Milestone(change.Kept!, change.After!, turn) is { } says)
            {
                var subjects = card.SubjectsOf(change.After!).ToList();
                foreach (var room in lasting.Where(shown => subjects.Contains(shown.Subject!)).Select(shown => turn.RoomAt(shown.Place)).OfType<Room>().Distinct())
                {
                    new Told(null, room, says, OutgoingKind.News).Write(scribe, turn);
                }
            }
        }
    }

    private static void RedrawCards(Turn turn, Coop coop, Scribe scribe)
    {
        if (coop.Cards.Count == 0)
        {
            return;
        }

        var subjects = turn.Staged.Changed
            .SelectMany(entry => new[] { entry.Before, entry.After }).OfType<Document>()
            .SelectMany(document => turn.Parts.Cards.SelectMany(card => card.SubjectsOf(document)))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var card in coop.Cards)
        {
            var room = turn.RoomAt(card.Place);
            if (string.Equals(card.Subject, turn.CardSubject, StringComparison.Ordinal) && card.Place == turn.Room?.Place)
            {
                scribe.Edit(card, new CardMoved(), turn.VoiceIn(room), stays: false, turn.PinningOf(card.Subject!) == Pinning.Left ? Pinning.Left : Pinning.Unpinned);
            }
            else if (subjects.Contains(card.Subject!) || subjects.Contains(card.Subject!.Split(':')[0]))
            {
                scribe.Edit(card, turn.Draw(card.Subject!), turn.VoiceIn(room), turn.IsAlive(card.Subject!), turn.PinningOf(card.Subject!));
            }
        }
    }
}
