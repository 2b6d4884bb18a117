namespace Bot.Core.Chat;

/// <summary>What somebody wrote, and somebody else replies to. It is read only if the reply asks for it, and kept nowhere by itself.</summary>
/// <param name="By">Who wrote it.</param>
/// <param name="Text">What.</param>
/// <param name="File">The file that came with it.</param>
public sealed record Quoted(Speaker By, string Text, SharedFile? File = null)
{
    /// <summary>The words, and where the file is.</summary>
    public string Words => File is null ? Text : File.Behind(Text);
}

/// <summary>A file that somebody sent. It stays where it is, on the platform: the bot keeps its name and the way there.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Link">Where members open it; null where the platform has no such address.</param>
public sealed record SharedFile(string Name, string? Link)
{
    /// <summary>Some words, and behind them the file.</summary>
    /// <param name="words">The words; may be empty.</param>
    public string Behind(string words) => string.Join(" · ", new[] { words, $"{Name} {Link}".TrimEnd() }.Where(part => part.Length > 0));
}
