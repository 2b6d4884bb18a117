using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Tests.Texts;

/// <summary>What these tests let the bot say, and a book that holds the real languages and only the sentences of one test.</summary>
internal static class Said
{
    public static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];

    public static readonly Voice French = new("fr", Vous: false, Paris, new LocalDate(2026, 11, 21));

    public static readonly Voice Polite = French with { Vous = true };

    public static readonly Voice English = French with { Language = "en" };

    /// <summary>The real languages with these texts only: "fr: Key = value" per line, the language first.</summary>
    public static TextBook Book(params string[] lines)
    {
        var files = TextBook.BuiltIn().Where(file => file.Key is "fr/language.properties" or "en/language.properties")
            .ToDictionary(StringComparer.Ordinal);
        foreach (var language in lines.GroupBy(line => line[..2], StringComparer.Ordinal))
        {
            files[$"{language.Key}/test.properties"] = string.Join('\n', language.Select(line => line[3..].TrimStart()));
        }

        return new TextBook(files);
    }

    /// <summary>What French says with one template, spaces compared as equal: typography has its own test.</summary>
    public static string InFrench(string template, Says says) =>
        Book($"fr: {says.GetType().Name} = {template}").Write(says, French).Replace(Spacing.NoBreak, ' ');
}

internal sealed record Claimed(Ref Action, string Title, string Who, LocalDate? Due = null) : Says;

internal sealed record Open(int Count, IReadOnlyList<string>? Titles = null) : Says;

internal sealed record Seats(int Free, int Taken) : Says;

internal sealed record Ended(bool Late, string? Reason = null) : Says;

internal sealed record Meeting(Instant At) : Says;

internal sealed record Moved(LocalDateTime At, LocalTime Before) : Says;

internal sealed record Digest(Says First, IReadOnlyList<Says> Lines) : Says;

internal sealed record Odd(DayOfWeek Day) : Says;
