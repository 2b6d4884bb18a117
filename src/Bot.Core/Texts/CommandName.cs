namespace Bot.Core.Texts;

/// <summary>A command in a list of them: written with what commands begin with where it is read.</summary>
/// <param name="Name">The name, without that.</param>
public sealed record CommandName(string Name);
