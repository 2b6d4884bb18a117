using System.Text.RegularExpressions;
using Bot.Adapters.Sqlite;
using Bot.Core.Actions;
using Bot.Core.Chat;
using Bot.Core.Memory;

namespace Bot.Host.Tests.Faults;

/// <summary>The memory of a program under test, and the numbered commands that fill it.</summary>
internal static partial class Memory
{
    private const int AllLines = 1_000_000;
    private static readonly Place Group = new("terminal", "terminal", "maison");
    private static readonly string[] Speakers = ["Lina", "Sam #jardin", "Zoé"];

    /// <summary>Where it stands, in a folder in which the program was started with --data memory.</summary>
    public static string In(Folder folder) => Path.Combine(folder.Path, "memory");

    /// <summary>The file.</summary>
    public static string FileIn(Folder folder) => Path.Combine(In(folder), "babillard.db");

    /// <summary>Lines to be typed: so many commands, numbered from one of them.</summary>
    public static string Commands(int first, int count) =>
        string.Concat(Enumerable.Range(first, count).Select(n => $"{Speakers[n % Speakers.Length]}> /action n{n}\n"));

    /// <summary>The commands that an output answers, each line as it stands.</summary>
    public static List<(int Number, bool IsMarked)> AnsweredIn(string output) =>
        [.. Answer().Matches(output).Select(each => (int.Parse(each.Groups["number"].ValueSpan, null), each.Groups["mark"].Success))];

    /// <summary>Copies what is on the disk now.</summary>
    public static Folder Copy(string memory)
    {
        var copy = new Folder();
        Directory.CreateDirectory(In(copy));
        foreach (var file in Directory.GetFiles(memory).Where(file => !file.EndsWith("-shm", StringComparison.Ordinal) && !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            File.Copy(file, Path.Combine(In(copy), Path.GetFileName(file)));
        }

        return copy;
    }

    /// <summary>The commands that are kept, in order. The file is opened as the next run opens it, and every page of it is checked.</summary>
    public static async Task<List<int>> KeptIn(string file)
    {
        List<int> kept = [];
        await using (var store = SqliteStore.Open(file, WallClock.Time))
        {
            if (store.CoopOf(Group) is { } coop)
            {
                kept = [.. Coop.From(coop, store.Load(coop)).All<CoopAction>().Select(action => int.Parse(action.Title.AsSpan(1), null))];

                // Each leaves one line in the trace, neither more nor less.
                Assert.Equal(kept.Count, store.ReadTrace(new TraceQuery(coop, AllLines)).Count);
            }
        }

        AssertSound(file);
        return kept;
    }

    /// <summary>Checks every page and index of the file.</summary>
    public static void AssertSound(string file)
    {
        using var database = Database.OpenWriter(file);
        Assert.Equal("ok", database.Text("PRAGMA integrity_check"));
    }

    [GeneratedRegex(@"(?<mark>\(déjà dit, peut-être\) )?Noté[^\n«]*«\sn(?<number>[0-9]+)\s»", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Answer();
}
