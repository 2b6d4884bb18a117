using Bot.Core.Commands;
using Bot.Core.Facts;
using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Tests.Kernel;

/// <summary>Some words of a toy.</summary>
public sealed record ToyWords(string Text) : Says;

/// <summary>A stone fell.</summary>
public sealed record StoneFell(int Waves);

/// <summary>The water moved.</summary>
public sealed record WaterMoved(int Waves);

/// <summary>Throws a stone: <c>/toystone 3</c>.</summary>
public sealed record ToyStone(PageNumber Waves) : ICommand
{
    public Says Run(Turn turn)
    {
        turn.Raise(new StoneFell(Waves.Number));
        turn.Raise(new StoneFell(0));
        return new ToyWords("plouf");
    }
}

/// <summary>The first to notice, by name.</summary>
public sealed class AWater : IReactTo<StoneFell>, IReactTo<WaterMoved>
{
    public void When(StoneFell fact, Turn turn)
    {
        turn.Tell(turn.Room!, new ToyWords($"eau {fact.Waves}"));
        turn.Raise(new WaterMoved(fact.Waves - 1));
    }

    public void When(WaterMoved fact, Turn turn)
    {
        if (fact.Waves > 0)
        {
            turn.Raise(new WaterMoved(fact.Waves - 1));
        }
    }
}

/// <summary>The second to notice, by name.</summary>
public sealed class BHeron : IReactTo<StoneFell>, IReactTo<WaterMoved>
{
    public void When(StoneFell fact, Turn turn) => turn.Tell(turn.Room!, new ToyWords($"héron {fact.Waves}"));

    public void When(WaterMoved fact, Turn turn)
    {
        if (fact.Waves >= 0)
        {
            turn.Tell(turn.Room!, new ToyWords($"vague {fact.Waves}"));
        }
    }
}

/// <summary>Keeps something, then breaks.</summary>
public sealed record ToyBreak : ICommand
{
    public Says Run(Turn turn)
    {
        turn.Keep(turn.Settings with { Vous = true });
        throw new InvalidOperationException("A bug.");
    }
}

/// <summary>Has a job that breaks, and one after it that does not.</summary>
public sealed record ToyLater : ICommand
{
    public Says Run(Turn turn)
    {
        turn.At(turn.Now + Duration.FromMinutes(1), new ToyBroken("a"));
        turn.At(turn.Now + Duration.FromMinutes(2), new ToyTells("b"));
        turn.At(turn.Now + Duration.FromMinutes(2), new ToyTells("b"));
        return new ToyWords("plus tard");
    }
}

/// <summary>A job that breaks.</summary>
public sealed record ToyBroken(string Subject) : Job(Subject)
{
    public override void Run(Turn turn, Instant due) => throw new InvalidOperationException("A bug.");
}

/// <summary>A job that tells.</summary>
public sealed record ToyTells(string Subject) : Job(Subject)
{
    public override void Run(Turn turn, Instant due) => turn.Tell(turn.Find<Room>(1)!, new ToyWords($"maintenant {Subject}"));
}

/// <summary>Asks before it does what changes: how many actions there are.</summary>
public sealed record ToySure : ICommand
{
    public Says Run(Turn turn)
    {
        var count = turn.Live<Actions.CoopAction>().Count();
        turn.Confirm(new ToyWords($"Sûr, avec {count} ?"));
        return new ToyWords($"fait, avec {count}");
    }
}
