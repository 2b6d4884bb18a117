using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Actions;

/// <summary>How an action comes back: « tous les lundis », « le 15 de chaque mois », « 3 semaines après l'avoir fait ».</summary>
/// <param name="On">On which days, of a rhythm.</param>
/// <param name="After">How long after it was done, of what has none.</param>
public sealed record Comeback(Occasion? On, Period? After) : IReadable<Comeback>
{
    private static readonly char[] Breaks = [',', ';', ':', '.', '('];

    /// <summary>What else the words may say: « le lundi » may be one Monday.</summary>
    public IReadOnlyList<DueOn> Once { get; init; } = [];

    /// <inheritdoc/>
    public static Comeback? Read(Words words, Asked how, Turn turn)
    {
        if (how.IsAlone && words.LeftText.StartsWith('{'))
        {
            return new Comeback(Occasion.Read(words, how, turn), null);
        }

        if (words.IsEmpty)
        {
            return null;
        }

        var text = words.LeftText;
        if (turn.Parts.Reader.ReadAfterDone(text, turn.Settings.Language) is { IsRead: true } after && IsAPause(text[after.Parts[^1].End..]))
        {
            words.Take(after.Parts);
            return new Comeback(null, after.Value);
        }

        // Whatever else is said of time is by when it is to be done.
        if (turn.Parts.Reader.ReadWhen(text, turn.Spoken(Look.Forward)) is not { IsRead: true, Value: When.Repeats } found || IsPartOfATitle(text, found.Parts, turn))
        {
            return null;
        }

        return Occasion.Read(words, how, turn) is { Series: not null } on ? new Comeback(on, null) { Once = [.. found.Others.Select(DayOf).OfType<DueOn>()] } : null;
    }

    // « 30 jours après la fête » is no comeback; « 30 jours après, 2 personnes » is one.
    private static bool IsAPause(string behind) => behind.TrimStart() is not [var first, ..] || Breaks.Contains(first) || char.IsAsciiDigit(first);

    // « Le bilan annuel » has its name; « faire le bilan, annuel » comes back, and so does « relever quotidiennement ».
    private static bool IsPartOfATitle(string text, IReadOnlyList<Range> parts, Turn turn)
    {
        if (parts is not [var part] || text[part].Any(char.IsWhiteSpace) || (text[..part.Start].TrimEnd() is [.., var before] && Breaks.Contains(before)))
        {
            return false;
        }

        return !IsAPause(text[part.End..]) || !turn.Parts.Texts.Words("SaysHowOften.words").Contains(Folding.Fold(text[part]));
    }

    private static DueOn? DayOf(When when) => when switch
    {
        When.OnDay on => new DueOn(on.Day, null),
        When.At at => new DueOn(at.Moment.Date, at.Moment.TimeOfDay),
        _ => null,
    };
}
