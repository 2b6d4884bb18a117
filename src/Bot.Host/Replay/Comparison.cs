using System.Globalization;
using System.Text;

namespace Bot.Host.Replay;

/// <summary>Compares what the bot showed with what a transcript expects.</summary>
public static class Comparison
{
    /// <summary>Whether a reader would call them the same.</summary>
    /// <param name="step">What happened, with what is expected.</param>
    /// <param name="shown">What the bot showed.</param>
    public static bool Agrees(TranscriptFile.Step step, IReadOnlyList<BotMessage> shown) =>
        step.Expected.Count == shown.Count && step.Expected.Zip(shown).All(pair => pair.First.Message.ReadsLike(pair.Second));

    /// <summary>The difference as a person reads it: what was expected behind −, what came behind +, what agrees behind nothing.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="step">What happened, with what is expected.</param>
    /// <param name="shown">What the bot showed.</param>
    public static string Difference(string file, TranscriptFile.Step step, IReadOnlyList<BotMessage> shown)
    {
        var expected = step.Expected;
        var both = Math.Min(expected.Count, shown.Count);
        var before = 0;
        while (before < both && expected[before].Message.ReadsLike(shown[before]))
        {
            before++;
        }

        var after = 0;
        while (after < both - before && expected[^(after + 1)].Message.ReadsLike(shown[^(after + 1)]))
        {
            after++;
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{file}:{(before < expected.Count ? expected[before].Number : step.Line.Number)}\n");
        Append(text, "  ", step.Line.Written);
        foreach (var line in expected.Take(before))
        {
            Append(text, "  ", line.Written);
        }

        foreach (var line in expected.Take(expected.Count - after).Skip(before))
        {
            Append(text, "− ", line.Written);
        }

        foreach (var message in shown.Take(shown.Count - after).Skip(before))
        {
            Append(text, "+ ", message.Write());
        }

        foreach (var line in expected.Skip(expected.Count - after))
        {
            Append(text, "  ", line.Written);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, string mark, string lines)
    {
        foreach (var line in lines.Split('\n'))
        {
            text.Append("    ").Append(mark).Append(line).Append('\n');
        }
    }
}
