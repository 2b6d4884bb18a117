using System.Globalization;
using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Slots;

/// <summary>The typical week.</summary>
/// <param name="Count">How many lines it has.</param>
/// <param name="Lines">Those of this page.</param>
/// <param name="More">How many there are behind them.</param>
public sealed record TypicalWeekReads(int Count, IReadOnlyList<Says> Lines, int? More) : Says;

/// <summary>There is no typical week yet: one to begin with.</summary>
/// <param name="Lines">Its lines.</param>
public sealed record NoTypicalWeek(IReadOnlyList<Says> Lines) : Says;

/// <summary>A line of the typical week.</summary>
/// <param name="Number">Its number; null when it is only proposed.</param>
/// <param name="When">When, each week.</param>
/// <param name="Title">What.</param>
/// <param name="Places">How many places.</param>
public sealed record TypicalLine(int? Number, Recurrence When, string Title, int Places) : Says;

/// <summary>The typical week has some lines more.</summary>
/// <param name="Lines">They.</param>
public sealed record AddedToWeek(IReadOnlyList<Says> Lines) : Says;

/// <summary>The typical week has a line less.</summary>
/// <param name="Line">It.</param>
public sealed record RemovedFromWeek(Says Line) : Says;

/// <summary>The typical week says so already.</summary>
/// <param name="Line">The line.</param>
public sealed record AlreadyInWeek(Says Line) : Says;

/// <summary>The typical week has no such line.</summary>
/// <param name="Typed">What was typed, if anything.</param>
/// <param name="Count">How many lines it has.</param>
public sealed record NoSuchLine(string? Typed, int Count) : Says;

/// <summary>The typical week is as any week: what comes otherwise is no line of it.</summary>
public sealed record OnlyEachWeek : Says;

/// <summary>What was typed is no wish about the typical week.</summary>
/// <param name="Typed">What was typed.</param>
public sealed record UnclearWeekWish(string Typed) : Says;

/// <summary>« La reprendre », on a button.</summary>
public sealed record AdoptIt : Says;

/// <summary>« Créer la semaine prochaine », on a button.</summary>
public sealed record MakeNextWeek : Says;

/// <summary>Shows the coop's typical week, changes it line by line, or makes the slots of a week from it.</summary>
public sealed record TypicalWeek(
    LaterPage? Page = null, WeekWish? Wish = null, WeekToMake? Week = null, TypicalHours? On = null, Places? Places = null, Least? Least = null, string? Title = null) : ICommand
{
    private static readonly Duration Usual = Duration.FromHours(2);

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        if (Wish == WeekWish.Remove)
        {
            return Remove(turn);
        }

        if (Wish == WeekWish.Adopt)
        {
            return Keep(Proposed(turn), turn);
        }

        if (Wish == WeekWish.Add || On is not null)
        {
            return Keep(Said(turn), turn);
        }

        return Week is not null ? TypicalSlot.All(turn).Count == 0 ? Show(turn) : new MakeTypicalWeek(Week, turn).Run()
            : string.IsNullOrWhiteSpace(Title) ? Show(turn)
            : throw new Refusal(new UnclearWeekWish(Plain.Short(Title)));
    }

    private Says Show(Turn turn)
    {
        var all = TypicalSlot.All(turn);
        if (all.Count == 0)
        {
            turn.HeardBy = Audience.Asker;
            return new NoTypicalWeek([.. Proposed(turn).Select(line => Line(line, null))])
            {
                Offers = [new Offer(new AdoptIt(), Intent.To<TypicalWeek>().With(nameof(Wish), WeekWish.Adopt.Typed(turn)))],
            };
        }

        var page = PageNumber.Of(all, Page?.Number);
        var next = WeekToMake.Of(turn.Today.PlusWeeks(1));
        return new TypicalWeekReads(all.Count, [.. page.Shown.Select((line, index) => Line(line, ((page.Number - 1) * PageNumber.Length) + index + 1))], page.More)
        {
            Offers = [new Offer(new MakeNextWeek(), Intent.To<TypicalWeek>().With(nameof(Week), Due.Typed(new DueOn(next.Monday, null)))), .. page.OfferRest(Intent.To<TypicalWeek>(), nameof(Page))],
        };
    }

    private static Says Keep(IReadOnlyList<TypicalSlot> lines, Turn turn)
    {
        var all = TypicalSlot.All(turn);
        List<TypicalSlot> fresh = [.. lines.Where(line => !all.Any(line.IsLike))];
        if (fresh.Count == 0)
        {
            throw new Refusal(new AlreadyInWeek(Line(lines[0], null)));
        }

        var kept = fresh.ConvertAll(line => line with { Id = turn.NextId<TypicalSlot>() });
        kept.ForEach(turn.Keep);
        return new AddedToWeek([.. kept.Select(line => Line(line, null))]);
    }

    // « Du lundi au vendredi 9h-12h » is a line for each of these days.
    private List<TypicalSlot> Said(Turn turn)
    {
        if (On is null)
        {
            throw new Doubt(new WhichHours(), []) { Parameter = nameof(On) };
        }

        if (On.Days.ToList() is not { Count: > 0 } days)
        {
            throw new Refusal(new OnlyEachWeek());
        }

        if (Places is null)
        {
            throw new Doubt(new Prompt($"{nameof(AddSlot)}.{nameof(Places)}.ask"), []) { Parameter = nameof(Places) };
        }

        if (Least?.Count > Places.Count)
        {
            throw new Refusal(new MoreThanPlaces(Least.Count, Places.Count));
        }

        var title = Titles.Of<AddSlot>(Title ?? "");
        var time = On.Occasion.Time;
        return days.ConvertAll(day => new TypicalSlot
        {
            Title = title,
            Day = day,
            Time = time.Time!.Value,
            Length = time.Length ?? Usual,
            Places = Places.Count,
            Least = Least?.Count < Places.Count ? Least.Count : 0,
        });
    }

    private RemovedFromWeek Remove(Turn turn)
    {
        var all = TypicalSlot.All(turn);
        var typed = Title?.Trim() ?? "";
        var line = int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number > 0 && number <= all.Count ? all[number - 1] : null
            : all.Where(each => FoldedTitle.Of(each.Title).Text == FoldedTitle.Of(typed).Text).ToList() is [var only] ? only : null;
        if (line is null)
        {
            throw new Refusal(new NoSuchLine(typed.Length == 0 ? null : Plain.Short(typed), all.Count));
        }

        turn.Remove(line);
        return new RemovedFromWeek(Line(line, null));
    }

    // Read as a member would have typed it, in the coop's language.
    private static List<TypicalSlot> Proposed(Turn turn) =>
        [.. turn.Parts.Texts.Words(turn.Settings.Language, "ProposedWeek.words").SelectMany(typed => Proposed(new Words(typed), turn))];

    private static List<TypicalSlot> Proposed(Words words, Turn turn)
    {
        var how = new Asked(IsRequired: true, IsAlone: false);
        var (on, places) = (TypicalHours.Read(words, how, turn), Places.Read(words, how, turn));
        return new TypicalWeek(On: on, Places: places, Title: words.LeftText).Said(turn);
    }

    private static TypicalLine Line(TypicalSlot line, int? number) => new(number, line.When, line.Title, line.Places);
}
