using Bot.Core.Texts;

namespace Bot.Core.Commands;

/// <summary>One way out of a doubt.</summary>
/// <param name="Label">What the button says.</param>
/// <param name="Value">What one could have typed for the parameter; null with <paramref name="Instead"/> null leaves everything as it is.</param>
/// <param name="Instead">Another command that is meant instead.</param>
public sealed record Way(Says Label, string? Value = null, Intent? Instead = null);

/// <summary>
/// A command can't go on before somebody has answered: something is missing, ambiguous or risky. Nothing is kept but the
/// <see cref="Turns.Question"/>; the answer runs the command again from the start.
/// </summary>
/// <param name="question">What to ask.</param>
/// <param name="ways">The answers that are offered.</param>
public sealed class Doubt(Says question, IReadOnlyList<Way> ways) : Exception
{
    /// <summary>A text that turned out to hold no words: it is asked for as if it had not been typed.</summary>
    /// <typeparam name="TCommand">The command.</typeparam>
    /// <param name="parameter">The parameter's name: use nameof.</param>
    /// <param name="otherWords">What was typed for the other parameters.</param>
    public static Doubt NoWords<TCommand>(string parameter, string otherWords = "") where TCommand : ICommand =>
        new(new Prompt($"{typeof(TCommand).Name}.{parameter}.ask"), []) { Parameter = parameter, TakesText = true, OtherWords = otherWords };

    /// <summary>What to ask.</summary>
    public Says Question { get; } = question;

    /// <summary>The answers that are offered.</summary>
    public IReadOnlyList<Way> Ways { get; } = ways;

    /// <summary>The parameter the answer is for; the binder fills it in.</summary>
    internal string? Parameter { get; set; }

    /// <summary>What was typed for the other parameters; the binder fills it in.</summary>
    internal string? OtherWords { get; set; }

    /// <summary>Whether free text answers it, as for a title.</summary>
    internal bool TakesText { get; set; }
}
