using Bot.Adapters.Sqlite;
using Bot.Core.Memory;

namespace Bot.Adapters.Tests.Stores;

public sealed class SqliteStoreContract : StoreContract
{
    private readonly HandClock clock = new();
    private StoreFolder folder = new();

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Dispose();
    }

    protected override IStore OpenEmpty() => SqliteStore.Open(folder.File, clock);

    protected override IStore OpenAfterStop(IStore stopped) => SqliteStore.Open(folder.File, clock);

    protected override async Task<IStore> OpenAfterKill(IStore running)
    {
        var left = folder.AsAfterKill();
        await running.DisposeAsync();
        folder.Dispose();
        folder = left;
        return SqliteStore.Open(folder.File, clock);
    }
}
