using Bot.Host.Replay;

namespace Bot.Core.Tests.Replay;

public class TranscriptPlayerTests
{
    [Theory]
    [InlineData("in the group, in a room, in private", """
        Sam> /toyecho un
        bot> un [Encore]
        Sam #jardin> /toyecho deux
        bot #jardin> deux [Encore]
        Sam (privé)> /toyecho trois
        bot→Sam> trois [Encore]
        """)]
    [InlineData("nobody speaks to the bot", """
        Sam> bonjour
        Sam> /toyecho un
        bot> un [Encore]
        --- Lina joins
        Lina> toyecho deux
        Lina> @bot toyecho deux
        bot> deux [Encore]
        Lina re> toyecho trois
        bot> trois [Encore]
        """)]
    [InlineData("the bot is added to a group", """
        --- Sam adds the bot to #cantine
        bot #cantine> Bonjour ! Je garde la mémoire du groupe : qui fait quoi, et ce qu'on a décidé.
          Pour commencer : /action jardinage, puis /claim jardinage.
          Je ne lis que ce qui m'est adressé. /aide
        """)]
    [InlineData("the newest button, an older one, one that is shown no longer", """
        Sam> /toyecho un
        bot> un [Encore]
        Sam> /toyecho deux
        bot> deux [Encore]
        Lina> [Encore]
        bot✎> deux! [Encore]
        Lina> [Encore]
        bot✎> deux!! [Encore]
        Lina> [Encore] old
        bot✎> deux!! [Encore]
        """)]
    [InlineData("a button in a room or in private is pressed there", """
        Sam> /toyecho un
        bot> un [Encore]
        Sam #jardin> /toyecho deux
        bot #jardin> deux [Encore]
        Lina> [Encore]
        bot✎> un! [Encore]
        Lina #jardin> [Encore]
        bot✎ #jardin> deux! [Encore]
        Sam (privé)> /toyecho trois
        bot→Sam> trois [Encore]
        Lina> [Encore]
        bot✎> un!! [Encore]
        Sam> [Encore]
        bot✎→Sam> trois! [Encore]
        """)]
    [InlineData("a keycap chooses, other reactions are left to people", """
        Sam> /toyecho un
        bot> un [Encore]
        Lina react 👍>
        Lina react 1️⃣>
        bot✎> un! [Encore]
        """)]
    [InlineData("an edit takes the place of what was said", """
        Sam> /toyecho un
        bot> un [Encore]
        Sam> peu importe
        Sam edit> /toyecho deux
        bot> deux [Encore]
        """)]
    [InlineData("jobs run on the way, at their time and in their order", """
        Sam> /toyring 20 pain
        bot> Ok.
        Sam> /toyring 5 thé
        bot> Ok.
        @ 2026-11-21 10:04:59
        @ +30min
        bot> Dring, thé : sam. 21 nov., 10 h 05.
        bot> Dring, pain : sam. 21 nov., 10 h 20.
        """)]
    [InlineData("a job that became due while the bot did not run comes late", """
        Sam> /toyring 20 pain
        bot> Ok.
        --- restart
        --- down until 2026-11-21 11:00
        bot> Dring, pain : sam. 21 nov., 11 h.
        Sam> [Encore] old
        """, 6)]
    [InlineData("what people see outlives the bot", """
        Sam> /toyecho un
        bot> un [Encore]
        --- restart
        Lina> [Encore]
        bot✎> un! [Encore]
        --- down until 2026-11-21 12:00
        Lina> [Encore]
        bot✎> un!! [Encore]
        """)]
    [InlineData("what one person sees in the group, the others do not see", """
        % platform buttons edit ephemeral
        Sam> /toyecoh un
        bot→Sam> Tu voulais /toyecho ? [Oui]
        Sam> [Oui]
        bot> un [Encore]
        bot✎→Sam> un [Encore]
        """)]
    [InlineData("a button that another person sees", "% platform ephemeral buttons\nSam> /toyecoh un\nLina> [Oui]", 3)]
    [InlineData("there is no such button", "Sam> [Encore]", 1)]
    [InlineData("there is nothing to reply to", "--- Sam joins\nSam re> oui", 2)]
    [InlineData("there is nothing to react to", "Sam react 👍>", 1)]
    [InlineData("there is nothing to edit", "Sam #jardin> oui\nSam edit> non", 2)]
    public async Task It_is_played(string what, string text, int? malformed = null)
    {
        var transcript = TranscriptFile.Parse("a.fr.chat", text);
        foreach (var manner in new[] { new PlayManner(), new PlayManner { Twice = true }, new PlayManner { RestartsBetween = true } })
        {
            await using var player = new TranscriptPlayer(transcript, Toys.Parts, Playing.InMemory(), manner);
            if (malformed is null)
            {
                var differences = Playing.Differences(what, transcript, await player.Play(transcript));
                Assert.True(differences.Length == 0, differences);
            }
            else
            {
                Assert.Equal(malformed, (await Assert.ThrowsAsync<MalformedTranscriptException>(() => player.Play(transcript))).Line);
            }
        }
    }

    [Fact]
    public async Task A_difference_is_shown_beside_what_agrees()
    {
        var transcript = TranscriptFile.Parse("a.fr.chat", "# titre\nSam> /toyecho un\nbot> deux [Encore]\nbot> trois\nSam> merci\n");
        await using var player = new TranscriptPlayer(transcript, Toys.Parts, Playing.InMemory(), new PlayManner());
        var shown = await player.Play(transcript);

        Assert.Equal(
            "a.chat:3\n      Sam> /toyecho un\n    − bot> deux [Encore]\n    − bot> trois\n    + bot> un [Encore]\n",
            Playing.Differences("a.chat", transcript, shown));
        Assert.Equal("# titre\nSam> /toyecho un\nbot> un [Encore]\nSam> merci\n", Transcripts.Rewritten(transcript, shown));
    }

    [Fact]
    public async Task Accepting_keeps_everything_that_agrees_as_it_was_written()
    {
        const string text = "% lang fr\n\nSam> /toyecho  un\n# pourquoi\nbot>   un   [Encore]\n\nSam> /toyecho deux\n";
        var transcript = TranscriptFile.Parse("a.fr.chat", text);
        await using var player = new TranscriptPlayer(transcript, Toys.Parts, Playing.InMemory(), new PlayManner());

        Assert.Equal(text + "bot> deux [Encore]\n", Transcripts.Rewritten(transcript, await player.Play(transcript)));
    }
}
