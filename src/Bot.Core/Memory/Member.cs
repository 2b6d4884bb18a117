using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Bot.Core.Memory;

/// <summary>What somebody may do beyond the ordinary acts, which are open to every member.</summary>
public enum Role
{
    /// <summary>Changes the coop's settings and gives roles. Who starts a coop has it.</summary>
    Coordination,
}

/// <summary>How somebody is called.</summary>
/// <param name="Name">Their name.</param>
/// <param name="Pronoun">Their pronoun, if they gave one.</param>
/// <param name="Role">What they may do beyond the ordinary, if anything.</param>
public sealed record MemberStands(string Name, string? Pronoun, Texts.Says? Role) : Texts.Says;

/// <summary>
/// A person in one coop, with one or more accounts or none. Their name stands here and nowhere else, so that forgetting
/// somebody is one place.
/// </summary>
[Kind("member")]
public sealed record Member : Document, IDescribed, IForget
{
    /// <summary>Stands for the name of somebody who was forgotten, where no text puts « ancien membre » in its place. Nobody can type it.</summary>
    public const string NoName = "\0";

    /// <summary>What they are called here.</summary>
    public required string Name { get; init; }

    /// <summary>The pronoun they gave, in their own words.</summary>
    public string? Pronoun { get; init; }

    /// <summary>The language they chose with /langue.</summary>
    public string? Language { get; init; }

    /// <summary>The language their platform reported when they first spoke.</summary>
    public string? Locale { get; init; }

    /// <summary>What they want to be told of.</summary>
    public Notices Notices { get; init; }

    /// <summary>Whether what buttons stand for is also printed, for who does not see them.</summary>
    public bool WantsWords { get; init; }

    /// <summary>What they may do beyond the ordinary.</summary>
    public ImmutableSortedSet<Role> Roles { get; init; } = [];

    /// <summary>Whether they were forgotten; their number still stands where they took part.</summary>
    [JsonIgnore]
    public bool IsForgotten => Name == NoName;

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool IsSettled => IsForgotten;

    /// <inheritdoc/>
    public Document Forget(Forgotten who) => Id == who.Member ? new Member { Id = Id, Name = NoName } : this;

    /// <inheritdoc/>
    public Texts.Says Describe(IRecords records) => new MemberStands(Name, Pronoun, Roles.Count == 0 ? null : Commands.Permission.NameOf(Roles[0]));
}

/// <summary>Somebody who has not done much here yet, and is told each time how to undo. Carries the member's number.</summary>
[Kind("newcomer", IsBookkeeping = true)]
public sealed record Newcomer : Document
{
    /// <summary>After so many acts one is no newcomer any more.</summary>
    public const int FirstActs = 3;

    /// <summary>How many things they have changed, up to <see cref="FirstActs"/>.</summary>
    public int Acts { get; init; }
}

/// <summary>Where somebody was seen: who has spoken in a room reads what is put up there. Carries the member's number.</summary>
[Kind("presence", IsBookkeeping = true)]
public sealed record Presence : Document, IForget
{
    /// <summary>The rooms' numbers.</summary>
    public ImmutableSortedSet<int> Rooms { get; init; } = [];

    /// <summary>For somebody with several accounts, the one they last wrote from to the bot alone: there they are told what concerns them.</summary>
    public Chat.Account? LastAlone { get; init; }

    /// <inheritdoc/>
    public Document? Forget(Forgotten who) => Id == who.Member ? null : this;
}

/// <summary>A place where the bot hears one coop.</summary>
[Kind("room")]
public sealed record Room : Document
{
    /// <summary>Where it is.</summary>
    public required Chat.Place Place { get; init; }

    /// <summary>The language it speaks, when not the coop's.</summary>
    public string? Language { get; init; }

    /// <summary>What its group is called on the platform, when that is known.</summary>
    public string? Title { get; init; }
}

/// <summary>How one coop wants things: number 1, and the only one.</summary>
[Kind("settings")]
public sealed record CoopSettings : Document
{
    /// <summary>The language of its rooms.</summary>
    public required string Language { get; init; }

    /// <summary>Its time zone, as a TZDB id.</summary>
    public required string Zone { get; init; }

    /// <summary>Whether members are addressed as « vous ».</summary>
    public bool Vous { get; init; }

    /// <summary>The room where news of things done in private are told.</summary>
    public int Home { get; init; } = 1;

    /// <summary>What it wants to be called, when not like its group.</summary>
    public string? Name { get; init; }

    /// <summary>When it wants silence, when not at the usual hours.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>When it wants silence.</summary>
    [JsonIgnore]
    public QuietHours QuietHours => Quiet ?? QuietHours.Usual;

    /// <summary>Whether it does not want the week's digest.</summary>
    public bool HasNoDigest { get; init; }
}
