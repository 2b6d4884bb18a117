namespace Bot.Core.Language;

/// <summary>Whether people speak of what is to come or of what has been.</summary>
public enum Look
{
    /// <summary>Planning: « lundi » is the next Monday.</summary>
    Forward,

    /// <summary>Logging: « lundi » is the last Monday.</summary>
    Back,
}
