using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>
/// Understands lines that name no command, such as « D1 d'accord ». Needs a constructor without parameters; is found by itself.
/// It is asked about every line that is said in the coop's rooms, so what does not surely concern the bot is not for it.
/// </summary>
public interface IUnderstand
{
    /// <summary>What a line means, or null when it means nothing to it.</summary>
    /// <param name="line">What was said, without a mention of the bot.</param>
    /// <param name="turn">The turn of who said it, with what they replied to.</param>
    Intent? Read(string line, Turn turn);
}
