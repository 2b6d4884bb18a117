using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Facts;

/// <summary>An action was written down.</summary>
/// <param name="Action">Its code.</param>
/// <param name="Title">Its title then.</param>
/// <param name="From">What it was made of, if of something.</param>
public sealed record ActionWasAdded(Ref Action, string Title, Ref? From = null);

/// <summary>Somebody took an action on.</summary>
/// <param name="Action">Its code.</param>
/// <param name="Title">Its title then.</param>
/// <param name="Member">Who took it on.</param>
public sealed record ActionWasClaimed(Ref Action, string Title, int Member);

/// <summary>Somebody gave an action back.</summary>
/// <param name="Action">Its code.</param>
/// <param name="Title">Its title then.</param>
/// <param name="Member">Who had it.</param>
/// <param name="Reason">Why, in their words, if they said.</param>
public sealed record ActionWasDropped(Ref Action, string Title, int Member, string? Reason);

/// <summary>An action was done.</summary>
/// <param name="Action">Its code.</param>
/// <param name="Title">Its title then.</param>
/// <param name="Members">Who did it.</param>
/// <param name="On">The day on which it was, when that was said; null for when it was told.</param>
public sealed record ActionWasDone(Ref Action, string Title, IReadOnlyList<int> Members, LocalDate? On);

/// <summary>An action went from hand to hand.</summary>
/// <param name="Action">Its code.</param>
/// <param name="Title">Its title then.</param>
/// <param name="From">Who had it.</param>
/// <param name="To">Who has it.</param>
public sealed record ActionWasHandedOver(Ref Action, string Title, int From, int To);
