using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Hours;

/// <summary>What somebody gave in all.</summary>
/// <param name="Who">Whose, when not of who asks.</param>
/// <param name="Month">This month.</param>
/// <param name="InMonth">In it.</param>
/// <param name="Year">This year.</param>
/// <param name="InYear">In it.</param>
/// <param name="Total">Since ever.</param>
/// <param name="Approved">What of it is believed for good.</param>
/// <param name="Dues">How they stand with what each owes, where they do.</param>
internal sealed record Counters(string? Who, Says Month, Effort InMonth, int Year, Effort InYear, Effort Total, Effort Approved, Says? Dues) : Says;

/// <summary>How somebody stands with the time each owes.</summary>
/// <param name="Due">What is due in this cycle.</param>
/// <param name="Until">Its last day.</param>
/// <param name="Done">What they gave in it.</param>
/// <param name="Left">What is left, if anything.</param>
/// <param name="Saved">What they gave beyond what was due before, if anything.</param>
/// <param name="Owed">What they still owe of the cycles before, if anything.</param>
public sealed record DuesStand(Effort Due, When Until, Effort Done, Effort? Left, Effort? Saved, Effort? Owed) : Says;

/// <summary>Somebody owes nothing in this cycle.</summary>
/// <param name="Until">Its last day.</param>
/// <param name="Saved">What they gave beyond what was due before, if anything.</param>
public sealed record NothingIsDue(When Until, Effort? Saved) : Says;

/// <summary>Somebody owes no time for a while.</summary>
/// <param name="Who">Who.</param>
/// <param name="When">For which days.</param>
public sealed record OnLeave(string Who, When When) : Says;

/// <summary>Somebody owes time again.</summary>
/// <param name="Who">Who.</param>
public sealed record LeaveIsOver(string Who) : Says;

/// <summary>Whether somebody is to owe nothing: « dispense », « fin de dispense ».</summary>
/// <param name="IsOver">Whether they owe time again.</param>
public sealed record LeaveWord(bool IsOver) : IReadable<LeaveWord>
{
    /// <inheritdoc/>
    public static LeaveWord? Read(Words words, Asked how, Turn turn)
    {
        var phrases = turn.Parts.Texts.Words("LeaveOver.words").Select(phrase => (Phrase: phrase, IsOver: true))
            .Concat(turn.Parts.Texts.Words("Leave.words").Select(phrase => (Phrase: phrase, IsOver: false)));
        foreach (var (phrase, isOver) in phrases)
        {
            for (var start = 0; start < words.Left.Count; start++)
            {
                if (words.Spells(phrase, start) is > 0 and var length)
                {
                    words.Take(start, length);
                    return new LeaveWord(isOver);
                }
            }
        }

        return null;
    }
}

/// <summary>Shows who asks what they gave in all, and whether they owe some; whoever coordinates sees others', and says who owes nothing for a while.</summary>
[HeardBy(Audience.Asker)]
[Needs(Role.Coordination, WhenGiven = nameof(Whose))]
public sealed record ShowCounters(LeaveWord? Leave = null, Due? Until = null, Person? Whose = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var who = Whose?.Member ?? turn.Member;
        if (Leave is not null)
        {
            Permission.Check(Role.Coordination, turn);
            return GiveLeave(who, Leave.IsOver, turn);
        }

        var today = WorkedOn.Today(turn);
        var ledger = Ledger.Of(turn);
        var (month, year) = (HoursPeriod.MonthOf(today), HoursPeriod.YearOf(today));
        var approved = Ledger.Sum(ledger.Standing.Where(line => line.Member == who.Id && ledger.StateOf(line, turn, turn.Now) is LineState.Approved or LineState.Locked));
        return new Counters(turn.IsSpeaker(who) ? null : who.Name, month.Told(), ledger.Of(who.Id, month), today.Year, ledger.Of(who.Id, year), ledger.Of(who.Id), approved, Told(Dues.Of(who.Id, today, ledger, turn)));
    }

    private static Says? Told(Dues? dues)
    {
        if (dues is null)
        {
            return null;
        }

        var until = new When.OnDay(dues.Cycle.Last);
        return dues.Due.Minutes == 0
            ? new NothingIsDue(until, Positive(dues.Saved.Minutes))
            : new DuesStand(dues.Due, until, dues.Done, Positive(dues.Left.Minutes), Positive(dues.Saved.Minutes), Positive(-dues.Saved.Minutes));
    }

    private static Effort? Positive(int minutes) => minutes > 0 ? new Effort(minutes) : null;

    private Says GiveLeave(Member who, bool isOver, Turn turn)
    {
        var habit = HoursHabit.Of(who.Id, turn);
        if (isOver)
        {
            turn.Keep(habit with { Leaves = [.. (habit.Leaves ?? []).Select(leave => leave.To is null || leave.To > turn.Today ? leave with { To = turn.Today } : leave)] });
            return new LeaveIsOver(who.Name);
        }

        var leave = new Leave(turn.Today, Until?.On.Day);
        turn.Keep(habit with { Leaves = [.. habit.Leaves ?? [], leave] });
        return new OnLeave(who.Name, leave.To is { } last ? new When.Days(leave.From, last) : new When.OnDay(leave.From));
    }
}
