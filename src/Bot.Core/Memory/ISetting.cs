using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Memory;

/// <summary>
/// Something a coop settles with /reglages. Its names stand in the texts under its type's name; needs a constructor without
/// parameters; is found by itself.
/// </summary>
public interface ISetting
{
    /// <summary>How it stands now, in words that could be typed to set it.</summary>
    /// <param name="settings">The coop's settings.</param>
    /// <param name="texts">Names of languages and the like.</param>
    string Shown(CoopSettings settings, TextBook texts);

    /// <summary>The settings with a new value.</summary>
    /// <param name="settings">The coop's settings.</param>
    /// <param name="typed">The value that was typed.</param>
    /// <param name="texts">Names of languages and the like.</param>
    /// <exception cref="Refusal">The value makes no sense; says what does.</exception>
    CoopSettings Set(CoopSettings settings, string typed, TextBook texts);
}
