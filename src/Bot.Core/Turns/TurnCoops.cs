using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Memory;

namespace Bot.Core.Turns;

/// <summary>Another coop of the same person. Nothing more of it is known here.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What it is called.</param>
public sealed record OtherCoop(string Id, CoopNamed Name);

/// <summary>How a sandbox ends.</summary>
/// <param name="Again">What begins another one in its place, if that is wanted.</param>
internal sealed record SandboxEnd(Intent? Again);

/// <summary>Which coop a turn is about, and which others its person is in.</summary>
public sealed partial class Turn
{
    /// <summary>What the coop is called.</summary>
    public CoopNamed CoopName => CoopNamed.Of(Settings, Find<Room>, Find<Member>);

    /// <summary>
    /// Whether this is a sandbox: one person in their private chat, which counts as a room of the group, so that they see what a group
    /// would see. Nobody else may be reached from it.
    /// </summary>
    public bool IsSandbox => coop.IsSandbox;

    /// <summary>Whether the coop begins with this turn.</summary>
    public bool Begins => coop.Version == 0;

    /// <summary>The other coops of who speaks, that of their private chat first; in a sandbox, always of the one whose it is.</summary>
    public IReadOnlyList<OtherCoop> OtherCoops =>
        [.. Entries.Where(entry => IsOther(entry.Coop)).Select(entry => Named(entry.Coop)).OfType<OtherCoop>()];

    /// <summary>Whether the private chat of who speaks is a sandbox now, be it this coop or not: no other coop has a private chat for a room.</summary>
    public bool IsSandboxOpen => IsSandbox || Entries.Any(entry => entry.PrivateChat is { } chat && store.CoopOf(chat) is not null);

    /// <summary>From now on the private chat of who speaks is about another of their coops.</summary>
    /// <param name="other">That one.</param>
    public void TurnTo(OtherCoop other) => TurnsTo = Whose is { } person ? (person, other.Id) : null;

    /// <summary>Drops this sandbox, whole, once the turn is kept. What the turn says is said, and forgotten with it.</summary>
    /// <param name="again">The command that begins another one in its place, in the same commit; it says what there is to say.</param>
    /// <exception cref="InvalidOperationException">It is no sandbox.</exception>
    public void EndSandbox(Intent? again = null) =>
        End = IsSandbox ? new SandboxEnd(again) : throw new InvalidOperationException("Only a sandbox is dropped.");

    internal (Account Account, string Coop)? TurnsTo { get; private set; }

    internal SandboxEnd? End { get; private set; }

    /// <summary>Whether what is said to somebody alone must tell which coop it is about: they are in others too, or it is only a trial.</summary>
    internal bool MustNameCoop(Account reader) => IsSandbox || store.EntriesOf(reader).Any(entry => IsOther(entry.Coop));

    /// <summary>One document of another coop.</summary>
    internal T? FindIn<T>(string other, int id) where T : Document =>
        store.Find(other, Kind.Of<T>().Name, id) is { } stored ? (T)Json.ReadDocument(Kind.Of<T>(), id, stored.Json) : null;

    // Nobody speaks when a sandbox's job runs, but only one person is in it.
    private Account? Whose => speaker?.Account ?? (IsSandbox && coop.Accounts is [var only, ..] ? only.Account : null);

    /// <summary>The coops of who speaks, that of their private chat first.</summary>
    internal IReadOnlyList<AccountEntry> Entries => Whose is { } person ? store.EntriesOf(person) : [];

    private bool IsOther(string id) => !string.Equals(id, coop.Id, StringComparison.Ordinal);

    private OtherCoop? Named(string other) => FindIn<CoopSettings>(other, 1) is { } settings
        ? new OtherCoop(other, CoopNamed.Of(settings, id => FindIn<Room>(other, id), id => FindIn<Member>(other, id)))
        : null;
}
