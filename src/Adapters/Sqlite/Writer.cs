using System.Threading.Channels;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Adapters.Sqlite;

/// <summary>
/// The one thread that writes, through the one connection that can. What is handed over queues up here; what waits at the same
/// time is written by <see cref="GroupCommit"/> and flushed once.
/// </summary>
internal sealed class Writer
{
    private const int LongestQueue = 1024;
    private static readonly TimeSpan LongestWaitOfANote = TimeSpan.FromSeconds(1);

    private readonly Health health;
    private readonly GroupCommit group;
    private readonly ITimer alarm;
    private readonly Channel<Work> queue = Channel.CreateBounded<Work>(new BoundedChannelOptions(LongestQueue) { SingleReader = true });
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Starts the thread.</summary>
    /// <param name="database">The connection; the thread closes it at the end.</param>
    /// <param name="commits">How many transactions the file has seen.</param>
    /// <param name="time">The clock.</param>
    /// <param name="health">Told when the file can no longer be trusted.</param>
    /// <param name="witness">Told the number of transactions, hourly and at the end.</param>
    public Writer(Database database, long commits, TimeProvider time, Health health, Witness witness)
    {
        this.health = health;
        group = new GroupCommit(database, commits, time, health, witness, Notes, queue.Reader);
        alarm = time.CreateTimer(_ => FlushNotes(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        new Thread(Loop) { IsBackground = true, Name = "Store writer" }.Start();
    }

    /// <summary>What rides along.</summary>
    public Notes Notes { get; } = new();

    /// <summary>Hands something over and waits until the disk has it.</summary>
    /// <param name="write">Writes it, inside the transaction.</param>
    /// <param name="log">What becomes of the log after it: what it erases stands there too.</param>
    public async Task<CommitOutcome> Write(Func<Database, CommitOutcome> write, Log log = Log.Stays)
    {
        health.ThrowIfBroken();
        var work = new Work(write) { Log = log };
        try
        {
            await queue.Writer.WriteAsync(work);
        }
        catch (ChannelClosedException closed)
        {
            throw new ObjectDisposedException("The store was closed.", closed);
        }

        return await work.Told;
    }

    /// <summary>Takes a note, which waits a second at most.</summary>
    /// <param name="delivery">What became of something said.</param>
    public void Note(Delivery delivery)
    {
        if (Notes.Add(delivery))
        {
            SetAlarm();
        }
    }

    /// <summary>Takes a note, which waits a second at most.</summary>
    /// <param name="now">The instant at which the bot is running.</param>
    public void Note(Instant now)
    {
        if (Notes.Add(now))
        {
            SetAlarm();
        }
    }

    /// <summary>Writes all that was handed over, then closes the file.</summary>
    public async Task Close()
    {
        queue.Writer.TryComplete();
        await ended.Task;
        await alarm.DisposeAsync();
    }

    private void SetAlarm() => alarm.Change(LongestWaitOfANote, Timeout.InfiniteTimeSpan);

    /// <summary>Has the notes written if no commit took them along. When the queue is full they ride along anyway.</summary>
    private void FlushNotes()
    {
        if (!Notes.Waiting.IsEmpty)
        {
            queue.Writer.TryWrite(new Work(static _ => CommitOutcome.Kept));
        }
    }

    private void Loop()
    {
        try
        {
            while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
            {
                group.Run();
                if (!Notes.Waiting.IsEmpty)
                {
                    // They came meanwhile, or the disk was in the way.
                    SetAlarm();
                }
            }

            group.Stop();
        }
        finally
        {
            ended.SetResult();
        }
    }
}
