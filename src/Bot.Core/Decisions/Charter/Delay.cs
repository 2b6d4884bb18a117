using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>A time to answer that makes no sense.</summary>
/// <param name="Most">The most days that do.</param>
public sealed record DelayOutOfRange(int Most) : Says;

/// <summary>
/// Until when people can answer, when the charter's time does not suit: « réponse avant vendredi », at the end. Without that word a day
/// belongs to what is proposed: « fermer le lundi ».
/// </summary>
/// <param name="Until">The day, with the time if one was said.</param>
public sealed record Delay(DueOn Until) : IReadable<Delay>
{
    /// <summary>In days: longer than that, nobody remembers what it was about.</summary>
    internal const int Most = 60;

    /// <inheritdoc/>
    public static Delay? Read(Words words, Asked how, Turn turn)
    {
        for (var i = words.Left.Count - 2; i > 0; i--)
        {
            if (turn.Parts.Texts.Words("Delay.words").Contains(words.Left[i].Folded))
            {
                var behind = new Words(string.Join(' ', words.Left.Skip(i + 1).Select(word => word.Text)));
                if (Due.Read(behind, new Asked(IsRequired: true, IsAlone: true), turn) is not { } due || !behind.IsEmpty)
                {
                    return null;
                }

                words.Take(i, words.Left.Count - i);
                return new Delay(due.On);
            }
        }

        return null;
    }
}
