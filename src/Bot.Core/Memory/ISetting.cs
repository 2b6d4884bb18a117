using Bot.Core.Turns;

namespace Bot.Core.Memory;

/// <summary>
/// Something a coop settles with /reglages. Its names stand in the texts under its type's name; needs a constructor without
/// parameters; is found by itself.
/// </summary>
public interface ISetting
{
    /// <summary>How it stands now, in words that could be typed to set it.</summary>
    /// <param name="turn">The turn.</param>
    string Shown(Turn turn);

    /// <summary>Keeps a new value.</summary>
    /// <param name="typed">The value that was typed.</param>
    /// <param name="turn">The turn.</param>
    /// <exception cref="Refusal">The value makes no sense; says what does.</exception>
    void Set(string typed, Turn turn);
}
