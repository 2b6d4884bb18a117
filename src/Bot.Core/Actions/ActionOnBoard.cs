using System.Globalization;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Actions;

/// <summary>One action on the board, on one line of a phone.</summary>
/// <param name="Action">Its code.</param>
/// <param name="Title">What fits of its title.</param>
/// <param name="Seats">How many are on it and how many it takes, « 1/3 », while it needs several and lacks some; or how many have done theirs.</param>
/// <param name="Due">For when it is, in digits: « 26/11 », « 24-26/11 ».</param>
/// <param name="Steps">How far it is, when it has steps.</param>
/// <param name="Who">Who was first on it, if anybody is.</param>
/// <param name="More">How many more are on it, if any.</param>
public sealed record ActionOnBoard(Ref Action, string Title, string? Seats, string? Due, Says? Steps, string? Who, int? More) : Says
{
    /// <summary>As many characters as one line of a phone shows.</summary>
    internal const int Width = 38;

    private const int LongestName = 14;
    private const int WordsOfSteps = 7;
    private const int LeastOfATitle = 12;

    /// <summary>What fits of an action.</summary>
    /// <param name="action">The action.</param>
    /// <param name="turn">The turn.</param>
    public static ActionOnBoard Of(CoopAction action, Turn turn)
    {
        var isOpen = action.IsOpen;
        var seats = action is { IsFree: true, Seats: > 1 } ? Share(action.Owners.Count, action.Seats) : isOpen && action.Theirs(turn) is { } theirs ? Share(theirs.Done, theirs.Count) : null;
        return Of(action.Ref, action.Title, seats, isOpen ? Short(action.Due) : null, isOpen ? StepsSoFar.Of(action, turn) : null, action.Who(turn));
    }

    /// <summary>What fits of an action: when little of its title would be left, first its steps make room, then its day.</summary>
    internal static ActionOnBoard Of(Ref code, string title, string? seats, string? due, StepsSoFar? steps, IReadOnlyList<string> names)
    {
        var who = names.Count == 0 ? null : names[0].Length > LongestName ? Plain.Short(names[0], LongestName) : names[0];
        int? more = names.Count > 1 ? names.Count - 1 : null;
        var least = Math.Min(title.Length, LeastOfATitle);
        steps = Room(due, steps) < least ? null : steps;
        due = Room(due, steps) < least ? null : due;
        return new ActionOnBoard(code, Plain.Short(title, Room(due, steps)), seats, due, steps, who, more);

        int Room(string? due, StepsSoFar? steps)
        {
            var rest = $"{code} {(seats is null ? "" : $" ({seats})")}{(due is null ? "" : $", {due}")}{(who is null ? "" : $", {who}")}{(more is null ? "" : $" +{more}")}";
            return Width - rest.Length - (steps is null ? 0 : $"{steps.Done}{steps.Count}".Length + WordsOfSteps);
        }
    }

    private static string Share(int part, int whole) => string.Create(CultureInfo.InvariantCulture, $"{part}/{whole}");

    private static string? Short(DueOn? due) => due is null ? null : string.Create(CultureInfo.InvariantCulture, $"{Before(due)}{due.Day.Day}/{due.Day.Month}");

    private static string Before(DueOn due) => due.From is not { } first ? ""
        : first.Month == due.Day.Month ? string.Create(CultureInfo.InvariantCulture, $"{first.Day}-")
        : string.Create(CultureInfo.InvariantCulture, $"{first.Day}/{first.Month}-");
}
