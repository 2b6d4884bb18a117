using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Actions;

/// <summary>In an action's history: somebody would have another take it.</summary>
/// <param name="By">Who.</param>
/// <param name="To">Who might.</param>
/// <param name="When">When.</param>
public sealed record HandingTold(string By, string To, Instant When) : Says;

/// <summary>Somebody can accept an action.</summary>
/// <param name="To">Who.</param>
/// <param name="Action">Its code.</param>
public sealed record HandingStands(string To, Ref Action) : Says;

/// <summary>Nobody is asked any more.</summary>
/// <param name="To">Who was.</param>
/// <param name="Action">The action's code.</param>
public sealed record HandingIsGone(string To, Ref Action) : Says;

/// <summary>Somebody would have another take an action: proposed is not accepted. It goes once there is an answer, or the action is put away.</summary>
[Kind("handing")]
public sealed record Handing : Document, IDescribed, IForget, IBesideAction
{
    /// <inheritdoc/>
    public required int Action { get; init; }

    /// <summary>Who proposes it.</summary>
    public required int From { get; init; }

    /// <summary>Who can accept it.</summary>
    public required int To { get; init; }

    /// <summary>Whether the one has it, and the other would have it instead.</summary>
    public bool IsHandover { get; init; }

    /// <summary>When it was proposed.</summary>
    public required Instant At { get; init; }

    /// <summary>The newest that waits for somebody's answer; null when none does.</summary>
    /// <param name="action">The action.</param>
    /// <param name="to">Who can answer.</param>
    /// <param name="records">Where they stand.</param>
    public static Handing? Waiting(CoopAction action, Member to, IRecords records) => action.Beside<Handing>(records).LastOrDefault(each => each.To == to.Id);

    /// <summary>How it reads in the action's history, while it waits.</summary>
    /// <param name="records">Where names stand.</param>
    public Says Tell(IRecords records) => new HandingTold(Name(From, records), Name(To, records), At);

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new HandingStands(Name(To, records), ActionRef);

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => new HandingIsGone(Name(To, records), ActionRef);

    /// <inheritdoc/>
    public Document? Forget(Forgotten who) => From == who.Member || To == who.Member ? null : this;

    private Ref ActionRef => new(Kind.Of<CoopAction>().Letter, Action);

    private static string Name(int member, IRecords records) => records.Find<Member>(member)!.Name;
}
