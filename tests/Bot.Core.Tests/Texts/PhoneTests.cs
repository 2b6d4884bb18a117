using Bot.Core.Actions;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;

namespace Bot.Core.Tests.Texts;

/// <summary>What fits on a phone.</summary>
public class PhoneTests
{
    [Theory]
    [InlineData(1, "jardinage", null, "", "A1 jardinage")]
    [InlineData(2, "le grand buffet de la fête du quartier", "2/10", "Sam|Noé", "A2 le grand buffet de… (2/10), Sam +1", "24-26/11", 2, 10)]
    [InlineData(4, "buffet", "0/3", "", "A4 buffet (0/3), 24-26/11", "24-26/11")]
    [InlineData(3, "tondre la pelouse derrière l'atelier", null, "Sam", "A3 tondre la pel…, 26/11, 1 sur 3, Sam", "26/11", 1, 3)]
    [InlineData(1, "jardinage", null, "Sam", "A1 jardinage, Sam")]
    [InlineData(1, "jardinage", null, "Sam|Noé|Lina", "A1 jardinage, Sam +2")]
    [InlineData(12, "tondre la pelouse derrière l'atelier", null, "", "A12 tondre la pelouse derrière l'atel…")]
    [InlineData(12, "tondre la pelouse derrière l'atelier", null, "Sam", "A12 tondre la pelouse derrière l…, Sam")]
    [InlineData(2, "buffet", "0/3", "", "A2 buffet (0/3)")]
    [InlineData(2, "le grand buffet de la fête du quartier", "2/10", "Sam|Noé", "A2 le grand buffet de… (2/10), Sam +1")]
    [InlineData(1234, "tondre la pelouse derrière l'atelier", null, "Marie-Antoinette Dupont|Sam", "A1234 tondre la pe…, Marie-Antoine… +1")]
    public void An_action_fits_one_line_of_the_board(int number, string title, string? seats, string names, string line, string? due = null, int done = 0, int steps = 0)
    {
        var says = ActionOnBoard.Of(new Ref('A', number), title, seats, due, steps == 0 ? null : new StepsSoFar(done, steps), names.Split('|', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal(line, TextBook.Load().Write(says, Said.French));
        Assert.InRange(line.Length, 1, ActionOnBoard.Width);
    }

    [Theory]
    [InlineData(0, 1, 0, 1, null)]
    [InlineData(7, 1, 7, 1, null)]
    [InlineData(8, 1, 7, 1, 1)]
    [InlineData(8, 2, 1, 2, null)]
    [InlineData(14, 2, 7, 2, null)]
    [InlineData(15, 2, 7, 2, 1)]
    [InlineData(15, 9, 1, 3, null)]
    public void A_list_is_read_a_screen_at_a_time(int all, int asked, int shown, int number, int? more)
    {
        var page = PageNumber.Of([.. Enumerable.Range(1, all)], new PageNumber(asked));
        Assert.Equal((shown, number, more), (page.Shown.Count, page.Number, page.More));
        Assert.Equal(Enumerable.Range(((number - 1) * PageNumber.Length) + 1, shown), page.Shown);
    }
}
