using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>
/// A secret vote on what only a general meeting can decide is not held here: separating names and ballots so that nobody can join them takes
/// more than one program (CNIL, délibération 2019-053).
/// </summary>
public sealed record NotSecretHere : Says;

/// <summary>
/// What only a general meeting can decide (the statutes, the accounts, who is excluded): electronic votes on it count only where the statutes
/// say so, hence what is decided here is indicative.
/// </summary>
internal static class Statutory
{
    /// <summary>Whether a text is about such a thing.</summary>
    public static bool IsIn(string text, Turn turn)
    {
        var words = new Commands.Words(text);
        return turn.Parts.Texts.Words("Statutory.words").Any(phrase => Enumerable.Range(0, words.Left.Count).Any(index => words.Spells(phrase, index) > 0));
    }
}
