using System.Globalization;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>The rest of a list, on a button.</summary>
public sealed record TheRest : Says;

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Shown">What stands on it.</param>
/// <param name="Number">Which page it is, from 1.</param>
/// <param name="More">How many there are behind it, if any.</param>
public sealed record Page<T>(IReadOnlyList<T> Shown, int Number, int? More)
{
    /// <summary>The button that shows the next page, when there is one.</summary>
    /// <param name="list">What shows the list.</param>
    /// <param name="parameter">Its parameter for the page: use nameof.</param>
    public IReadOnlyList<Offer> OfferRest(Intent list, string parameter) =>
        More is null ? [] : [new Offer(new TheRest(), list.With(parameter, Number + 1))];
}

/// <summary>Which part of a long list: « 2 ».</summary>
/// <param name="Number">From 1.</param>
public sealed record PageNumber(int Number) : IReadable<PageNumber>
{
    /// <summary>How many things one page shows: a phone's screen.</summary>
    public const int Length = 7;

    /// <summary>The page of a list that was asked for; the last one when there are fewer.</summary>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="all">The list.</param>
    /// <param name="asked">Which page; null for the first.</param>
    public static Page<T> Of<T>(IReadOnlyList<T> all, PageNumber? asked = null)
    {
        var last = Math.Max(1, (all.Count + Length - 1) / Length);
        var number = Math.Min(asked?.Number ?? 1, last);
        return new Page<T>([.. all.Skip((number - 1) * Length).Take(Length)], number, number < last ? all.Count - (number * Length) : null);
    }

    /// <inheritdoc/>
    public static PageNumber? Read(Words words, Asked how, Turn turn)
    {
        if (words.Left is not [var only] || !int.TryParse(only.Folded, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1)
        {
            return null;
        }

        words.Take(0, 1);
        return new PageNumber(number);
    }
}

/// <summary>A later part of a list whose own words may be a number: only the button that shows it says so.</summary>
/// <param name="Number">Which.</param>
public sealed record LaterPage(PageNumber Number) : IReadable<LaterPage>
{
    /// <inheritdoc/>
    public static LaterPage? Read(Words words, Asked how, Turn turn) =>
        how.IsAlone && PageNumber.Read(words, how, turn) is { } page ? new LaterPage(page) : null;
}
