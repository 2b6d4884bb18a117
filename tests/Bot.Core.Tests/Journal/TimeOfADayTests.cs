using System.Globalization;
using Bot.Core.Commands;
using Bot.Core.Facts;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Tests.Replay;
using Bot.Core.Texts;
using Bot.Core.Turns;
using Bot.Host.Replay;

namespace Bot.Core.Tests.Journal;

/// <summary>Gives so many minutes, so many days ago: <c>/toygive 90 0</c>.</summary>
public sealed record ToyGive(string What) : ICommand
{
    public Says Run(Turn turn)
    {
        int[] numbers = [.. What.Split(' ').Select(word => int.Parse(word, CultureInfo.InvariantCulture))];
        turn.Raise(new HoursGiven(new Ref('H', 1), turn.Today.PlusDays(-numbers[1]), new Effort(numbers[0])));
        return new ToyGiven();
    }
}

/// <summary>Done.</summary>
public sealed record ToyGiven : Says;

/// <summary>Each day tells how much time people gave, and not who.</summary>
public sealed class TimeOfADayTests
{
    private const string Conversation = """
        Lina> /toygive 90 0
        bot> Ok. Erreur ? /oups
        Sam> /toygive 60 0
        bot> Ok. Erreur ? /oups
        Sam> /toygive 45 30
        bot> Ok. Erreur ? /oups
        Noé> /jour
        bot> Sam. 21 nov. : 2 h 30 en tout.
        Noé> /jour 22 octobre
        bot> Jeu. 22 oct. : 45 min en tout.
        Noé> /journal beau temps
        bot> Ajouté au journal du sam. 21 nov. (J1). Erreur ? /oups
        Sam> /toygive -60 0
        bot> Ok. Erreur ? /oups
        Noé> /jour
        bot> Sam. 21 nov. : 1 note et 1 h 30 en tout.
          Note : « beau temps » (J1), Noé.
        Sam> /oups
        bot> Annulé : c'est comme avant.
        bot✎> Annulé : c'est comme avant.
        --- restart
        Noé> /jour
        bot> Sam. 21 nov. : 1 note et 2 h 30 en tout.
          Note : « beau temps » (J1), Noé.
        """;

    private static readonly Parts Parts = new(
        new TextBook(new Dictionary<string, string>(TextBook.BuiltIn(), StringComparer.Ordinal)
        {
            ["fr/timetoys.properties"] = "ToyGive.names = toygive\nToyGiven = Ok.\n",
        }),
        typeof(TimeOfADayTests).Assembly);

    [Fact]
    public async Task A_day_tells_the_sum_of_what_was_given_and_what_is_taken_back_counts_no_more()
    {
        var transcript = TranscriptFile.Parse("time.chat", Conversation + "\n");
        await using var player = new TranscriptPlayer(transcript, Parts, Playing.InMemory(), new PlayManner());
        Assert.Equal("", Playing.Differences("time.chat", transcript, await player.Play(transcript)));
    }
}
