using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Hours;

/// <summary>A line was said right.</summary>
/// <param name="Line">The new line's code.</param>
/// <param name="Time">How much counts.</param>
/// <param name="When">The day, or the days.</param>
/// <param name="What">What was done.</param>
/// <param name="Before">The code of the line that counts no more.</param>
/// <param name="IsLate">Whether it counts for a later day, since its own is settled.</param>
/// <param name="Month">What their month comes to.</param>
public sealed record HoursCorrected(Ref Line, Effort Time, When When, string? What, Ref Before, bool IsLate, Effort Month) : Says;

/// <summary>A line counts no more, and nothing takes its place.</summary>
/// <param name="Line">Its code.</param>
/// <param name="Time">How much it said.</param>
/// <param name="When">When.</param>
/// <param name="What">What was done.</param>
public sealed record HoursTakenBack(Ref Line, Effort Time, When When, string? What) : Says;

/// <summary>Somebody else's time.</summary>
/// <param name="Line">The line's code.</param>
public sealed record NotYourHours(Ref Line) : Says;

/// <summary>A line that was said right already.</summary>
/// <param name="Line">Its code.</param>
/// <param name="Now">The code of the line that counts instead, if any.</param>
public sealed record CorrectedAlready(Ref Line, string? Now) : Says;

/// <summary>What should a line say instead?</summary>
/// <param name="Line">Its code.</param>
/// <param name="Time">How much it says.</param>
/// <param name="When">When.</param>
/// <param name="What">What was done.</param>
public sealed record CorrectToWhat(Ref Line, Effort Time, When When, string? What) : Says;

/// <summary>Says a line right, from its button.</summary>
[Untyped]
[HeardBy(Audience.Asker)]
public sealed record CorrectHours(Coded<HoursLine> Line, string? Text = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var line = Line.Value;
        Correcting.CheckMay(line, turn);
        return Text is null
            ? throw new Doubt(new CorrectToWhat(line.Ref, line.Time, line.When, line.What), []) { Parameter = nameof(Text), TakesText = true, OtherWords = "" }
            : Correcting.Of(line, Text, turn);
    }
}

/// <summary>How a line is said right: another takes it back, and one more says what is right.</summary>
internal static class Correcting
{
    /// <summary>Says a line right.</summary>
    /// <param name="line">The line.</param>
    /// <param name="typed">What it says instead: how long, when, for which circle, what; whatever is not said stays. « 0 » takes it back.</param>
    /// <param name="turn">The turn.</param>
    /// <exception cref="Refusal">It is not theirs, or was said right already.</exception>
    public static Says Of(HoursLine line, string typed, Turn turn)
    {
        CheckMay(line, turn);
        if (IsNothing(typed, turn))
        {
            Ledger.TakeBack(line, turn);
            return new HoursTakenBack(line.Ref, line.Time, line.When, line.What);
        }

        var words = new Words(typed);
        var how = new Asked(IsRequired: false, IsAlone: false);
        return Of(line, Lasted.Read(words, how, turn), WorkedOn.Read(words, how, turn), AboutThing.Read(words, how, turn), Tag.Read(words, how, turn), words.LeftText, turn);
    }

    /// <summary>Says a line right; what is not said stays.</summary>
    /// <exception cref="Refusal">It is not theirs, or was said right already.</exception>
    public static Says Of(HoursLine line, Lasted? time, WorkedOn? on, AboutThing? about, Tag? circle, string? text, Turn turn)
    {
        CheckMay(line, turn);
        var who = turn.Find<Member>(line.Member)!;
        var entry = new Entry(time?.Time ?? line.Said ?? line.Time, on ?? new WorkedOn(line.Late ?? line.Day, line.From))
        {
            About = about ?? (line.About is { } code ? new AboutThing(code, line.Title!) : null),
            Circle = circle ?? (line.Circle is { } name ? new Tag(name) : null),
            Text = Plain.Line(text ?? "") is { Length: > 0 } words ? words : line.Text,
            Corrects = line.Id,
            IsAnswer = line.IsAnswer,
        };
        entry.Check(who, turn, line);
        Ledger.TakeBack(line, turn);
        var right = Ledger.Add(entry.Line(who.Id, turn.Member.Id, turn), turn);
        return new HoursCorrected(right.Ref, right.Time, right.When, right.What, line.Ref, right.Late is not null, Ledger.Of(turn).Of(who.Id, HoursPeriod.MonthOf(right.Day)))
        {
            Offers = [Noting.OfferToCorrect(right)],
        };
    }

    // What somebody without account gave, who noted it may say right, and whoever coordinates.
    /// <summary>Refuses to correct what is somebody else's, or was corrected already.</summary>
    public static void CheckMay(HoursLine line, Turn turn)
    {
        var isFree = !turn.HasAccount(turn.Find<Member>(line.Member)!) && (line.By == turn.Member.Id || turn.Member.Roles.Contains(Role.Coordination));
        if (line.Member != turn.Member.Id && !isFree)
        {
            throw new Refusal(new NotYourHours(line.Ref));
        }

        var ledger = Ledger.Of(turn);
        if (!ledger.Stands(line))
        {
            throw new Refusal(new CorrectedAlready(line.Ref, Latest(line, ledger)?.Ref.ToString()));
        }
    }

    private static HoursLine? Latest(HoursLine line, Ledger ledger)
    {
        for (var latest = line; latest is not null; latest = ledger.Lines.FirstOrDefault(each => each.Corrects == latest.Id))
        {
            if (ledger.Stands(latest))
            {
                return latest;
            }
        }

        return null;
    }

    private static bool IsNothing(string typed, Turn turn) => Folding.Fold(Plain.Text(typed)) is "0" or "0h" || turn.Parts.Texts.Words("NothingGiven.words").Contains(Folding.Fold(Plain.Text(typed)));
}
