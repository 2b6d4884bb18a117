using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Members;

/// <summary>A language the bot does not have.</summary>
/// <param name="Typed">What was typed.</param>
/// <param name="Known">Those it has, by their own names.</param>
public sealed record UnknownLanguage(string Typed, IReadOnlyList<string> Known) : Says;

/// <summary>Somebody chose the language in which the bot writes to them; said in that language.</summary>
/// <param name="Language">Its own name.</param>
public sealed record LanguageKept(string Language) : Says;

/// <summary>A language's own name, on a button.</summary>
/// <param name="Name">The name.</param>
public sealed record LanguageNamed(string Name) : Says;

/// <summary>A language that was named.</summary>
/// <param name="Language">The language.</param>
public sealed record LanguageName(Texts.Language Language) : IReadable<LanguageName>
{
    /// <inheritdoc/>
    public static LanguageName? Read(Words words, Asked how, Turn turn)
    {
        if (words.IsEmpty)
        {
            return null;
        }

        var typed = words.LeftText;
        words.Take(0, words.Left.Count);
        return new LanguageName(Find(typed, turn.Parts.Texts));
    }

    /// <summary>A language's own name.</summary>
    internal static string Of(string code, Turn turn) => turn.Parts.Texts.Find(code)?.Name ?? code;

    /// <inheritdoc/>
    public static IReadOnlyList<Way> Proposals(Turn turn) =>
        [.. turn.Parts.Texts.Languages.Select(language => new Way(new LanguageNamed(language.Name), language.Code))];

    /// <summary>The language somebody names.</summary>
    /// <exception cref="Refusal">The bot does not have it.</exception>
    internal static Texts.Language Find(string typed, TextBook texts) =>
        texts.Find(typed) ?? throw new Refusal(new UnknownLanguage(Plain.Short(typed), [.. texts.Languages.Select(each => each.Name)]));
}

/// <summary>Chooses the language in which the bot writes to who asks; the rooms keep theirs.</summary>
[HeardBy(Audience.Asker)]
public sealed record SpeakLanguage(LanguageName To) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        turn.Keep(turn.Member with { Language = To.Language.Code });
        return new LanguageKept(To.Language.Name);
    }
}
