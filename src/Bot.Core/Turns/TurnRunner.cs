using Bot.Core.Commands;
using Bot.Core.Texts;

namespace Bot.Core.Turns;

/// <summary>What a turn came to, before it is written down.</summary>
/// <param name="Answer">What to answer, or null to stay silent.</param>
/// <param name="Audience">Who hears it.</param>
/// <param name="IsPersonal">Whether it may never be said to the room instead.</param>
internal sealed record Outcome(Says? Answer, Audience Audience, bool IsPersonal)
{
    /// <summary>Nothing is answered.</summary>
    public static readonly Outcome Silence = new(null, Audience.Asker, IsPersonal: false);

    /// <summary>The question that the answer asks, if it is one.</summary>
    public Question? Question { get; init; }

    /// <summary>Whether it says no: a button that was pressed then stays as it was.</summary>
    public bool IsRefusal { get; init; }
}

/// <summary>Runs what somebody means: binds the command, runs it, has others react, and turns doubts into questions.</summary>
internal static class TurnRunner
{
    public static Outcome Run(Turn turn, Meaning meaning)
    {
        if (meaning.IsDone)
        {
            turn.Parts.Reactions.Deliver(turn.Facts, turn);
            return new Outcome(meaning.Reply, turn.HeardBy ?? Audience.Room, turn.HeardBy == Audience.Asker);
        }

        if (meaning.Intent is null)
        {
            return meaning.Reply is null ? Outcome.Silence : new Outcome(meaning.Reply, Audience.Asker, IsPersonal: false) { IsRefusal = true };
        }

        if (turn.Parts.Commands.Find(meaning.Intent.Command) is not { } entry)
        {
            return new Outcome(new ButtonGone(), Audience.Asker, IsPersonal: false) { IsRefusal = true };
        }

        var isPersonal = entry.IsPersonal;
        var open = turn.OpenQuestion();
        try
        {
            turn.Intent = meaning.Intent;
            var command = entry.Bind(meaning.Intent, turn);
            if (open is not null && command is not TakeBack)
            {
                turn.Close(open);
            }

            var answer = command.Run(turn);
            turn.Parts.Reactions.Deliver(turn.Facts, turn);
            var audience = turn.HeardBy ?? entry.Audience;
            return new Outcome(answer, audience, isPersonal || (turn.HeardBy == Audience.Asker && turn.Undoes is not null));
        }
        catch (Refusal refusal)
        {
            turn.Forget();
            if (open is not null && meaning.Answers is null)
            {
                turn.Close(open);
            }

            return new Outcome(refusal.Says, Audience.Asker, isPersonal) { IsRefusal = true };
        }
        catch (Doubt doubt)
        {
            turn.Forget();
            return Ask(turn, meaning.Intent with { Words = doubt.OtherWords ?? meaning.Intent.Words }, doubt, isPersonal);
        }
    }

    private static Outcome Ask(Turn turn, Intent intent, Doubt doubt, bool isPersonal)
    {
        foreach (var earlier in turn.Live<Question>().Where(each => each.Member == turn.Member.Id && each.Room == (turn.Room?.Id ?? 0)).ToList())
        {
            turn.Close(earlier);
        }

        // Without it the question could be kept, and never be read again.
        var parameter = doubt.Parameter ?? throw new InvalidOperationException($"A doubt of {intent.Command} does not say which parameter its answer is for.");
        var meanings = doubt.Ways.Select(way => way.Instead
            ?? (way.Value is null ? Intent.To<LeaveAsItIs>() : intent.With(parameter, way.Value))).ToList();
        var voice = turn.VoiceFor(turn.Member);
        var question = new Question
        {
            Id = turn.NextId<Question>(),
            Member = turn.Member.Id,
            Room = turn.Room?.Id ?? 0,
            IsAway = turn.IsAway,
            Intent = intent,
            Parameter = parameter,
            TakesText = doubt.TakesText,
            Labels = [.. doubt.Ways.Select(way => turn.Parts.Texts.Write(way.Label, voice))],
            Meanings = meanings,
            Until = turn.Now + Question.Patience,
        };
        var says = doubt.Question with { Offers = [.. doubt.Ways.Zip(meanings, (way, meaning) => new Offer(way.Label, meaning))] };
        return new Outcome(says, Audience.Asker, isPersonal) { Question = question };
    }
}
