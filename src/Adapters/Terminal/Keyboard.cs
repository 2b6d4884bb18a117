using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Bot.Adapters.Terminal;

/// <summary>
/// Reads lines on a thread of its own: a read of the keyboard cannot be called off, and must not keep anybody from stopping.
/// </summary>
internal sealed class Keyboard
{
    private const int ReadAhead = 16;
    private readonly Channel<string> lines = Channel.CreateBounded<string>(new BoundedChannelOptions(ReadAhead) { SingleReader = true, SingleWriter = true });
    private readonly TextReader input;

    /// <summary>Begins to read.</summary>
    /// <param name="input">Where lines come from.</param>
    public Keyboard(TextReader input)
    {
        this.input = input;
        new Thread(ReadAll) { IsBackground = true, Name = "Keyboard" }.Start();
    }

    /// <summary>The lines, until the input ends.</summary>
    /// <param name="stop">Stops waiting for the next one.</param>
    public async IAsyncEnumerable<string> Lines([EnumeratorCancellation] CancellationToken stop)
    {
        try
        {
            await foreach (var line in lines.Reader.ReadAllAsync(stop).ConfigureAwait(false))
            {
                yield return line;
            }
        }
        finally
        {
            lines.Writer.TryComplete();
        }
    }

    private void ReadAll()
    {
        try
        {
            while (input.ReadLine() is { } line)
            {
                lines.Writer.WriteAsync(line).AsTask().GetAwaiter().GetResult();
            }
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or ChannelClosedException)
        {
            // A terminal that went away is the end of its input; a closed channel means that nobody listens any longer.
        }

        lines.Writer.TryComplete();
    }
}
