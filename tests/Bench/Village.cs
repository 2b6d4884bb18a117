using System.Globalization;
using System.Text;
using Bot.Core.Actions;
using Bot.Core.Chat;
using Bot.Core.Memory;
using NodaTime;

namespace Bench;

/// <summary>Makes coops of a given size: 60 members, 200 actions that are live, the rest actions settled long ago.</summary>
internal static class Village
{
    /// <summary>How many members a coop has.</summary>
    public const int Members = 60;

    /// <summary>How many of its actions are live: one per verb and thing.</summary>
    public const int LiveActions = 200;

    private const int RoomAndSettings = 2;

    private static readonly string[] Verbs =
    [
        "Tondre", "Peindre", "Repasser", "Arroser", "Vider", "Classer", "Graisser", "Balayer", "Commander", "Accrocher",
        "Imprimer", "Recoudre", "Trier", "Démonter", "Fermer", "Goûter", "Livrer", "Mesurer", "Photographier", "Étiqueter",
    ];

    private static readonly string[] Things =
    [
        "la pelouse du verger", "le portail", "les bocaux", "l'atelier", "la chaudière", "les affiches", "le four à pain", "les rideaux",
        "la camionnette", "le compost",
    ];

    /// <summary>A live action's title.</summary>
    public static string Title(int action) => $"{Verbs[action % Verbs.Length]} {Things[action / Verbs.Length % Things.Length]}";

    /// <summary>Where a coop meets.</summary>
    public static Place Room(string coop) => new(SilentPlatform.PlatformName, "bench", coop);

    /// <summary>A member's account.</summary>
    public static Account Account(string coop, int member) =>
        new(SilentPlatform.PlatformName, string.Create(CultureInfo.InvariantCulture, $"{coop}-{member}"));

    /// <summary>Has a store keep a coop.</summary>
    /// <param name="store">The store.</param>
    /// <param name="coop">Its id.</param>
    /// <param name="documents">How many documents it has.</param>
    /// <param name="now">When it begins.</param>
    /// <param name="room">Where it meets, when not in <see cref="Room"/>.</param>
    public static async Task Found(IStore store, string coop, int documents, Instant now, Place? room = null)
    {
        var place = room ?? Room(coop);
        var settled = documents - Members - LiveActions - RoomAndSettings;
        await store.Commit(new Commit(coop, 0)
        {
            Birth = Encoding.UTF8.GetBytes(coop.PadRight(32)),
            InboxKeys = [$"{SilentPlatform.PlatformName}:founding of {coop}"],
            At = now,
            Documents =
            [
                Stored(new CoopSettings { Id = 1, Language = "fr", Zone = "Europe/Paris" }),
                Stored(new Room { Id = 1, Place = place }),
                .. Enumerable.Range(1, Members).Select(id => Stored(Someone(id))),
                .. Enumerable.Range(1, Members).Select(id => Stored(new Newcomer { Id = id, Acts = Newcomer.FirstActs })),
                .. Enumerable.Range(1, settled - Members).Select(id => Stored(Done(id, now))),
                .. Enumerable.Range(0, LiveActions).Select(n => Stored(new CoopAction { Id = settled - Members + 1 + n, Title = Title(n) })),
            ],
            Counters = new Dictionary<string, int>(StringComparer.Ordinal)
            {
                [Kind.Of<Room>().Name] = 1,
                [Kind.Of<Member>().Name] = Members,
                [Kind.Of<CoopAction>().Name] = settled - Members + LiveActions,
            },
            Places = [place],
            Accounts = [.. Enumerable.Range(1, Members).Select(id => new AccountEntry(Account(coop, id), coop, id, null, IsCurrent: true))],
        });
    }

    private static Member Someone(int id) => new() { Id = id, Name = string.Create(CultureInfo.InvariantCulture, $"Membre {id}") };

    private static CoopAction Done(int id, Instant now) => new()
    {
        Id = id,
        Title = string.Create(CultureInfo.InvariantCulture, $"{Title(id)}, semaine {id / LiveActions}"),
        Owners = [(id % Members) + 1],
        DoneAt = now - Duration.FromDays(30),
        IsPutAway = true,
    };

    private static StoredDocument Stored(Document document)
    {
        var kind = Kind.Of(document.GetType());
        return new StoredDocument(kind.Name, document.Id, kind.Version, document.IsSettled, Json.Write(document));
    }
}
