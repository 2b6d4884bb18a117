using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>Too few or too many options.</summary>
/// <param name="Fewest">The fewest.</param>
/// <param name="Most">The most.</param>
/// <param name="Example">How it is typed.</param>
public sealed record HowManyOptions(int Fewest, int Most, Says Example) : Says;

/// <summary>The same option twice.</summary>
/// <param name="Option">The option.</param>
public sealed record OptionTwice(Says Option) : Says;

/// <summary>A slot of which nobody can say when it is.</summary>
/// <param name="Typed">What was typed.</param>
public sealed record WhenIsThat(string Typed) : Says;

/// <summary>Takes apart what was typed into what it is about and what can be chosen: « Où aller ? mer, montagne », or a line each.</summary>
internal static class OptionList
{
    /// <summary>Fewer are no choice.</summary>
    public const int Fewest = 2;

    /// <summary>More are no choice either: nobody reads them.</summary>
    public const int Most = 12;

    private const int LongestOption = 60;

    /// <summary>The title and the options.</summary>
    /// <typeparam name="TCommand">The command, whose example says how it is typed.</typeparam>
    /// <exception cref="Refusal">There are too few, too many, or one twice.</exception>
    public static (string Title, IReadOnlyList<Option> Options) Split<TCommand>(string typed) where TCommand : ICommand
    {
        var (title, rest) = TitleOf(typed);
        List<Option> options = [.. Parts(rest).Select(part => new Option(Plain.Short(Plain.Line(part), LongestOption)))];
        Check<TCommand>(options);
        return (title, options);
    }

    /// <summary>The title and the slots.</summary>
    /// <typeparam name="TCommand">The command, whose example says how it is typed.</typeparam>
    /// <exception cref="Refusal">There are too few, too many, one twice, one that is over, or one that says no time.</exception>
    public static (string Title, IReadOnlyList<Option> Options) SplitSlots<TCommand>(string typed, Turn turn) where TCommand : ICommand
    {
        var (title, rest) = typed.Contains('\n', StringComparison.Ordinal) || typed.Contains(": ", StringComparison.Ordinal) ? TitleOf(typed) : ("", typed);
        var options = new List<Option>();
        foreach (var part in Parts(rest))
        {
            var found = turn.Parts.Reader.ReadWhen(part, turn.Spoken(Look.Forward));
            if (found is not { IsRead: true } || !SlotsIn(found.Value).Any())
            {
                throw new Refusal(new WhenIsThat(Plain.Short(part)));
            }

            title = title.Length == 0 && options.Count == 0 ? Plain.Line(found.Rest).Trim(',', ';', ':', ' ') : title;
            options.AddRange(SlotsIn(found.Value));
        }

        Check<TCommand>(options);
        return (title, options);
    }

    /// <summary>The slots that somebody names: one, or several at once.</summary>
    /// <exception cref="Refusal">The words say no time.</exception>
    public static IReadOnlyList<Option> SlotsOf(string typed, Turn turn) =>
        turn.Parts.Reader.ReadWhen(typed, turn.Spoken(Look.Forward)) is { IsRead: true } found && SlotsIn(found.Value).ToList() is { Count: > 0 } slots
            ? slots
            : throw new Refusal(new WhenIsThat(Plain.Short(typed)));

    /// <summary>Refuses what is no choice.</summary>
    public static void Check<TCommand>(IReadOnlyList<Option> options) where TCommand : ICommand
    {
        if (options.Count is < Fewest or > Most)
        {
            throw new Refusal(new HowManyOptions(Fewest, Most, new Prompt($"{typeof(TCommand).Name}.example")));
        }

        RefuseTwice(options);
    }

    /// <summary>Refuses the same option twice.</summary>
    public static void RefuseTwice(IReadOnlyList<Option> options)
    {
        if (options.Where(option => !option.IsGone).GroupBy(option => option with { Text = Folding.Fold(option.Text) }).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new Refusal(new OptionTwice(OptionNames.Of(twice.First())));
        }
    }

    // « Où aller ? mer, montagne », « couleur : bleu, vert », or the title on a line of its own.
    private static (string Title, string Behind) TitleOf(string typed)
    {
        var text = typed.Trim();
        var line = text.IndexOf('\n', StringComparison.Ordinal);
        var mark = text.IndexOfAny(['?', ':']);
        return line > 0 && (mark < 0 || mark > line || text[..line].TrimEnd().Length <= mark + 1) ? (Plain.Line(text[..line]).TrimEnd(':', ' '), text[(line + 1)..])
            : mark < 0 ? ("", text)
            : (Plain.Line(text[mark] == '?' ? text[..(mark + 1)] : text[..mark]), text[(mark + 1)..]);
    }

    private static IEnumerable<string> Parts(string rest)
    {
        var separator = rest.Contains('\n', StringComparison.Ordinal) ? '\n' : rest.Contains(';', StringComparison.Ordinal) ? ';' : ',';
        return rest.Split(separator, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(part => part.TrimStart('-', '•', '*', ' ').TrimEnd(',', ';', ' '))
            .Where(part => part.Length > 0);
    }

    private static IEnumerable<Option> SlotsIn(When when) => when switch
    {
        When.OnDay on => [new Option("") { Day = on.Day }],
        When.At at => [new Option("") { Day = at.Moment.Date, Time = at.Moment.TimeOfDay }],
        When.Hours hours => [new Option("") { Day = hours.Start.Date, Time = hours.Start.TimeOfDay, Length = Period.Between(hours.Start, hours.End, PeriodUnits.Minutes).ToDuration() }],
        When.Days days => Enumerable.Range(0, Period.DaysBetween(days.First, days.Last) + 1).Select(day => new Option("") { Day = days.First.PlusDays(day) }),
        When.Several several => several.All.SelectMany(SlotsIn),
        _ => [],
    };
}

/// <summary>Opens votes, or hands the answer over when the code of one was typed.</summary>
internal static class Voted
{
    /// <summary>Opens a vote between the options that were typed.</summary>
    /// <typeparam name="TCommand">The command.</typeparam>
    public static Says OnOptions<TCommand>(string? typed, ThatVote? on, Delay? until, Terms terms, Turn turn) where TCommand : ICommand
    {
        if (on is not null)
        {
            return Casting.Cast(on.Decision, typed ?? "", turn);
        }

        var text = typed ?? throw Doubt.NoWords<TCommand>("Text");
        var (title, options) = OptionList.Split<TCommand>(text);
        return Open<TCommand>(title, terms with { Options = [.. options] }, until, turn);
    }

    /// <summary>Opens a vote.</summary>
    /// <typeparam name="TCommand">The command.</typeparam>
    /// <exception cref="Refusal">It has no title, or is too long, or cannot be secret.</exception>
    public static Says Open<TCommand>(string title, Terms terms, Delay? until, Turn turn) where TCommand : ICommand
    {
        var text = Propose.TextOf(title);
        if (text.Length == 0)
        {
            throw new Refusal(new HowManyOptions(OptionList.Fewest, OptionList.Most, new Prompt($"{typeof(TCommand).Name}.example")));
        }

        return terms.IsSecret && Statutory.IsIn(text, turn) ? throw new Refusal(new NotSecretHere()) : Opening.Open(text, effect: null, turn, until?.Until, terms);
    }
}
