using System.Collections.Immutable;

namespace Bot.Core.Commands;

/// <summary>
/// What somebody means, before it is bound to a command's parameters. Typing fills <see cref="Words"/>; a button fills
/// <see cref="Given"/>; a question that was answered has both. It is what questions and buttons keep.
/// </summary>
/// <param name="Command">The stored name of the command.</param>
/// <param name="Words">What was typed behind the command's name.</param>
/// <param name="Given">Parameters that are settled, by name, each in the words one could type for it.</param>
public sealed record Intent(string Command, string Words, ImmutableSortedDictionary<string, string> Given)
{
    /// <summary>An intent of a command, with nothing said yet.</summary>
    /// <typeparam name="TCommand">The command.</typeparam>
    public static Intent To<TCommand>() where TCommand : ICommand => Typed(typeof(TCommand).Name, "");

    /// <summary>An intent of a command, with nothing said yet.</summary>
    /// <param name="entry">The command.</param>
    public static Intent To(CommandEntry entry) => Typed(entry.Name, "");

    /// <summary>What somebody typed.</summary>
    /// <param name="command">The stored name of the command.</param>
    /// <param name="words">What was typed behind the command's name.</param>
    public static Intent Typed(string command, string words) => new(command, words, ImmutableSortedDictionary<string, string>.Empty);

    /// <summary>The same intent with one parameter settled.</summary>
    /// <param name="parameter">The parameter's name: use nameof.</param>
    /// <param name="value">What one could type for it, such as a code.</param>
    public Intent With(string parameter, object value) =>
        this with { Given = Given.SetItem(parameter, value.ToString()!) };
}

/// <summary>A button: a label, and what pressing it means. It is checked again when pressed, as if it were typed then.</summary>
/// <param name="Label">What the button says.</param>
/// <param name="Intent">What it stands for.</param>
public sealed record Offer(Texts.Says Label, Intent Intent)
{
    /// <summary>The parameter for which another value than the one offered may be typed, in reply or alone with the bot: « 1h15 » beside [1 h] and [2 h].</summary>
    public string? OrOther { get; init; }

    /// <summary>The number that chooses it, where its message numbers what there is to choose from in its own words; null for its place among the others.</summary>
    public int? Number { get; init; }
}
