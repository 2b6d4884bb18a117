using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Members;

/// <summary>What the bot knows of who asks.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="Pronoun">Their pronoun, if they gave one.</param>
/// <param name="Language">The language the bot writes to them in.</param>
/// <param name="Roles">What they may do beyond the ordinary.</param>
public sealed record AboutMe(string Name, string? Pronoun, string Language, IReadOnlyList<Says> Roles) : Says;

/// <summary>Somebody chose how they are called.</summary>
/// <param name="Name">The name.</param>
/// <param name="Pronoun">The pronoun, if any.</param>
public sealed record NameKept(string Name, string? Pronoun) : Says;

/// <summary>A name that can't be used.</summary>
/// <param name="Most">How many characters a name may have.</param>
public sealed record NameTooLong(int Most) : Says;

/// <summary>Shows who asks what the bot knows of them, or keeps how they want to be called: a first name, then a pronoun after a comma.</summary>
[HeardBy(Audience.Asker)]
[OrdinaryWord]
public sealed record Me(string? NameAndPronoun = null) : ICommand
{
    private const int LongestName = 40;

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var member = turn.Member;
        if (NameAndPronoun is null)
        {
            var language = turn.Parts.Texts.Find(turn.VoiceFor(member).Language)!;
            return new AboutMe(member.Name, member.Pronoun, language.Name, [.. member.Roles.Select(Permission.NameOf)]);
        }

        var parts = NameAndPronoun.Split(',', 2, StringSplitOptions.TrimEntries);
        var name = Plain.Text(parts[0]).TrimStart('@', '#', '+');
        if (name.Length is 0 or > LongestName || parts.ElementAtOrDefault(1)?.Length > LongestName)
        {
            throw new Refusal(new NameTooLong(LongestName));
        }

        var pronoun = parts.Length > 1 && parts[1].Length > 0 ? Plain.Text(parts[1]) : member.Pronoun;
        turn.Keep(member with { Name = name, Pronoun = pronoun });
        return new NameKept(name, pronoun);
    }
}
