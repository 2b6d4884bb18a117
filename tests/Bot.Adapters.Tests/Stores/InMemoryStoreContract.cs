using Bot.Adapters.InMemory;
using Bot.Core.Memory;

namespace Bot.Adapters.Tests.Stores;

public sealed class InMemoryStoreContract : StoreContract
{
    protected override IStore OpenEmpty() => new InMemoryStore();

    protected override IStore OpenAfterStop(IStore stopped) => ((InMemoryStore)stopped).Reopen();

    protected override Task<IStore> OpenAfterKill(IStore running) => Task.FromResult<IStore>(((InMemoryStore)running).Reopen());
}
