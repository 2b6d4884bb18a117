namespace Bot.Adapters.Sqlite;

/// <summary>Sees to it that one bot at a time uses a file. SQLite would let two in, and both would answer everybody.</summary>
internal static class HeldFile
{
    /// <summary>
    /// Holds a file until the stream is closed; the system closes it when the process ends, however it ends. What is held is a
    /// file beside it, which is never deleted: somebody may be waiting at it.
    /// </summary>
    /// <param name="path">The file. Its folders are made if they are missing.</param>
    /// <exception cref="StoreRefusedException">Another bot uses the file, or it cannot be one.</exception>
    public static FileStream Hold(string path)
    {
        if (Directory.Exists(path))
        {
            throw new StoreRefusedException($"{path} is a folder. Give the path of a file.");
        }

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException fault) when (IsHeldByAnother(fault))
        {
            throw new StoreRefusedException($"The file {path} is in use by another bot that is still running. "
                + "Stop that one first, or give this one a file of its own.", fault);
        }
    }

    /// <summary>The system says so by a number: EAGAIN on Linux, EWOULDBLOCK on macOS, a sharing violation on Windows.</summary>
    private static bool IsHeldByAnother(IOException fault) => fault.HResult is 11 or 35 or unchecked((int)0x80070020);
}
