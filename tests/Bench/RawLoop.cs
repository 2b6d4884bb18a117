using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Bench;

/// <summary>What the disk can do without us: 400 bytes appended and flushed, again and again.</summary>
internal sealed class RawLoop : IDisposable
{
    private const int Bytes = 400;
    private readonly FileStream file;
    private readonly byte[] line = new byte[Bytes];
    private readonly Flush? fdatasync;
    private long length;

    /// <summary>Opens a file for it.</summary>
    /// <param name="folder">Where.</param>
    public RawLoop(string folder)
    {
        file = new FileStream(Path.Combine(folder, "raw"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);

        // Looked up in the program as a whole, so that a delay loaded before the C library counts here as it does for SQLite.
        fdatasync = OperatingSystem.IsLinux()
            ? Marshal.GetDelegateForFunctionPointer<Flush>(NativeLibrary.GetExport(NativeLibrary.GetMainProgramHandle(), "fdatasync"))
            : null;
    }

    private delegate int Flush(int file);

    /// <summary>Goes on for a while.</summary>
    /// <param name="span">For how long.</param>
    public Pace Run(TimeSpan span)
    {
        var pace = new Pace();
        var start = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(start) < span)
        {
            var before = Stopwatch.GetTimestamp();
            RandomAccess.Write(file.SafeFileHandle, line, length);
            length += Bytes;
            FlushToDisk();
            pace.Add(Stopwatch.GetElapsedTime(before));
        }

        return pace.Over(Stopwatch.GetElapsedTime(start));
    }

    /// <inheritdoc/>
    public void Dispose() => file.Dispose();

    private void FlushToDisk()
    {
        if (fdatasync is null)
        {
            RandomAccess.FlushToDisk(file.SafeFileHandle);
        }
        else if (fdatasync((int)file.SafeFileHandle.DangerousGetHandle()) != 0)
        {
            throw new IOException("The disk could not be flushed.");
        }
    }
}
