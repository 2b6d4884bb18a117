using Bot.Core.Tests.Replay;
using Bot.Host.Replay;

namespace Bot.Core.Tests.Decisions;

/// <summary>
/// A decision is looked at again after half a year. No platform tells the bot a year-old message once more, so these conversations are
/// not among the transcripts, which are.
/// </summary>
public sealed class ReviewTests
{
    private const string Adopted = """
        Awa> /regles
        Li> /qui
        Sam> /qui
        Awa> /consentement fermer le lundi
        Li> /accord
        Sam> /accord
        """;

    [Fact]
    public Task After_six_months_the_group_is_asked_three_questions_and_keeps_it() => Reads("""
        @ 2027-05-21 09:01
        bot> À revoir : « fermer le lundi » (D1), décidé sam. 21 nov. 2026.
          Qu'est-ce que ça a apporté ? Que faut-il abandonner ? Que faut-il améliorer ?
          Pour un nouveau texte : /amender D1
          [Reconduire] [Proposer d'y mettre fin]
        Li> [Reconduire]
        bot✎ D1> Reconduit : « fermer le lundi » (D1). À revoir dim. 21 nov. Erreur ? /oups
        @ 2027-11-22 09:02
        bot> À revoir : « fermer le lundi » (D1), décidé sam. 21 nov. 2026.
          Qu'est-ce que ça a apporté ? Que faut-il abandonner ? Que faut-il améliorer ?
          Pour un nouveau texte : /amender D1
          [Reconduire] [Proposer d'y mettre fin]
        """);

    [Fact]
    public Task Ending_a_decision_is_decided_too_and_then_it_stands_no_more() => Reads("""
        Sam> /revoir D1 abroger
        bot> Proposition D2, de Sam :
          « Mettre fin à D1 : « fermer le lundi » »
          À répondre avant sam. 28 nov., 18 h.
          Réponses : 1 sur 3 (il en faut 3)
          D'accord : 1 (Sam)
          [D'accord] [Abstention] [Réserve] [Objection] [Question]
        Awa> D2 d'accord
        Li> D2 d'accord
        Sam> /revoir D1
        bot→Sam> « fermer le lundi » (D1) n'est pas une décision en cours.
        Sam> /decisions fermer le lundi
        bot> 2 décisions pour « fermer le lundi » :
          D2 Mettre fin à D1 : « fermer le lundi » : adoptée sam. 21 nov., 10 h
          D1 fermer le lundi : n'a plus cours (adoptée sam. 21 nov., 10 h)
        """);

    [Fact]
    public Task Another_text_for_what_was_decided_is_a_new_proposal_that_takes_its_place() => Reads("""
        Sam> /amender D1 fermer le lundi matin
        bot→Sam> « fermer le lundi » (D1) est décidé. Pour le changer, il faut une nouvelle proposition. [Proposer ce texte]
        Sam> [Proposer ce texte]
        Awa> D2 d'accord
        Li> D2 d'accord
        Sam> /resultat D1
        bot> D1 : n'a plus cours (adoptée sam. 21 nov., 10 h).
          « fermer le lundi »
          3 réponses sur 3, 3 d'accord.
        """);

    // Only what stands under a line is compared: the answers to the others are other tests'.
    private static async Task Reads(string story)
    {
        var transcript = TranscriptFile.Parse("review.fr.chat", Adopted + "\n" + story);
        await using var player = new TranscriptPlayer(transcript, Playing.Parts, Playing.InMemory(), new PlayManner());
        var shown = await player.Play(transcript);
        var told = transcript.Steps.Zip(shown).Where(pair => pair.First.Expected.Count > 0).ToList();
        Assert.NotEmpty(told);
        Assert.All(told, pair => Assert.True(Comparison.Agrees(pair.First, pair.Second), Comparison.Difference("review", pair.First, pair.Second)));
    }
}
