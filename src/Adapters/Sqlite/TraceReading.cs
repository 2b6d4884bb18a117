using System.Text;
using Bot.Core.Memory;

namespace Bot.Adapters.Sqlite;

/// <summary>Reads the trace.</summary>
internal static class TraceReading
{
    /// <summary>Lines of a coop's trace, newest first.</summary>
    public static List<TraceLine> Read(Database database, TraceQuery query)
    {
        using var rows = Select(database, query);
        var lines = new List<TraceLine>();
        while (rows.Next())
        {
            var seq = rows.Long(0);
            lines.Add(new TraceLine(
                seq, rows.Text(1), rows.Instant(2), rows.Instant(3), rows.IntOrNull(4), rows.IntOrNull(5), rows.IntOrNull(6),
                rows.Text(7), rows.LongOrNull(8), rows.TextOrNull(9), rows.TextOrNull(10), Changes(database, query.Coop, seq)));
        }

        return lines;
    }

    /// <summary>
    /// Only the conditions that are asked for are written out. Lines are in the order of time, so that those since an instant
    /// are behind the newest line that is older: what came before is not walked through.
    /// </summary>
    private static Statement Select(Database database, TraceQuery query)
    {
        var sql = new StringBuilder("""
            SELECT t.seq, t.key, t.at, t.said_at, t.actor, t.on_behalf_of, t.room, t.command, t.undoes, t.answer,
                   (SELECT words FROM trace_text AS w WHERE w.coop = t.coop AND w.seq = t.seq)
            FROM trace AS t WHERE t.coop = ?1
            """);
        AddIf(query.Seq is not null, " AND t.seq = ?2");
        AddIf(query.Key is not null, " AND t.key = ?3");
        AddIf(query.Answer is not null, " AND t.answer = ?4");
        AddIf(query.Actor is not null, " AND t.actor = ?5");
        AddIf(query.Room is not null, " AND t.room = ?6");
        AddIf(query.Since is not null, " AND t.seq > coalesce((SELECT o.seq FROM trace AS o WHERE o.coop = ?1 AND o.at < ?7 ORDER BY o.seq DESC LIMIT 1), 0)");
        if (query.Kind is not null || query.Document is not null)
        {
            sql.Append(" AND t.seq IN (SELECT d.seq FROM trace_doc AS d WHERE d.coop = ?1");
            AddIf(query.Kind is not null, " AND d.kind = ?8");
            AddIf(query.Document is not null, " AND d.id = ?9");
            sql.Append(')');
        }

        sql.Append(" ORDER BY t.seq DESC LIMIT ?10");
        return database.Use(sql.ToString())
            .With(query.Coop).With(query.Seq).With(query.Key).With(query.Answer).With(query.Actor).With(query.Room)
            .With(query.Since).With(query.Kind).With(query.Document).With(query.Limit);

        void AddIf(bool asked, string condition) => sql.Append(asked ? condition : "");
    }

    private static List<Change> Changes(Database database, string coop, long seq)
    {
        using var rows = database.Use("SELECT kind, id, before, after FROM trace_doc WHERE coop = ? AND seq = ? ORDER BY n")
            .With(coop).With(seq);
        var changes = new List<Change>();
        while (rows.Next())
        {
            changes.Add(new Change(rows.Text(0), rows.Int(1), rows.JsonOrNull(2), rows.JsonOrNull(3)));
        }

        return changes;
    }
}
