using System.Text;
using System.Text.RegularExpressions;

namespace Bot.Host.Tests;

/// <summary>What one of the outputs of a program has said so far.</summary>
internal sealed class Heard
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(2);
    private readonly StringBuilder text = new();
    private readonly List<(Regex Pattern, TaskCompletionSource<string> Found)> waiting = [];

    /// <summary>All of it.</summary>
    public string Text
    {
        get
        {
            lock (text)
            {
                return text.ToString();
            }
        }
    }

    /// <summary>Listens until it ends.</summary>
    public async Task Read(StreamReader from)
    {
        var some = new char[1024];
        for (var count = 1; count > 0;)
        {
            count = await from.ReadAsync(some);
            lock (text)
            {
                text.Append(some, 0, count);
                waiting.RemoveAll(each => each.Pattern.Match(text.ToString()) is { Success: true } match && each.Found.TrySetResult(match.Value));
                waiting.ForEach(each => _ = count == 0 && each.Found.TrySetException(new EndOfStreamException($"It ended; it had said:\n{text}")));
            }
        }
    }

    /// <summary>Completes with what fits a pattern, once something does.</summary>
    public Task<string> Holds(string pattern)
    {
        var wanted = new Regex(pattern, RegexOptions.None, LongEnough);
        var found = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (text)
        {
            if (wanted.Match(text.ToString()) is { Success: true } match)
            {
                return Task.FromResult(match.Value);
            }

            waiting.Add((wanted, found));
        }

        return found.Task;
    }
}
