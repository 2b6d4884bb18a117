using NodaTime;

namespace Bot.Core.Language;

/// <summary>Where and when something was written.</summary>
/// <param name="At">The wall clock then: the message's own time, not that of its reading.</param>
/// <param name="Zone">The zone of that clock.</param>
/// <param name="Look">Whether one plans or logs.</param>
/// <param name="Language">The language to prefer where two read the same words: its code.</param>
public sealed record Said(LocalDateTime At, DateTimeZone Zone, Look Look, string Language);
