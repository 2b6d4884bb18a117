namespace Bot.Adapters.Terminal;

/// <summary>What a terminal chat needs to know of where it runs.</summary>
/// <param name="Boot">The number of this run, part of the keys and ids: lines begin at 1 again in each run.</param>
/// <param name="Speaker">The name of whoever speaks on a line that names nobody.</param>
public sealed record TerminalSettings(long Boot, string Speaker)
{
    /// <summary>Whether somebody sits at the keyboard, rather than a file or another program.</summary>
    public bool IsInteractive { get; init; }

    /// <summary>Whether marks may be dim and buttons bold: the output is a terminal, and nobody asked for plain text.</summary>
    public bool Colours { get; init; }
}
