using System.Text;
using Bot.Core.Chat;
using Bot.Core.Decisions;
using Bot.Core.Texts;

namespace Bot.Core.Tests.Decisions;

/// <summary>What members wrote is data elsewhere too: no formula, no markup.</summary>
public sealed class ExportTests
{
    private static readonly Entry Mower = new(
        "D1", "acheter *une* tondeuse <b>", "Awa", "2026-11-21", "Adoptée.", "2026-11-24", "3 réponses sur 5.", ["Réserve, Jo : « l'_entretien_ »"], "On y va", "2027-05-24");

    [Theory]
    [InlineData("simple", "simple")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData(" @somme", "' @somme")]
    [InlineData("+33 6", "'+33 6")]
    [InlineData("-5", "'-5")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("dit \"oui\"", "\"dit \"\"oui\"\"\"")]
    [InlineData("deux\nlignes", "\"deux\nlignes\"")]
    [InlineData("=a;b", "\"'=a;b\"")]
    public void A_cell_is_text_for_every_spreadsheet(string words, string cell) => Assert.Equal(cell + "\r\n", Csv.Write([[words]]));

    [Fact]
    public void A_file_begins_with_the_mark_that_has_accents_read_right()
    {
        var file = Csv.File([["Réserve"], ["é"]]);
        Assert.Equal([0xEF, 0xBB, 0xBF, (byte)'R'], file[..4]);
    }

    [Fact]
    public void A_decision_is_a_section_and_what_members_wrote_is_no_markup() => Assert.Equal(
        """
        ## D1 acheter \*une\* tondeuse \<b\>

        Adoptée. 3 réponses sur 5.
        - Réserve, Jo : « l'\_entretien\_ »

        > On y va

        Awa · 2026-11-21 · 2027-05-24
        """.ReplaceLineEndings("\n"),
        Markdown.Write([Mower]));

    [Theory]
    [InlineData("", "decisions.md", "## D1 planter un arbre\n\nOuverte. 2 réponses sur 2, 2 d'accord.\n\nAwa · 2026-11-21")]
    [InlineData("csv", "decisions.csv", "\uFEFFCode;Texte;Par;Ouverte;Résultat;Close;Comptes;Réserves et objections;Suite;À revoir\r\nD1;planter un arbre;Awa;2026-11-21;Ouverte.;;2 réponses sur 2, 2 d'accord.;;;\r\n")]
    public async Task The_register_comes_as_a_file(string form, string name, string content)
    {
        await using var world = new World(("slate", new Capabilities(Buttons: true, Edits: true, Whispers: true, IdempotentSends: false)));
        var platform = world.Platforms[0];
        await world.Hear(world.Says(platform, "Awa", "/consentement planter un arbre"));
        await world.Hear(world.Says(platform, "Sam", "/accord"));
        await world.Hear(world.Says(platform, "Awa", $"/exporter_decisions {form}"));
        Assert.Equal(name, platform.File?.Name);
        Assert.Equal(content, Encoding.UTF8.GetString(platform.File!.Content));
    }

    [Fact]
    public void A_decision_is_a_row_of_as_many_cells_as_there_are_headings()
    {
        Assert.Equal(10, Mower.Row.Count);
        Assert.Equal("Réserve, Jo : « l'_entretien_ »", Mower.Row[7]);
    }
}
