namespace Bot.Core.Decisions;

/// <summary>One decision, as it is taken elsewhere: plain words, in the language of who asks.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Text">Its text.</param>
/// <param name="Author">Who proposed it.</param>
/// <param name="OpenedOn">The day it was opened, in ISO 8601.</param>
/// <param name="Outcome">How it ended, or that it is open.</param>
/// <param name="ClosedOn">The day it ended, in ISO 8601; empty while it is open.</param>
/// <param name="Counts">What was counted.</param>
/// <param name="Concerns">Concerns and objections, one each.</param>
/// <param name="Note">What its author added.</param>
/// <param name="ReviewOn">The day it is looked at again, in ISO 8601; empty when it is not.</param>
public sealed record Entry(
    string Code, string Text, string Author, string OpenedOn, string Outcome, string ClosedOn, string Counts, IReadOnlyList<string> Concerns, string Note, string ReviewOn)
{
    /// <summary>It as a row of a table.</summary>
    public IReadOnlyList<string> Row => [Code, Text, Author, OpenedOn, Outcome, ClosedOn, Counts, string.Join(" / ", Concerns), Note, ReviewOn];
}
