using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>Some options, by their names.</summary>
/// <param name="Names">The names.</param>
public sealed record OptionNames(IReadOnlyList<string> Names) : Says
{
    /// <summary>How an option is called.</summary>
    internal static Says Of(Option option) => option.Day is not { } day ? new OptionNames([option.Text])
        : option.Time is { } time ? new SlotIs(null, day.At(time), option.Length is { } length ? time.PlusTicks(length.BclCompatibleTicks) : null)
        : new SlotIs(day, null, null);

    /// <summary>Some options, a line each.</summary>
    internal static IReadOnlyList<Says> Lines(Terms terms, IReadOnlyList<int> numbers) => [.. numbers.Select(number => new OptionLine(number, Of(terms.Options[number - 1]), null))];

    /// <summary>How some options are called; of slots there is one.</summary>
    internal static Says? Of(Terms terms, IReadOnlyList<int> numbers) => numbers.Count == 0 ? null
        : terms.Manner == Manner.Dates ? Of(terms.Options[numbers[0] - 1])
        : new OptionNames([.. numbers.Select(number => terms.Options[number - 1].Text)]);
}

/// <summary>A slot: « sam. 5 déc. », « mar. 24 nov., 18 h-20 h ».</summary>
/// <param name="Day">The day, when no hour was said.</param>
/// <param name="At">When it begins, when it was.</param>
/// <param name="Until">When it ends, if that was said.</param>
public sealed record SlotIs(LocalDate? Day, LocalDateTime? At, LocalTime? Until) : Says;
