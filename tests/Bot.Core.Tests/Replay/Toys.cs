using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Tests.Replay;

/// <summary>Some words.</summary>
public sealed record ToySaid(string Text) : Says;

/// <summary>« Encore », on a button.</summary>
public sealed record ToyMore : Says;

/// <summary>Something rings.</summary>
public sealed record ToyRang(string Text, Instant When) : Says;

/// <summary>Says what it is told, louder with each press.</summary>
public sealed record ToyEcho(string Text) : ICommand
{
    public Says Run(Turn turn) =>
        new ToySaid(Text) { Offers = [new Offer(new ToyMore(), Intent.To<ToyEcho>().With(nameof(Text), Text + "!"))] };
}

/// <summary>Rings after so many minutes: <c>/toyring 5 thé</c>.</summary>
public sealed record ToyRing(string Text) : ICommand
{
    public Says Run(Turn turn)
    {
        var words = Text.Split(' ');
        turn.At(turn.Now + Duration.FromMinutes(int.Parse(words[0], CultureInfo.InvariantCulture)), new ToyBell(words[1]));
        return new ToySaid("Ok.");
    }
}

/// <summary>The bell of <see cref="ToyRing"/>.</summary>
public sealed record ToyBell(string Subject) : Job(Subject)
{
    public override void Run(Turn turn, Instant due) => turn.Tell(turn.Find<Room>(turn.Settings.Home)!, new ToyRang(Subject, turn.Now), OutgoingKind.Urgent);
}

/// <summary>A bot with commands of no use.</summary>
internal static class Toys
{
    private const string Texts = """
        ToyEcho.names = toyecho
        ToyRing.names = toyring
        ToySaid = {Text}
        ToyMore = Encore
        ToyRang = Dring, {Text} : {When}.
        """;

    public static readonly Parts Parts = new(
        new TextBook(new Dictionary<string, string>(TextBook.BuiltIn(), StringComparer.Ordinal) { ["fr/toys.properties"] = Texts }),
        typeof(Toys).Assembly);
}
