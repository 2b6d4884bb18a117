namespace Bot.Core.Chat;

/// <summary>A command as a platform's menu shows it.</summary>
/// <param name="Name">What is typed, without its slash.</param>
/// <param name="Summary">What it is for, on a line.</param>
public sealed record MenuItem(string Name, string Summary)
{
    /// <summary>Whether it is one of the few to begin with.</summary>
    public bool IsShort { get; init; }

    /// <summary>Whether only who asks hears the answer.</summary>
    public bool IsAnsweredAlone { get; init; }
}

/// <summary>The commands in one language, in the order of the help.</summary>
/// <param name="Language">The language's code.</param>
/// <param name="Items">The commands.</param>
public sealed record Menu(string Language, IReadOnlyList<MenuItem> Items);
