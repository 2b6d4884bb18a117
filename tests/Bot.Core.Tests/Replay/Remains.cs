using System.Text;
using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Host.Replay;

namespace Bot.Core.Tests.Replay;

/// <summary>All that a store remembers of a play, written down so that two plays can be compared line by line.</summary>
internal static class Remains
{
    private const int AllLines = 10_000;

    public static string Of(TranscriptPlayer player)
    {
        var text = new StringBuilder();
        var coops = player.Coops;
        foreach (var coop in coops)
        {
            Write(player.Store, coop, text);
        }

        foreach (var place in player.Store.UnsentPlaces())
        {
            text.AppendJoin("", player.Store.Unsent(place, 0, AllLines).Select(row => $"unsent {Json.WriteText(row.Message with { Buttons = Labels(row.Message.Buttons) })}\n"));
        }

        // Ids are drawn by chance: a play in which a coop begins anew draws others.
        for (var i = 0; i < coops.Count; i++)
        {
            text.Replace(coops[i], $"coop{i + 1}");
        }

        return text.ToString();
    }

    // Tokens are made with the coop's secret, which is drawn by chance too.
    private static IReadOnlyList<Button> Labels(IReadOnlyList<Button> buttons) => [.. buttons.Select(button => button with { Token = "" })];

    // What is shown again after a cut counts as shown then, so when a message was shown is left out.
    private static void Write(IStore store, string coop, StringBuilder text)
    {
        var kept = store.Load(coop);
        text.Append("coop ").Append(coop).Append(" version ").Append(kept.Version).Append('\n');
        text.AppendJoin("", kept.Documents.OrderBy(each => each.Kind, StringComparer.Ordinal).ThenBy(each => each.Id)
            .Select(each => $"{each.Kind} {each.Id} v{each.Version} {(each.IsSettled ? "settled" : "live")} {Encoding.UTF8.GetString(each.Json!)}\n"));
        text.AppendJoin("", kept.Counters.OrderBy(each => each.Key, StringComparer.Ordinal).Select(each => $"counter {each.Key} {each.Value}\n"));
        text.AppendJoin("", kept.Accounts.OrderBy(each => each.Member).Select(each => $"account {Json.WriteText(each)}\n"));
        text.AppendJoin("", kept.Shown.OrderBy(each => each.Id, StringComparer.Ordinal).Select(each => $"shown {Json.WriteText(each with { Buttons = Labels(each.Buttons), At = default })}\n"));
        text.AppendJoin("", store.ReadTrace(new TraceQuery(coop, AllLines)).Select(each => $"trace {Json.WriteText(each)}\n"));
    }
}
