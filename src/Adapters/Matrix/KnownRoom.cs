using System.Collections.Immutable;
using System.Globalization;
using Bot.Adapters.Matrix.Api;

namespace Bot.Adapters.Matrix;

/// <summary>Somebody in a room, or asked into it.</summary>
/// <param name="IsThere">Whether they are in it already.</param>
/// <param name="Name">The name they show; null for none.</param>
internal sealed record Occupant(bool IsThere, string? Name);

/// <summary>
/// What the bot knows of a room it is in, or was in: its state, as far as the bot uses it. All members are known, not only those who speak:
/// only so is it sure that a chat is between two.
/// </summary>
/// <param name="Id">The room's id, never looked into.</param>
internal sealed record KnownRoom(string Id)
{
    private const int FoundersVersion = 12;

    public ImmutableDictionary<string, Occupant> Members { get; init; } = ImmutableDictionary.Create<string, Occupant>(StringComparer.Ordinal);

    /// <summary>Who has gone by themselves.</summary>
    public ImmutableHashSet<string> Left { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    public string? Name { get; init; }

    public bool IsEncrypted { get; init; }

    /// <summary>The room that goes on where this one has ended.</summary>
    public string? Replacement { get; init; }

    /// <summary>Who ended it.</summary>
    public string EndedBy { get; init; } = "";

    /// <summary>The room this one goes on from.</summary>
    public string? Predecessor { get; init; }

    public string Creator { get; init; } = "";

    public IReadOnlyList<string> Pinned { get; init; } = [];

    /// <summary>Who may do what; null where nobody has said so yet. A hint: what may be, the server decides.</summary>
    public LevelsContent? Levels { get; init; }

    /// <summary>Who may do everything, since they made the room: it stands in no levels (room version 12).</summary>
    public ImmutableHashSet<string> Founders { get; init; } = [];

    /// <summary>The bridges' own accounts. Each bridge that shows the room elsewhere has one.</summary>
    public ImmutableHashSet<string> BridgeBots { get; init; } = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    /// <summary>Whether the room is shown on another network.</summary>
    public bool IsBridged { get; init; }

    /// <summary>Whether it is there a chat with one person.</summary>
    public bool IsBridgedDirect { get; init; }

    /// <summary>How long a text may be on the other network.</summary>
    public int? LongestText { get; init; }

    public bool Has(string person) => Members.TryGetValue(person, out var found) && found.IsThere;

    /// <summary>Whether somebody seems to have the right to say something of a kind.</summary>
    public bool MaySay(string person, string kind) => Levels is null || Founders.Contains(person) || Levels.Of(person) >= Levels.ToSay(kind);

    /// <summary>Whether somebody seems to have the right to change a part of what the room is.</summary>
    public bool MaySet(string person, string kind) => Levels is null || Founders.Contains(person) || Levels.Of(person) >= Levels.ToSet(kind);

    /// <summary>Who is in it or asked into it, but for the bot and for bridges.</summary>
    public IEnumerable<string> PeopleBut(string me) => Members.Keys.Where(each => each != me && !BridgeBots.Contains(each));

    /// <summary>The name somebody shows here. Anybody can take anybody's name: who shares one is told apart by their id.</summary>
    public string NameOf(string person)
    {
        var name = Members.GetValueOrDefault(person)?.Name;
        return string.IsNullOrWhiteSpace(name) ? Users.LocalPart(person)
            : Members.Any(each => each.Key != person && each.Value.Name == name) ? $"{name} ({person})"
            : name;
    }

    /// <summary>As it is once something has happened.</summary>
    public KnownRoom After(Event happened) => happened switch
    {
        { StateKey: null } => this,
        { Type: Kinds.Member, StateKey: var who } => this with
        {
            Members = After(who, happened.Read(MatrixJson.Default.MemberContent)),
            Left = happened.Text("membership") == "leave" && happened.Sender == who ? Left.Add(who) : Left.Remove(who),
        },
        { StateKey: "", Type: Kinds.Name } => this with { Name = happened.Text("name") },
        { StateKey: "", Type: Kinds.Encryption } => this with { IsEncrypted = true },
        { StateKey: "", Type: Kinds.Create } => Begun(happened.Sender, happened.Read(MatrixJson.Default.CreateContent)),
        { StateKey: "", Type: Kinds.Levels } => this with { Levels = happened.Read(MatrixJson.Default.LevelsContent) },
        { StateKey: "", Type: Kinds.Tombstone } => this with { Replacement = happened.Text("replacement_room"), EndedBy = happened.Sender },
        { StateKey: "", Type: Kinds.Pinned } => this with { Pinned = happened.Read(MatrixJson.Default.PinnedContent)?.Pinned ?? [] },
        { Type: Kinds.Bridge or Kinds.OlderBridge } => happened.Read(MatrixJson.Default.BridgeContent) is { Protocol: not null } bridge ? Bridged(bridge) : this,
        { Type: Kinds.Features } => this with { LongestText = happened.Read(MatrixJson.Default.FeaturesContent)?.MaxTextLength },
        _ => this,
    };

    private KnownRoom Begun(string creator, CreateContent? content) => this with
    {
        Creator = creator,
        Predecessor = content?.Predecessor?.RoomId,
        Founders = int.TryParse(content?.RoomVersion, CultureInfo.InvariantCulture, out var version) && version >= FoundersVersion ? [creator, .. content!.AdditionalCreators ?? []] : [],
    };

    private KnownRoom Bridged(BridgeContent bridge) => this with
    {
        IsBridged = true,
        IsBridgedDirect = (bridge.RoomTypeV2 ?? bridge.RoomType) == "dm",
        BridgeBots = bridge.Bridgebot is { } bot ? BridgeBots.Add(bot) : BridgeBots,
    };

    private ImmutableDictionary<string, Occupant> After(string who, MemberContent? content) => content?.Membership switch
    {
        "join" => Members.SetItem(who, new Occupant(IsThere: true, content.Displayname)),
        "invite" => Members.SetItem(who, new Occupant(IsThere: false, content.Displayname)),
        _ => Members.Remove(who),
    };
}
