namespace Bot.Core.Texts;

/// <summary>One key of a file of texts, and what it says.</summary>
/// <param name="Key">The key, without its brackets.</param>
/// <param name="Variant">What stands in its brackets.</param>
/// <param name="Number">The blank whose number chooses, when the brackets name one.</param>
/// <param name="Value">The value, its line breaks made.</param>
/// <param name="Line">The line where it begins.</param>
public sealed record PropertiesLine(string Key, Variant Variant, string? Number, string Value, int Line);
