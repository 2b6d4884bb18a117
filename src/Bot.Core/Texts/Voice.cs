using NodaTime;

namespace Bot.Core.Texts;

/// <summary>How to speak to those who will read: in which language, how politely, and on which clock and day.</summary>
/// <param name="Language">The language's code: the name of its folder.</param>
/// <param name="Vous">Whether they asked for the polite form, where the language has one.</param>
/// <param name="Zone">The zone in which instants are told.</param>
/// <param name="Today">The day it is there: the year of a date is told only when it is another one.</param>
public sealed record Voice(string Language, bool Vous, DateTimeZone Zone, LocalDate Today)
{
    /// <summary>What commands begin with where this is read. The texts say « / »; where people type another sign, they read that.</summary>
    public char Prefix { get; init; } = '/';
}
