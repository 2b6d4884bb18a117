using System.CommandLine;
using System.Globalization;
using Bot.Adapters.InMemory;
using Bot.Adapters.Sqlite;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Host.Replay;

/// <summary>
/// <c>replay FILE…</c> plays transcripts. Standard output is each played line unchanged, followed by what the bot answers, and
/// nothing else. With <c>--check</c> what differs from the file goes to standard error.
/// </summary>
public static class ReplayCommand
{
    private const int Differs = 1;
    private const int Unusable = 2;

    /// <summary>The command, for the program's command line.</summary>
    public static Command Create()
    {
        var files = new Argument<string[]>("FILE") { Description = "transcripts (.chat)", Arity = ArgumentArity.OneOrMore };
        var check = new Option<bool>("--check") { Description = "compare with what the files expect; 1 if anything differs" };
        var data = new Option<DirectoryInfo?>("--data") { Description = "play on the database in this folder, not in memory" };
        var command = new Command("replay", "Play conversations from files and print what the bot answers.") { files, check, data };
        command.SetAction(async (parsed, stop) =>
        {
            var output = parsed.InvocationConfiguration;
            var parts = new Parts(TextBook.Load());
            var result = 0;
            foreach (var file in parsed.GetRequiredValue(files))
            {
                try
                {
                    var differs = await Play(file, parts, parsed.GetValue(data), parsed.GetValue(check) ? output.Error : null, output.Output, stop);
                    result = differs ? Differs : result;
                }
                catch (Exception wrong) when (wrong is MalformedTranscriptException or StoreRefusedException or IOException or UnauthorizedAccessException)
                {
                    await output.Error.WriteLineAsync($"{file}: {wrong.Message}");
                    return Unusable;
                }
            }

            return result;
        });
        return command;
    }

    private static async Task<bool> Play(string file, Parts parts, DirectoryInfo? data, TextWriter? differences, TextWriter output, CancellationToken stop)
    {
        var transcript = TranscriptFile.Parse(file, await File.ReadAllTextAsync(file, stop));
        await using var player = new TranscriptPlayer(transcript, parts, data is null ? InMemory() : OnDisk(data), new PlayManner());
        RefuseThePast(player.Store.LastAlive, transcript);
        var differs = false;
        foreach (var step in transcript.Steps)
        {
            stop.ThrowIfCancellationRequested();
            await output.WriteLineAsync(step.Line.Written);
            var shown = await player.Play(step.Line);
            foreach (var message in shown)
            {
                await output.WriteLineAsync(message.Write());
            }

            if (differences is not null && !Comparison.Agrees(step, shown))
            {
                differs = true;
                await differences.WriteAsync(Comparison.Difference(file, step, shown));
            }
        }

        return differs;
    }

    private static Func<TimeProvider, IStore> InMemory()
    {
        InMemoryStore? last = null;
        return _ => last = last is null ? new InMemoryStore() : last.Reopen();
    }

    private static Func<TimeProvider, IStore> OnDisk(DirectoryInfo folder) =>
        time => SqliteStore.Open(Path.Combine(folder.FullName, "babillard.db"), time);

    private static void RefuseThePast(Instant? last, TranscriptFile transcript)
    {
        if (last > transcript.Begin)
        {
            var then = last.Value.InZone(transcript.Header.Zone).LocalDateTime;
            throw new StoreRefusedException(
                string.Create(CultureInfo.InvariantCulture, $"it begins before the last thing that is remembered ({then:uuuu-MM-dd HH:mm:ss}); play it on another folder, or later."));
        }
    }
}
