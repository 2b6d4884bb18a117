using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>A title that would not fit on a phone.</summary>
/// <param name="Most">How many characters fit.</param>
public sealed record TitleTooLong(int Most) : Says;

/// <summary>What people call a thing they write down.</summary>
internal static class Titles
{
    /// <summary>As many characters as a card's first line shows.</summary>
    public const int OnACard = 120;

    /// <summary>The title, on one line.</summary>
    /// <typeparam name="TCommand">The command that was typed; its parameter is called Title.</typeparam>
    /// <param name="typed">What is left of what was typed.</param>
    /// <param name="longest">How many characters it may have.</param>
    /// <exception cref="Doubt">It holds no words.</exception>
    /// <exception cref="Refusal">It is too long.</exception>
    public static string Of<TCommand>(string typed, int longest = OnACard) where TCommand : ICommand
    {
        var title = Plain.Line(typed).Trim(',', ';', ' ');
        return title.Length == 0 ? throw Doubt.NoWords<TCommand>("Title")
            : title.Length > longest ? throw new Refusal(new TitleTooLong(longest))
            : title;
    }
}
