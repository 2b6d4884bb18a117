using Bot.Core.Tests.Replay;
using Bot.Core.Texts;
using Bot.Core.Turns;
using Bot.Host.Replay;

namespace Bot.Core.Tests.Kernel;

/// <summary>What the kernel promises to slices that do not exist yet, shown with toys.</summary>
public sealed class KernelTests
{
    private static readonly Parts Parts = new(
        new TextBook(new Dictionary<string, string>(TextBook.BuiltIn(), StringComparer.Ordinal)
        {
            ["fr/kerneltoys.properties"] = """
                ToyWords = {Text}
                ToyStone.names = toystone
                ToyBreak.names = toybreak
                ToyLater.names = toylater
                ToySure.names = toysure
                """,
        }),
        typeof(KernelTests).Assembly);

    [Fact]
    public Task Facts_are_delivered_breadth_first_to_reactors_by_name() => Plays("""
        Lina> /toystone 1
        bot> plouf
        bot> eau 1
        bot> héron 1
        bot> eau 0
        bot> héron 0
        bot> vague 0
        """);

    [Fact]
    public async Task Facts_without_end_are_a_bug_and_nothing_of_the_turn_is_kept()
    {
        var shown = await Plays("Lina> /toystone 99");
        Assert.Matches("^Désolé, quelque chose a cassé de mon côté \\(code [0-9a-f]{4}\\). Rien n'a changé.$", Plain(Assert.Single(Assert.Single(shown)).Text));
    }

    [Fact]
    public async Task A_command_that_breaks_changes_nothing_and_the_next_one_works()
    {
        var shown = await Plays("""
            Lina> /libres
            Lina> /toybreak
            Lina> /reglages politesse
            """);
        Assert.StartsWith("Désolé", Assert.Single(shown[1]).Text, StringComparison.Ordinal);
        Assert.Contains("politesse : tu", Plain(Assert.Single(shown[2]).Text), StringComparison.Ordinal);
    }

    [Fact]
    public Task A_job_that_breaks_is_let_go_and_one_of_the_same_subject_replaces_the_former() => Plays("""
        Lina> /toylater
        bot> plus tard
        @ +3min
        bot> maintenant b
        @ +3min
        """);

    [Fact]
    public Task Who_says_yes_says_it_to_what_is_true_then() => Plays("""
        Lina> /toysure
        bot→Lina> Sûr, avec 0 ? [Oui] [Non]
        Sam> /action ménage
        bot> Noté : « ménage » (A1). Personne dessus. Erreur ? /oups [Je prends]
        Lina> [Oui]
        bot✎→Lina> Sûr, avec 1 ? [Oui] [Non]
        Lina> [Oui]
        bot> fait, avec 1
        bot✎→Lina> fait, avec 1
        """);

    private static string Plain(string text) => text.Replace('\u00A0', ' ');

    private static async Task<IReadOnlyList<IReadOnlyList<BotMessage>>> Plays(string text)
    {
        var transcript = TranscriptFile.Parse("kernel.fr.chat", text);
        await using var player = new TranscriptPlayer(transcript, Parts, Playing.InMemory(), new PlayManner());
        var shown = await player.Play(transcript);
        if (text.Contains("bot", StringComparison.Ordinal))
        {
            Assert.Equal("", Playing.Differences("kernel", transcript, shown));
        }

        return shown;
    }
}
