namespace Bot.Core.Language.Meanings;

/// <summary>How long somebody worked, once one knows how long a day is.</summary>
/// <param name="day">How long.</param>
internal delegate Reading<Effort> Worked(WorkDay day);
