using System.Text;

namespace Bot.Core.Language;

/// <summary>What is left of a text when some of it was read.</summary>
internal static class Remainder
{
    private const string Joints = ",;:-–—";
    private const string Ends = ".!?…";

    /// <summary>The rest, as it was typed. The comma or colon that joined what was read to it goes with it, and so do brackets that hold nothing any more.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parts">What was read, in order.</param>
    public static string Of(string text, IReadOnlyList<Range> parts)
    {
        if (parts.Count == 0)
        {
            return text;
        }

        var rest = new StringBuilder(text.Length);
        var from = 0;
        foreach (var part in parts)
        {
            Join(rest, text.AsSpan(from, part.Start.GetOffset(text.Length) - from));
            from = part.End.GetOffset(text.Length);
        }

        Join(rest, text.AsSpan(from));
        var left = rest.ToString().Replace("()", "", StringComparison.Ordinal).Trim().Trim(Joints.ToCharArray()).Trim();
        return left.AsSpan().IndexOfAnyExcept(Joints + Ends + " ()") < 0 ? "" : left;
    }

    private static void Join(StringBuilder rest, ReadOnlySpan<char> next)
    {
        var isApart = next.Length > 0 && char.IsWhiteSpace(next[0]);
        // A full stop behind an abbreviation was part of it: « lun. 9 h ».
        next = rest.Length == 0 ? next.Trim() : next.Trim().TrimStart('.').TrimStart();
        if (rest.Length > 0 && next.Length > 0)
        {
            // Of two commas around what was read one is left, none if it stood at an end.
            var isJoined = Joints.Contains(next[0], StringComparison.Ordinal) && Joints.Contains(rest[^1], StringComparison.Ordinal);
            var bare = next.TrimStart(Joints).TrimStart();
            next = isJoined || bare.Length == 0 ? bare : next;
            rest.Append(next.Length == 0 || Joints.Contains(next[0], StringComparison.Ordinal) || (!isApart && (Ends + ")").Contains(next[0], StringComparison.Ordinal)) ? "" : " ");
        }

        rest.Append(next);
    }
}
