using Bot.Core.Memory;

namespace Bot.Core.Commands;

/// <summary>Who hears a command's answer.</summary>
public enum Audience
{
    /// <summary>Everybody where it was asked: it is about the coop.</summary>
    Room,

    /// <summary>Only who asked: it is about them.</summary>
    Asker,
}

/// <summary>Declares who hears the answer, when not everybody.</summary>
/// <param name="audience">Who.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class HeardByAttribute(Audience audience) : Attribute
{
    /// <summary>Who.</summary>
    public Audience Audience { get; } = audience;

    /// <summary>Whether the room may never hear it instead, when the asker can't be reached alone.</summary>
    public bool IsPersonal { get; init; } = true;
}

/// <summary>Declares a right that a command needs. Ordinary acts need none.</summary>
/// <param name="role">The role that gives it.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsAttribute(Role role) : Attribute
{
    /// <summary>The role that gives it.</summary>
    public Role Role { get; } = role;

    /// <summary>When set, the right is needed only if this parameter was given: looking stays open to all.</summary>
    public string? WhenGiven { get; init; }
}

/// <summary>Declares that a command never acts on a title that was only nearly right: it asks first.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CarefulAttribute : Attribute;

/// <summary>Declares a command whose name is an ordinary word: with other words behind it, it counts only with its prefix.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OrdinaryWordAttribute : Attribute;

/// <summary>Declares a command's place in the short menu and in the help.</summary>
/// <param name="order">Lower comes first.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MenuAttribute(int order) : Attribute
{
    /// <summary>Lower comes first.</summary>
    public int Order { get; } = order;
}

/// <summary>Declares a command that begins a sandbox when it is given alone in private, and runs as the first one in it.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BeginsASandboxAttribute : Attribute;

/// <summary>
/// Declares the command that takes a code from another account. With words behind it, alone with the bot, it runs in the coop of the
/// code and for the member whose code it is, whoever shows it; what was typed is never traced.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TakesACodeAttribute : Attribute;

/// <summary>Declares a command that only buttons lead to: it has no name to type.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UntypedAttribute : Attribute;

/// <summary>Declares a text that may be left out in reply to a message of somebody: that message is meant then. A file that comes along goes with it.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class OrWhatIsQuotedAttribute : Attribute;
