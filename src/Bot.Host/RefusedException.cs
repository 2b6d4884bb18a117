namespace Bot.Host;

/// <summary>The program does not start as it was asked to. The message is for the operator: what is wrong, and what to do.</summary>
/// <param name="sentences">What is wrong and what to do; a line each when there are several.</param>
public sealed class RefusedException(string sentences) : Exception(sentences);
