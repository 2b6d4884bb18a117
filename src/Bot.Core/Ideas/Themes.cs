using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Ideas;

/// <summary>Some ideas stand together.</summary>
/// <param name="Theme">Under what name.</param>
/// <param name="Codes">They.</param>
public sealed record IdeasTogether(string Theme, IReadOnlyList<string> Codes) : Says;

/// <summary>Some ideas stand alone again.</summary>
/// <param name="Codes">They.</param>
public sealed record IdeasApart(IReadOnlyList<string> Codes) : Says;

/// <summary>Under what name ideas go together was not said.</summary>
public sealed record UnderWhatName : Says;

/// <summary>A name that would not fit above a list.</summary>
/// <param name="Most">How many characters it may have.</param>
public sealed record ThemeTooLong(int Most) : Says;

/// <summary>Ideas that go together stand together, under a name that people give them.</summary>
internal static class Themes
{
    private const int Longest = 40;

    /// <summary>Puts some together.</summary>
    public static IdeasTogether Put(IReadOnlyList<Idea> ideas, string? typed, Turn turn)
    {
        RefuseUnlessOnTheWall(ideas);
        var name = Plain.Line(typed ?? "").Trim(':', ',', ' ');
        if (name.Length == 0)
        {
            throw new Doubt(new UnderWhatName(), []) { Parameter = nameof(TendIdeas.Rest), TakesText = true };
        }

        if (name.Length > Longest)
        {
            throw new Refusal(new ThemeTooLong(Longest));
        }

        var known = turn.Live<Idea>().Where(idea => !idea.IsHidden).Select(idea => idea.Theme).OfType<string>().FirstOrDefault(theme => Folding.Fold(theme) == Folding.Fold(name));
        Keep(ideas, known ?? name, turn);
        return new IdeasTogether(known ?? name, Codes(ideas));
    }

    /// <summary>Puts some apart.</summary>
    public static IdeasApart PutApart(IReadOnlyList<Idea> ideas, Turn turn)
    {
        RefuseUnlessOnTheWall(ideas);
        Keep(ideas, theme: null, turn);
        return new IdeasApart(Codes(ideas));
    }

    private static void Keep(IReadOnlyList<Idea> ideas, string? theme, Turn turn)
    {
        foreach (var idea in ideas)
        {
            turn.Keep(idea with { Theme = theme });
        }
    }

    private static void RefuseUnlessOnTheWall(IReadOnlyList<Idea> ideas)
    {
        foreach (var idea in ideas)
        {
            idea.RefuseUnlessOnTheWall();
        }
    }

    private static IReadOnlyList<string> Codes(IReadOnlyList<Idea> ideas) => [.. ideas.Select(idea => idea.Ref.ToString())];
}
