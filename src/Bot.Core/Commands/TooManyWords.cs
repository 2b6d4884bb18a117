using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>A command was typed with words it has no use for.</summary>
/// <param name="Words">The words.</param>
/// <param name="Example">How it is typed.</param>
public sealed record TooManyWords(string Words, Says Example) : Says;
