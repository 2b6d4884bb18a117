using System.Collections.Immutable;
using Bot.Core.Chat;
using Bot.Core.Memory;

namespace Bot.Adapters.Sqlite;

/// <summary>Reads coops, accounts and what waits to be said.</summary>
internal static class Reading
{
    private const string EntryColumns =
        "SELECT platform, id, coop, member, chat_platform, chat_bot, chat_conversation, chat_thread, current FROM account ";

    /// <summary>Everything one coop knows.</summary>
    public static CoopSnapshot Load(Database database, string coop)
    {
        using var found = database.Use("SELECT version, secret, sandbox FROM coop WHERE id = ?").With(coop);
        if (!found.Next())
        {
            throw new KeyNotFoundException($"There is no coop {coop}.");
        }

        var counters = new Dictionary<string, int>(StringComparer.Ordinal);
        using (var rows = database.Use("SELECT kind, last FROM counter WHERE coop = ?").With(coop))
        {
            while (rows.Next())
            {
                counters[rows.Text(0)] = rows.Int(1);
            }
        }

        return new CoopSnapshot(
            found.Long(0),
            found.Bytes(1),
            counters,
            Documents(database, coop),
            EntriesIn(database, coop),
            Shown(database, coop))
        { IsSandbox = found.Flag(2) };
    }

    /// <summary>One document of a coop, or null.</summary>
    public static StoredDocument? Find(Database database, string coop, string kind, int id)
    {
        using var row = database.Use("SELECT v, settled, json FROM doc WHERE coop = ? AND kind = ? AND id = ?").With(coop).With(kind).With(id);
        return row.Next() ? new StoredDocument(kind, id, row.Int(0), row.Flag(1), row.Bytes(2)) : null;
    }

    /// <summary>The coops an account is a member of, the current one first.</summary>
    public static List<AccountEntry> EntriesOf(Database database, Account account) =>
        Entries(database.Use(EntryColumns + "WHERE platform = ? AND id = ? ORDER BY current DESC, coop").With(account));

    /// <summary>The members of a coop.</summary>
    public static List<AccountEntry> EntriesIn(Database database, string coop) =>
        Entries(database.Use(EntryColumns + "WHERE coop = ?").With(coop));

    /// <summary>The conversations in which something waits that was not noted as said.</summary>
    public static List<Place> UnsentPlaces(Database database, ImmutableHashSet<string> said)
    {
        using var rows = database.Use("SELECT platform, bot, conversation, thread, id FROM outbox "
            + "WHERE failure IS NULL AND awaits_id IS NULL ORDER BY platform, bot, conversation, thread");
        var places = new List<Place>();
        while (rows.Next())
        {
            var place = rows.Place(0);
            if ((places.Count == 0 || places[^1] != place) && !said.Contains(rows.Text(4)))
            {
                places.Add(place);
            }
        }

        return places;
    }

    /// <summary>What waits in one conversation and was not noted as said.</summary>
    public static List<Unsent> Unsent(Database database, Place place, long after, int limit, ImmutableHashSet<string> said)
    {
        using var rows = database.Use("SELECT position, coop, at, id, replaces, until, message FROM outbox WHERE failure IS NULL AND awaits_id IS NULL "
                + "AND platform = ? AND bot = ? AND conversation = ? AND thread = ? AND position > ? ORDER BY position")
            .With(place).With(after);
        var unsent = new List<Unsent>();
        while (unsent.Count < limit && rows.Next())
        {
            var id = rows.Text(3);
            if (!said.Contains(id))
            {
                var message = StoredMessage.Read(rows.Utf8(6), id, place) with { Replaces = rows.TextOrNull(4), Until = rows.InstantOrNull(5) };
                unsent.Add(new Unsent(rows.Long(0), rows.Text(1), rows.Instant(2), message));
            }
        }

        return unsent;
    }

    /// <summary>What a button leads to.</summary>
    public static TokenEntry? FindToken(Database database, string token)
    {
        using var row = database.Use("SELECT coop, intent, member, until FROM token WHERE token = ?").With(token);
        return row.Next() ? new TokenEntry(token, row.Text(0), row.Text(1), row.IntOrNull(2), row.InstantOrNull(3)) : null;
    }

    private static List<StoredDocument> Documents(Database database, string coop)
    {
        using var rows = database.Use("SELECT kind, id, v, settled, json FROM doc WHERE coop = ?").With(coop);
        var documents = new List<StoredDocument>();
        var kind = "";
        while (rows.Next())
        {
            // They come kind by kind: one string serves all of a kind.
            var read = rows.Text(0);
            kind = read == kind ? kind : read;
            documents.Add(new StoredDocument(kind, rows.Int(1), rows.Int(2), rows.Flag(3), rows.Bytes(4)));
        }

        return documents;
    }

    private static List<AccountEntry> Entries(Statement statement)
    {
        using var rows = statement;
        var entries = new List<AccountEntry>();
        while (rows.Next())
        {
            entries.Add(new AccountEntry(
                new Account(rows.Text(0), rows.Text(1)), rows.Text(2), rows.Int(3), rows.PlaceOrNull(4), rows.Flag(8)));
        }

        return entries;
    }

    private static List<ShownMessage> Shown(Database database, string coop)
    {
        using var rows = database.Use("SELECT id, platform, bot, conversation, thread, message, for_platform, for_id, subject, card, text, buttons, at "
            + "FROM shown WHERE coop = ? ORDER BY at, id").With(coop);
        var shown = new List<ShownMessage>();
        while (rows.Next())
        {
            var message = new ShownMessage(
                rows.Text(0), rows.Place(1), rows.Text(5), rows.TextOrNull(8), rows.Flag(9), rows.Text(10),
                StoredMessage.ReadButtons(rows.Utf8(11)), rows.Instant(12));
            shown.Add(message with { OnlyFor = rows.IsNull(6) ? null : new Account(rows.Text(6), rows.Text(7)) });
        }

        return shown;
    }
}
