using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Tests.Kernel;

/// <summary>Tells something at once: <c>/toytell news room 2 words</c>, <c>/toytell nudge member 3 words 90</c> (for so many minutes).</summary>
public sealed record ToyTell(string What) : ICommand
{
    public Says Run(Turn turn)
    {
        Tell(What, turn);
        return new ToyWords("ok");
    }

    internal static void Tell(string what, Turn turn)
    {
        var words = what.Split(' ');
        var kind = Enum.Parse<OutgoingKind>(words[0], ignoreCase: true);
        var until = words.Length > 4 ? turn.Now + Duration.FromMinutes(int.Parse(words[4], null)) : (Instant?)null;
        var to = int.Parse(words[2], null);
        if (words[1] == "room")
        {
            turn.Tell(turn.Find<Room>(to)!, new ToyWords(words[3]), kind, until);
        }
        else
        {
            turn.Tell(turn.Find<Member>(to)!, new ToyWords(words[3]), kind, until);
        }
    }
}

/// <summary>Has the same told a minute later, when nobody speaks.</summary>
public sealed record ToyTellLater(string What) : ICommand
{
    public Says Run(Turn turn)
    {
        turn.At(turn.Now + Duration.FromMinutes(1), new ToyTellsThen(What));
        return new ToyWords("ok");
    }
}

/// <summary>A job that tells it.</summary>
public sealed record ToyTellsThen(string Subject) : Job(Subject)
{
    public override void Run(Turn turn, Instant due) => ToyTell.Tell(Subject, turn);
}
