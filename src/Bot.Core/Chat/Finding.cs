namespace Bot.Core.Chat;

/// <summary>Something an operator should know about how the bot stands with a platform.</summary>
/// <param name="Sentence">It, in words.</param>
/// <param name="IsTrouble">Whether the bot cannot work like this.</param>
public sealed record Finding(string Sentence, bool IsTrouble = false);
