using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>How far a proposal has come, where its card stays as it was posted.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Answered">How many answered.</param>
/// <param name="Voters">Of how many.</param>
/// <param name="Until">Until when one can answer.</param>
/// <param name="Reached">What it has come to: the name of a <see cref="Stage"/>.</param>
public sealed record DecisionAdvances(Ref Decision, string Title, int Answered, int Voters, Instant Until, string Reached) : Says, IPassing
{
    /// <inheritdoc/>
    public override string Key => $"DecisionAdvances.{Reached}";

    /// <inheritdoc/>
    public Says? Still(Member? reader, Turn turn) => Of(Decision.Number, Enum.Parse<Stage>(Reached), turn);

    /// <inheritdoc/>
    public Says? Joined(Says earlier) => earlier is DecisionAdvances other && other.Decision == Decision ? this : null;

    /// <summary>How far one has come; null when it is over, or when people are told already that it is about to be adopted.</summary>
    internal static DecisionAdvances? Of(int number, Stage stage, Turn turn)
    {
        if (turn.Find<Decision>(number) is not { IsOpen: true } decision || decision.Progress(turn) is not { CoolingUntil: null } progress)
        {
            return null;
        }

        var count = decision.Poll(turn).Count;
        return stage == Stage.NoObjectionLeft && count.Objections > 0 ? null
            : new DecisionAdvances(decision.Ref, decision.Title, count.Answered, count.Voters, progress.Deadline, stage.ToString());
    }
}
