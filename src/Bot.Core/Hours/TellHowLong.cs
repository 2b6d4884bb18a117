using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Hours;

/// <summary>To who has just finished something: how long did it take?</summary>
/// <param name="Title">Its title.</param>
/// <param name="About">Its code.</param>
public sealed record HowLongDidItTake(string Title, Ref About) : Says;

/// <summary>« Ne plus demander », on a button.</summary>
public sealed record AskMeNoMore : Says;

/// <summary>Nobody asks who pressed any more how long something took.</summary>
public sealed record NotAskedAnyMore : Says;

/// <summary>Answers how long something took, for who presses. Another answer takes the first one's place; the same one changes nothing.</summary>
[Untyped]
[HeardBy(Audience.Asker)]
public sealed record TellHowLong(AboutThing About, Lasted Time) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var ledger = Ledger.Of(turn);
        var known = ledger.Standing.LastOrDefault(line => line is { IsAnswer: true } && line.Member == turn.Member.Id && line.About == About.Code);
        if (known is not null)
        {
            return (known.Said ?? known.Time) == Time.Time ? Noting.Noted(known, null, null, turn) : Correcting.Of(known, Lasted.Typed(Time.Time), turn);
        }

        var entry = new Entry(Time.Time, new WorkedOn(WorkedOn.Today(turn))) { About = About, IsAnswer = true };
        Noting.PlanCall(turn);
        return Noting.Noted(Noting.Note(entry, turn.Member, turn)!, null, null, turn);
    }
}

/// <summary>Has the bot ask who presses no more how long something took.</summary>
[Untyped]
[HeardBy(Audience.Asker)]
public sealed record AskNoMore : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        turn.Keep(HoursHabit.Of(turn.Member.Id, turn) with { IsNotAsked = true });
        return new NotAskedAnyMore();
    }
}
