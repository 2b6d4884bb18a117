using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Facts;

/// <summary>People did something together for some hours, as they had promised.</summary>
/// <param name="Slot">The slot's code.</param>
/// <param name="Title">Its title then.</param>
/// <param name="Day">The day it began.</param>
/// <param name="At">When it began.</param>
/// <param name="Length">How long it was to last.</param>
/// <param name="Members">Who had a place.</param>
public sealed record SlotHeld(Ref Slot, string Title, LocalDate Day, Instant At, Duration Length, IReadOnlyList<int> Members);
