using Bot.Core.Chat;
using NodaTime;

namespace Bot.Adapters.InMemory;

/// <summary>Something that waits to be said.</summary>
/// <param name="Order">Its position; grows, never used again.</param>
/// <param name="Coop">Whose it is.</param>
/// <param name="Turn">The version of the coop that said it.</param>
/// <param name="At">When it was kept.</param>
/// <param name="Message">What to say.</param>
internal sealed record OutboxRow(long Order, string Coop, long Turn, Instant At, Outgoing Message);
