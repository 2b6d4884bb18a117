using Bot.Adapters.Telegram;
using Bot.Adapters.Tests.Telegram.Fake;
using Bot.Core.Chat;

namespace Bot.Adapters.Tests.Telegram;

public sealed class RenderingTests
{
    private static readonly Place Garden = new("telegram", "900001", "-4001");

    [Theory]
    [InlineData("<b>&amp;</b> a < b > c & d", false)]
    [InlineData("<b>gras</b>\n<i>penché</i> & *étoile* _trait_ [lien](x)", true)]
    [InlineData("une ligne & rien d'autre", true)]
    public void Every_character_reads_as_it_was_typed(string text, bool isCard) =>
        Assert.Equal((text, null), HtmlText.Read(Rendering.Html(text, isCard)));

    [Fact]
    public void The_title_of_a_card_stands_out() =>
        Assert.Equal("<b>Tableau &lt;3</b>\nA1 jardinage", Rendering.Html("Tableau <3\nA1 jardinage", isCard: true));

    [Fact]
    public void A_long_text_is_cut_between_paragraphs_else_between_lines_else_between_words_and_nothing_of_it_is_lost()
    {
        var paragraph = string.Join(' ', Enumerable.Repeat("tondre", 200));
        var text = string.Join("\n\n", Enumerable.Repeat(paragraph, 8));
        var parts = LongText.Parts(text, Rendering.LongestText);
        Assert.Equal(text, string.Join("\n\n", parts));
        Assert.All(parts, part => Assert.InRange(part.Length, 1, Rendering.LongestText));

        var lines = string.Join('\n', Enumerable.Repeat(new string('x', 99), 100));
        Assert.Equal(lines, string.Join('\n', LongText.Parts(lines, Rendering.LongestText)));
        var words = string.Join(' ', Enumerable.Repeat("mot", 3000));
        Assert.Equal(words, string.Join(' ', LongText.Parts(words, Rendering.LongestText)));
    }

    [Fact]
    public void A_character_of_two_units_is_never_cut_in_half()
    {
        var text = "a" + string.Concat(Enumerable.Repeat("🌱", 5000));
        var parts = LongText.Parts(text, Rendering.LongestText);
        Assert.Equal(text, string.Concat(parts));
        Assert.All(parts, part => Assert.InRange(part.Length, 1, Rendering.LongestText));
        Assert.All(parts, part => Assert.False(char.IsHighSurrogate(part[^1]) || char.IsLowSurrogate(part[0])));
    }

    [Fact]
    public void What_cannot_be_continued_ends_with_an_ellipsis()
    {
        Assert.Equal("court", LongText.Short("court", 5));
        Assert.Equal("un mot…", LongText.Short("un mot encore", 9));
    }

    [Fact]
    public void Short_buttons_stand_side_by_side_and_the_way_to_the_chat_below()
    {
        var message = new Outgoing("1", Garden, "Alors ?")
        {
            Buttons = [new("t1", "Oui"), new("t2", "Non"), new("t3", "Peut-être bien que oui, là"), new("t4", "Ça dépend du temps qu'il fait")],
            Invitation = "Ouvrir la discussion",
        };
        Assert.Equal(
            ["Oui | Non", "Peut-être bien que oui, là", "Ça dépend du temps qu'il fait", "Ouvrir la discussion"],
            Rendering.Keyboard(message, "https://t.me/x")!.InlineKeyboard.Select(row => string.Join(" | ", row.Select(button => button.Text))));
        Assert.Null(Rendering.Keyboard(new Outgoing("1", Garden, "Alors ?"), "https://t.me/x"));
    }

    [Theory]
    [InlineData("mars.csv", "text/csv", "document", 20, 1)]
    [InlineData("affiche.png", "image/png", "photo", 20, 1)]
    [InlineData("mars.csv", "text/csv", "document", 1025, 2)]
    [InlineData("mars.csv", "text/csv", "document", 5000, 3)]
    public async Task A_file_arrives_as_it_is_and_what_does_not_fit_beside_it_comes_before(string name, string mediaType, string kind, int length, int messages)
    {
        await using var village = await Village.Found(settings => settings with { Limits = Limits.None });
        var file = new Attachment(name, mediaType, [.. Enumerable.Range(0, 256).Select(each => (byte)each)]);
        var message = new Outgoing("file", Garden, new string('x', length)) { File = file, Buttons = [new("t1", "Oui")] };
        Sent sent;
        while ((sent = await village.Platform.Send(message, null, CancellationToken.None)) is Sent.RetryAt)
        {
            Assert.IsType<Sent.RetryAt>(sent);
        }

        Assert.IsType<Sent.Shown>(sent);
        var shown = village.Api.WrittenBy(village.Bot, village.Group).Skip(1).ToList();
        Assert.Equal(messages, shown.Count);
        Assert.Equal((name, kind), (shown[^1].File!.Value.Name, shown[^1].File!.Value.Kind));
        Assert.Equal(file.Content, shown[^1].File!.Value.Content);
        Assert.Single(shown[^1].Buttons);
        Assert.Equal(length, shown.Sum(each => each.Text.Length));
    }

    [Fact]
    public async Task A_text_longer_than_a_message_arrives_whole_each_part_in_its_time_the_buttons_under_the_last()
    {
        await using var village = await Village.Found();
        village.Api.HasLimits = true;
        await village.Pass(NodaTime.Duration.FromMinutes(1));
        var text = string.Join("\n\n", Enumerable.Repeat(new string('x', 1000), 9));
        var message = new Outgoing("long", Garden, text) { Buttons = [new("t1", "Oui")], ReplyTo = "1" };
        Sent sent;
        while ((sent = await village.Platform.Send(message, null, CancellationToken.None)) is Sent.RetryAt later)
        {
            village.Time.MoveTo(later.When);
        }

        var parts = village.Api.WrittenBy(village.Bot, village.Group).Skip(1).ToList();
        Assert.Equal(text, string.Join("\n\n", parts.Select(part => part.Text)));
        Assert.Equal([0, 0, 1], parts.Select(part => part.Buttons.Count()));
        Assert.Equal(parts[^1].Id.ToString(System.Globalization.CultureInfo.InvariantCulture), Assert.IsType<Sent.Shown>(sent).MessageId);
    }
}
