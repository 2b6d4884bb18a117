using Bot.Core.Language;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Facts;

/// <summary>
/// Somebody's time was noted, or a line of it was taken back: the total of a day is the sum of these. Keep each apart, so that each can be taken
/// back alone. Whose it is stays theirs to tell.
/// </summary>
/// <param name="Line">The line's code.</param>
/// <param name="Day">The day it counts for; the last one, of several.</param>
/// <param name="Time">How much; less than nothing when it takes back what another line says.</param>
public sealed record HoursGiven(Ref Line, LocalDate Day, Effort Time);
