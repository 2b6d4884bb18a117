using System.Globalization;
using Bot.Core.Memory;
using Bot.Core.Texts;

namespace Bot.Core.Actions;

/// <summary>One action on the board, on one line of a phone.</summary>
/// <param name="Action">Its code.</param>
/// <param name="Title">What fits of its title.</param>
/// <param name="Seats">How many are on it and how many it takes, « 1/3 », while it needs several and lacks some.</param>
/// <param name="Who">Who was first on it, if anybody is.</param>
/// <param name="More">How many more are on it, if any.</param>
public sealed record ActionOnBoard(Ref Action, string Title, string? Seats, string? Who, int? More) : Says
{
    /// <summary>As many characters as one line of a phone shows.</summary>
    internal const int Width = 38;

    private const int LongestName = 14;

    /// <summary>What fits of an action.</summary>
    /// <param name="action">The action.</param>
    /// <param name="records">Where names stand.</param>
    public static ActionOnBoard Of(CoopAction action, IRecords records) => Of(
        action.Ref, action.Title, action is { IsFree: true, Seats: > 1 } ? string.Create(CultureInfo.InvariantCulture, $"{action.Owners.Count}/{action.Seats}") : null, action.Who(records));

    /// <summary>What fits of an action.</summary>
    internal static ActionOnBoard Of(Ref code, string title, string? seats, IReadOnlyList<string> names)
    {
        var who = names.Count == 0 ? null : names[0].Length > LongestName ? Plain.Short(names[0], LongestName) : names[0];
        int? more = names.Count > 1 ? names.Count - 1 : null;
        var rest = string.Create(CultureInfo.InvariantCulture, $"{code} {(seats is null ? "" : $" ({seats})")}{(who is null ? "" : $", {who}")}{(more is null ? "" : $" +{more}")}");
        return new ActionOnBoard(code, Plain.Short(title, Width - rest.Length), seats, who, more);
    }
}
