using Bot.Adapters.InMemory;
using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using Bot.Host.Replay;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;

namespace Bot.Core.Tests.Deliveries;

/// <summary>The Postman alone, with letters put straight into the outbox and a clock moved by hand.</summary>
internal sealed class PostOffice : IDisposable
{
    public static readonly Instant Noon = Instant.FromUtc(2026, 11, 21, 12, 0);
    public static readonly Place Garden = new(Slate.PlatformName, "@bot", "garden");
    public static readonly Place Kitchen = new(Slate.PlatformName, "@bot", "kitchen");

    private const string CoopId = "a";
    private static readonly TextBook Texts = TextBook.Load();
    private readonly Slate slate;
    private long version;

    public PostOffice(Slate slate)
    {
        this.slate = slate;
        Store = new InMemoryStore();
        Postman = Hire();
        var settings = Json.Write(new CoopSettings { Language = "fr", Zone = "Europe/Paris" });
        Keep(new Commit(CoopId, 0) { Birth = [1], At = Noon, Documents = [new StoredDocument("settings", 1, 1, false, settings)] });
    }

    public ManualTime Time { get; } = new(Noon);

    public InMemoryStore Store { get; private set; }

    public Postman Postman { get; private set; }

    /// <summary>Something to be said in the garden.</summary>
    public static Outgoing Say(string id, string? replaces = null) => new(id, Garden, "Dit : " + id) { Replaces = replaces };

    /// <summary>Commits a turn that says something.</summary>
    public void Post(params IReadOnlyList<Outgoing> outbox) => Keep(new Commit(CoopId, version) { At = Time.GetCurrentInstant(), Outbox = outbox });

    /// <summary>Commits a turn that takes an earlier one back.</summary>
    public void Withdraw(long turn) => Keep(new Commit(CoopId, version) { At = Time.GetCurrentInstant(), WithdrawnTurn = turn });

    /// <summary>The bot is killed and comes back; what is under way is cut short.</summary>
    public async Task KillAndResume()
    {
        Postman.Dispose();
        Store = Store.Reopen();
        Postman = Hire();
        Postman.Resume();
        await Task.Yield();
    }

    /// <summary>Moves the clock on, a second at a time, until something is so.</summary>
    public Task MoveUntil(Func<bool> isSo) => Waiting.Until(() =>
    {
        Time.MoveTo(Time.GetCurrentInstant() + Duration.FromSeconds(1));
        return isSo();
    });

    /// <summary>Moves the clock on until nothing is left to be said.</summary>
    public Task MoveUntilAllIsSaid() => MoveUntil(() => Store.UnsentPlaces().Count == 0);

    public void Dispose() => Postman.Dispose();

    private Postman Hire() => new(Store, new Coops(Store, Time), Texts, [slate], Time, NullLogger<Postman>.Instance);

    private void Keep(Commit commit)
    {
        Assert.Equal(CommitOutcome.Kept, Store.Commit(commit).Result);
        version++;
        Postman.Deliver(commit);
    }
}

/// <summary>Waiting for what others do, without a clock.</summary>
internal static class Waiting
{
    private const int Most = 5_000_000;

    /// <summary>Lets others go on until something is so.</summary>
    public static async Task Until(Func<bool> isSo)
    {
        for (var i = 0; i < Most; i++)
        {
            if (isSo())
            {
                return;
            }

            await Task.Yield();
        }

        Assert.Fail("It never came to be so.");
    }
}
