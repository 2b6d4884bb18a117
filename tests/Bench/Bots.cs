using System.Security.Cryptography;
using Bot.Adapters.Sqlite;
using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using Bot.Host;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Bench;

/// <summary>Puts the real bot together: only the people and the platform are made up.</summary>
internal static class Bots
{
    private static readonly Parts Parts = new(TextBook.Load());

    /// <summary>Now.</summary>
    public static Instant Now => TimeProvider.System.GetCurrentInstant();

    /// <summary>The store of a folder.</summary>
    public static SqliteStore Open(string folder) => SqliteStore.Open(Path.Combine(folder, "babillard.db"), TimeProvider.System);

    /// <summary>A bot on a store; disposing of it closes the store.</summary>
    public static Babillard On(SqliteStore store, IChatPlatform platform) => new(
        store, [platform], Parts, TimeProvider.System, RandomNumberGenerator.GetBytes, new Defaults("fr", "Europe/Paris"), NullLoggerFactory.Instance);
}
