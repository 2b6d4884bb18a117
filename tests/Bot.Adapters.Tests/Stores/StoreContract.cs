using System.Text;
using Bot.Core.Chat;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Adapters.Tests.Stores;

/// <summary>
/// What every store promises (see <see cref="IStore"/>). A store joins with one small class that says how it is opened,
/// stopped and killed.
/// </summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    protected static readonly Instant Noon = Instant.FromUtc(2026, 11, 21, 12, 0);
    protected static readonly Place Garden = new("slate", "@bot", "garden");
    protected static readonly Place Kitchen = new("slate", "@bot", "kitchen");
    protected static readonly Account Lina = new("slate", "lina");
    protected static readonly Account Sam = new("slate", "sam");

    protected IStore Store { get; private set; } = null!;

    /// <summary>Opens a store in which nothing is kept yet.</summary>
    protected abstract IStore OpenEmpty();

    /// <summary>Opens the same store again after it was stopped cleanly.</summary>
    protected abstract IStore OpenAfterStop(IStore stopped);

    /// <summary>Opens the same store again as if the former process had been killed at this point.</summary>
    protected abstract Task<IStore> OpenAfterKill(IStore running);

    public Task InitializeAsync()
    {
        Store = OpenEmpty();
        return Task.CompletedTask;
    }

    public virtual async Task DisposeAsync() => await Store.DisposeAsync();

    protected async Task Restart()
    {
        await Store.DisposeAsync();
        Store = OpenAfterStop(Store);
    }

    protected async Task Kill() => Store = await OpenAfterKill(Store);

    protected static Commit Begins(string coop) => new(coop, 0) { Birth = [1, 2, 3], At = Noon };

    protected static Commit Turn(string coop, long version) => new(coop, version) { At = Noon };

    protected static StoredDocument Document(string kind, int id, string json, bool settled = false) =>
        new(kind, id, 1, settled, Encoding.UTF8.GetBytes(json));

    protected static AccountEntry Entry(Account account, string coop, Place? chat = null, bool current = false) =>
        new(account, coop, 1, chat, current);

    protected static Place ChatWith(Account account) => new("slate", "@bot", "chat-" + account.Id);

    protected static string[] Ids(IEnumerable<Unsent> rows) => [.. rows.Select(row => row.Message.Id)];

    protected async Task Keep(params Commit[] commits)
    {
        foreach (var commit in commits)
        {
            Assert.Equal(CommitOutcome.Kept, await Store.Commit(commit));
        }
    }

    /// <summary>Waits until what was noted before is on the disk: it rides in the next commit.</summary>
    protected Task LetNotesRide() => Store.Advance("ferry", "1");

    protected static void AssertSame(Outgoing expected, Outgoing actual)
    {
        Assert.Equal(expected.Buttons, actual.Buttons);
        Assert.Equal(expected with { Buttons = actual.Buttons }, actual);
    }

    protected static void AssertSame(ShownMessage expected, ShownMessage actual)
    {
        Assert.Equal(expected.Buttons, actual.Buttons);
        Assert.Equal(expected with { Buttons = actual.Buttons }, actual);
    }

    protected static void AssertSame(TraceLine expected, TraceLine actual)
    {
        Assert.Equal(expected.Changes, actual.Changes);
        Assert.Equal(expected with { Changes = actual.Changes }, actual);
    }

    private void AssertUnknown(string coop) => Assert.Throws<KeyNotFoundException>(() => Store.Load(coop));
}
