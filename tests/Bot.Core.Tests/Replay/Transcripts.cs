using System.Text;
using Bot.Host.Replay;

namespace Bot.Core.Tests.Replay;

/// <summary>The transcripts that stand beside the tests.</summary>
internal static class Transcripts
{
    private const string Folder = "transcripts";
    private static readonly string Copies = Path.Combine(AppContext.BaseDirectory, Folder);

    /// <summary>With TRANSCRIPTS=accept in the environment, what the bot says becomes what is expected of it.</summary>
    public static bool IsAccepting => Environment.GetEnvironmentVariable("TRANSCRIPTS") == "accept";

    /// <summary>Those in some folders, or all: their paths below the folder of transcripts.</summary>
    public static TheoryData<string> All(params string[] folders) =>
        [.. folders.DefaultIfEmpty("").SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Copies, folder), "*.chat", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(Copies, file)).Order(StringComparer.Ordinal)];

    public static TranscriptFile Read(string path)
    {
        try
        {
            return TranscriptFile.Parse(path, File.ReadAllText(Path.Combine(Copies, path)));
        }
        catch (MalformedTranscriptException malformed)
        {
            throw new InvalidOperationException($"{path}, {malformed.Message}", malformed);
        }
    }

    /// <summary>Writes what the bot said into the file, beside everything else, which stays as it is.</summary>
    public static TranscriptFile Accept(string path, TranscriptFile transcript, IReadOnlyList<IReadOnlyList<BotMessage>> shown)
    {
        var accepted = Rewritten(transcript, shown);
        File.WriteAllText(Path.Combine(Source(), path), accepted);
        File.WriteAllText(Path.Combine(Copies, path), accepted);
        return Read(path);
    }

    /// <summary>The transcript with what the bot said in place of what was expected; where they agree, the line stays as it was written.</summary>
    public static string Rewritten(TranscriptFile transcript, IReadOnlyList<IReadOnlyList<BotMessage>> shown)
    {
        var text = new StringBuilder();
        var steps = transcript.Steps.Zip(shown).ToDictionary(pair => pair.First.Line.Number);
        var isKept = true;
        foreach (var line in transcript.Lines)
        {
            if (line is BotLine && !isKept)
            {
                continue;
            }

            text.Append(line.Written).Append('\n');
            if (line is not PlayedLine)
            {
                continue;
            }

            var (step, answers) = steps[line.Number];
            isKept = Comparison.Agrees(step, answers);
            if (!isKept)
            {
                text.AppendJoin("", answers.Select(answer => Plain(answer.Write()) + "\n"));
            }
        }

        return text.ToString();
    }

    // All spaces are equal in a transcript, so the ones that can be seen in an editor are written.
    private static string Plain(string text) => text.Replace('\u00A0', ' ').Replace('\u202F', ' ');

    private static string Source()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Babillard.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The transcripts are not built from their sources here.");
        }

        return Path.Combine(folder.FullName, "tests", "Bot.Core.Tests", Folder);
    }
}
