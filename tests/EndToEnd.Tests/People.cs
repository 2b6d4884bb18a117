using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Bot.EndToEnd.Tests;

/// <summary>What somebody sees of a message.</summary>
internal sealed record Seen(
    string Id, string Sender, string Type, string Text, string Msgtype, string Html, string Url, string Name, IReadOnlyList<string> Mentions, string Thread, string ReplyTo);

/// <summary>A poll, as the SDK reads it.</summary>
internal sealed record SeenPoll(string Id, string Question, int Most, IReadOnlyList<PollChoice> Answers, bool IsEnded);

internal sealed record PollChoice(string Id, string Text);

internal sealed record Tally(bool IsEnded, IReadOnlyList<string> Votes);

internal sealed record Downloaded(int Status, string Text);

/// <summary>People who use Element's own SDK (npm matrix-js-sdk), in a program of node that is told what they do.</summary>
internal sealed class People : IDisposable
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(3);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private readonly Process process;
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode?>> asked = new();
    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);
    private int count;

    private People(Process process)
    {
        this.process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
    }

    /// <summary>Starts the program.</summary>
    public static People On(Synapse synapse) => new(Process.Start(
        new ProcessStartInfo("node", ["people.mjs", synapse.Root.AbsoluteUri.TrimEnd('/')])
        {
            WorkingDirectory = FarSides.Clients,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!);

    /// <summary>Somebody takes an account, and opens their client.</summary>
    public async Task<string> Enter(string name) => ids[name] = await Ask<string>("enter", name, new { password = "pw" });

    /// <summary>Somebody's id.</summary>
    public string IdOf(string name) => ids[name];

    /// <summary>Has somebody do something.</summary>
    /// <typeparam name="T">What comes of it.</typeparam>
    /// <param name="what">What.</param>
    /// <param name="who">Who.</param>
    /// <param name="with">With what.</param>
    public async Task<T> Ask<T>(string what, string who, object with)
    {
        var id = Interlocked.Increment(ref count);
        var request = JsonSerializer.SerializeToNode(with, Json)!.AsObject();
        (request["id"], request["do"], request["as"]) = (id, what, who);
        var answer = asked[id] = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (process)
        {
            process.StandardInput.WriteLine(request.ToJsonString());
            process.StandardInput.Flush();
        }

        try
        {
            return (await answer.Task.WaitAsync(LongEnough)).Deserialize<T>(Json)!;
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"It never came to be: {request.ToJsonString()}"), late);
        }
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null || !line.StartsWith('{') || JsonNode.Parse(line) is not { } answer || !asked.TryRemove((int)answer["id"]!, out var waits))
        {
            return;
        }

        if (answer["error"] is { } error)
        {
            waits.TrySetException(new InvalidOperationException((string)error!));
        }
        else
        {
            waits.TrySetResult(answer["value"]);
        }
    }
}
