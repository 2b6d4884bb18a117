namespace Bot.Adapters.Sqlite;

/// <summary>The store does not open its file. The message is for the operator: what is wrong, and what to do.</summary>
/// <param name="sentence">What is wrong and what to do.</param>
/// <param name="inner">What the system said.</param>
public sealed class StoreRefusedException(string sentence, Exception? inner = null) : Exception(sentence, inner);
