using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Actions;

/// <summary>« Plus tard », on a button.</summary>
public sealed record LaterPlease : Says;

/// <summary>They will be reminded again.</summary>
/// <param name="When">When.</param>
public sealed record RemindedLater(Instant When) : Says;

/// <summary>Nothing of what they were reminded of is left for them to do.</summary>
public sealed record NothingLeftToDo : Says;

/// <summary>Somebody wants to be reminded of an action again.</summary>
/// <param name="Action">The action's code.</param>
/// <param name="Day">When.</param>
public sealed record SnoozeStands(Ref Action, LocalDate Day) : Says;

/// <summary>Somebody is not reminded again.</summary>
/// <param name="Action">The action's code.</param>
public sealed record SnoozeIsGone(Ref Action) : Says;

/// <summary>Somebody wants to be reminded of an action again, one morning. It goes when they are.</summary>
[Kind("snooze")]
public sealed record Snooze : Document, IDescribed, IForget, IBesideAction
{
    /// <inheritdoc/>
    public required int Action { get; init; }

    /// <summary>Who.</summary>
    public required int Member { get; init; }

    /// <summary>In the morning of which day.</summary>
    public required LocalDate Day { get; init; }

    /// <inheritdoc/>
    public Says Describe(IRecords records) => new SnoozeStands(ActionRef, Day);

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => new SnoozeIsGone(ActionRef);

    /// <inheritdoc/>
    public Document? Forget(Forgotten who) => Member == who.Member ? null : this;

    private Ref ActionRef => new(Kind.Of<CoopAction>().Letter, Action);
}

/// <summary>Some actions, by their codes: « A1 A4 ».</summary>
/// <param name="Numbers">Their numbers.</param>
public sealed record SomeActions(IReadOnlyList<int> Numbers) : IReadable<SomeActions>
{
    /// <inheritdoc/>
    public static SomeActions? Read(Words words, Asked how, Turn turn)
    {
        var numbers = new List<int>();
        while (!words.IsEmpty && Ref.TryParse(words.Left[0].Folded, out var code) && code.Letter == Kind.Of<CoopAction>().Letter)
        {
            numbers.Add(code.Number);
            words.Take(0, 1);
        }

        return numbers.Count == 0 ? null : new SomeActions(numbers);
    }
}

/// <summary>Has who speaks reminded again the next morning on which that is done of what they were reminded of.</summary>
[Untyped]
[HeardBy(Audience.Asker)]
public sealed record Later(SomeActions Actions) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var tomorrow = turn.Today.PlusDays(turn.Settings.QuietHours.IsSilent(turn.Today.PlusDays(1)) ? 2 : 1);
        var mine = Actions.Numbers.Select(turn.Find<CoopAction>).OfType<CoopAction>().Where(action => action.Awaits(turn.Member.Id, turn)).ToList();
        if (mine.Count == 0)
        {
            throw new Refusal(new NothingLeftToDo());
        }

        foreach (var action in mine)
        {
            var former = action.Beside<Snooze>(turn).FirstOrDefault(snooze => snooze.Member == turn.Member.Id);
            turn.Keep(new Snooze { Id = former?.Id ?? turn.NextId<Snooze>(), Action = action.Id, Member = turn.Member.Id, Day = tomorrow });
        }

        RemindOfActions.Arm(turn);
        return new RemindedLater(RemindOfActions.MorningOf(tomorrow, turn));
    }

    /// <summary>The button.</summary>
    internal static Offer OfferFor(IEnumerable<CoopAction> actions) =>
        new(new LaterPlease(), Intent.To<Later>().With(nameof(Actions), string.Join(' ', actions.Select(action => action.Ref.ToString()))));
}
