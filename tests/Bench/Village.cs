using System.Globalization;
using System.Text;
using Bot.Core.Actions;
using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Host;
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

    /// <summary>A member's name.</summary>
    public static string Name(int member) => string.Create(CultureInfo.InvariantCulture, $"Membre {member}");

    /// <summary>A member types something where the coop meets; completes when it is on the disk.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="coop">The coop's id.</param>
    /// <param name="member">The member's number.</param>
    /// <param name="key">What makes the message one of its own.</param>
    /// <param name="text">What.</param>
    public static Task Type(Babillard bot, string coop, int member, string key, string text)
    {
        key = $"{SilentPlatform.PlatformName}:{key}";
        return bot.Conversation.Hear(new Said(key, Room(coop), By(coop, member), Bots.Now, key, text));
    }

    /// <summary>A member, as the platform knows them.</summary>
    public static Speaker By(string coop, int member) => new(Account(coop, member), Name(member));

    /// <summary>Has a store keep a coop.</summary>
    /// <param name="store">The store.</param>
    /// <param name="coop">Its id.</param>
    /// <param name="documents">How many documents it has.</param>
    /// <param name="now">When it begins.</param>
    /// <param name="room">Where it meets, when not in <see cref="Room"/>.</param>
    public static Task Found(IStore store, string coop, int documents, Instant now, Place? room = null)
    {
        var settled = documents - Members - LiveActions - RoomAndSettings;
        return Found(
            store,
            coop,
            Members,
            [
                .. Enumerable.Range(1, settled - Members).Select(id => Done(id, now)),
                .. Enumerable.Range(0, LiveActions).Select(n => new CoopAction { Id = settled - Members + 1 + n, Title = Title(n) }),
            ],
            now,
            room);
    }

    /// <summary>Has a store keep a coop of members who all know the bot, and what else it remembers.</summary>
    /// <param name="store">The store.</param>
    /// <param name="coop">Its id.</param>
    /// <param name="members">How many members it has.</param>
    /// <param name="documents">What else it remembers.</param>
    /// <param name="now">When it begins.</param>
    /// <param name="room">Where it meets, when not in <see cref="Room"/>.</param>
    public static Task Found(IStore store, string coop, int members, IEnumerable<Document> documents, Instant now, Place? room = null)
    {
        var place = room ?? Room(coop);
        var everybody = Enumerable.Range(1, members).ToList();
        List<Document> all =
        [
            new CoopSettings { Id = 1, Language = "fr", Zone = "Europe/Paris" },
            new Room { Id = 1, Place = place },
            .. everybody.Select(id => new Member { Id = id, Name = Name(id) }),
            .. everybody.Select(id => new Newcomer { Id = id, Acts = Newcomer.FirstActs }),
            .. documents,
        ];
        return store.Commit(new Commit(coop, 0)
        {
            Birth = Encoding.UTF8.GetBytes(coop.PadRight(32)),
            InboxKeys = [$"{SilentPlatform.PlatformName}:founding of {coop}"],
            At = now,
            Documents = [.. all.Select(Stored)],
            Counters = all.GroupBy(document => Kind.Of(document.GetType()).Name, StringComparer.Ordinal)
                .ToDictionary(kind => kind.Key, kind => kind.Max(document => document.Id), StringComparer.Ordinal),
            Places = [place],
            Accounts = [.. everybody.Select(id => new AccountEntry(Account(coop, id), coop, id, null, IsCurrent: true))],
        });
    }

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
