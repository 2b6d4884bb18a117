using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Facts;

/// <summary>Something was put on the coop's agenda, for all to come.</summary>
/// <param name="Event">Its code.</param>
/// <param name="Title">Its title then.</param>
/// <param name="Member">Who did.</param>
/// <param name="From">What it was made of, if of something.</param>
public sealed record EventWasPlanned(Ref Event, string Title, int Member, Ref? From = null);

/// <summary>Something on the coop's agenda has another day, once or each time.</summary>
/// <param name="Event">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Member">Who moved it.</param>
public sealed record EventWasMoved(Ref Event, string Title, int Member);

/// <summary>Something on the coop's agenda will not happen, once or ever.</summary>
/// <param name="Event">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Member">Who called it off.</param>
public sealed record EventWasCancelled(Ref Event, string Title, int Member);

/// <summary>People met, as they had said they would.</summary>
/// <param name="Event">The event's code.</param>
/// <param name="Title">Its title then.</param>
/// <param name="Day">The day it began.</param>
/// <param name="At">When it began.</param>
/// <param name="People">How many had said that they come, guests included.</param>
public sealed record EventWasHeld(Ref Event, string Title, LocalDate Day, Instant At, int People);
