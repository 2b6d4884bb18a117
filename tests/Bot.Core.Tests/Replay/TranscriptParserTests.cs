using Bot.Host.Replay;
using NodaTime;

namespace Bot.Core.Tests.Replay;

public class TranscriptParserTests
{
    private static readonly Instant Ten = Instant.FromUtc(2026, 11, 21, 9, 0);

    [Theory]
    [InlineData("Sam> /aide", "Sam", null, false, "/aide")]
    [InlineData("Jean Paul> a > b", "Jean Paul", null, false, "a > b")]
    [InlineData("Sam #jardin> /aide", "Sam", "jardin", false, "/aide")]
    [InlineData("Sam (privé)> /aide", "Sam", null, true, "/aide")]
    [InlineData("Sam (private)> /help", "Sam", null, true, "/help")]
    [InlineData("Botan> /aide", "Botan", null, false, "/aide")]
    [InlineData("Sam> \\[ ] pain", "Sam", null, false, "[ ] pain")]
    [InlineData("Sam> lait\n  pain\n\n  sel", "Sam", null, false, "lait\npain\n\nsel")]
    public void A_member_says(string line, string name, string? room, bool isPrivate, string text) =>
        Played(new SaysLine(name, new Where(room, isPrivate), text), line);

    [Theory]
    [InlineData("Sam re> fait", "fait", null, null)]
    [InlineData("Sam re A1> fait", "fait", "A1", null)]
    [InlineData("Sam #jardin re A1> fait", "fait", "A1", "jardin")]
    public void A_member_replies(string line, string text, string? subject, string? room) =>
        Played(new RepliesLine("Sam", new Where(room, IsPrivate: false), text, subject), line);

    [Theory]
    [InlineData("Lina> [Je prends]", "Je prends", null, false)]
    [InlineData("Lina> [Je prends] A1", "Je prends", "A1", false)]
    [InlineData("Lina> [Je prends] old", "Je prends", null, true)]
    public void A_member_presses(string line, string label, string? subject, bool isOld) =>
        Played(new PressesLine("Lina", Where.Home, label, subject, isOld), line);

    [Theory]
    [InlineData("Sam edit> /aide")]
    [InlineData("Sam (privé) edit> /aide")]
    public void A_member_edits(string line) =>
        Played(new EditsLine("Sam", new Where(null, line.Contains('(', StringComparison.Ordinal)), "/aide"), line);

    [Theory]
    [InlineData("Sam react 👍> ")]
    [InlineData("Sam react 👍>")]
    [InlineData("Sam react 👍 A1>", "A1")]
    public void A_member_reacts(string line, string? subject = null) =>
        Played(new ReactsLine("Sam", Where.Home, "👍", subject), line);

    [Fact]
    public void Things_happen()
    {
        Played(new RestartLine(), "--- restart");
        Played(new DownLine(Ten + Duration.FromHours(2)), "--- down until 2026-11-21 12:00");
        Played(new NoPrivateChatLine("Jean Paul"), "--- Jean Paul has no private chat");
        Played(new JoinsLine("Sam"), "--- Sam joins");
        Played(new AddsBotLine("Sam", Where.Home), "--- Sam adds the bot");
        Played(new AddsBotLine("Sam", new Where("cantine", IsPrivate: false)), "--- Sam adds the bot to #cantine");
    }

    [Theory]
    [InlineData("@ 2026-11-21 10:30", "2026-11-21T09:30:00Z")]
    [InlineData("@ 2026-11-21 10:30:15", "2026-11-21T09:30:15Z")]
    [InlineData("@ 2026-11-21 10:30+00:00", "2026-11-21T10:30:00Z")]
    [InlineData("@ 2026-10-25 02:30", "2026-10-25T00:30:00Z")] // The first of the two.
    [InlineData("@ 2026-10-25 02:30+01:00", "2026-10-25T01:30:00Z")]
    [InlineData("@ 2020-02-29 08:00", "2020-02-29T07:00:00Z")] // The first line may begin at any time.
    [InlineData("@ +30s", "2026-11-21T09:00:30Z")]
    [InlineData("@ +10min", "2026-11-21T09:10:00Z")]
    [InlineData("@ +2h", "2026-11-21T11:00:00Z")]
    [InlineData("@ +3d", "2026-11-24T09:00:00Z")]
    public void The_clock_is_moved(string line, string to) =>
        Played(new ClockLine(NodaTime.Text.InstantPattern.General.Parse(to).Value), line);

    [Fact]
    public void A_day_later_is_the_same_hour_even_when_summer_ends()
    {
        var file = Parse("@ 2026-10-24 18:00\n@ +1d");

        Assert.Equal(Instant.FromUtc(2026, 10, 24, 16, 0), file.Begin);
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 17, 0), ((ClockLine)file.Steps[1].Line).To);
    }

    [Theory]
    [InlineData("a.fr.chat", "", "fr")]
    [InlineData("a.chat", "", "fr")]
    [InlineData("a.en.chat", "", "en")]
    [InlineData("a.en.chat", "% lang fr\n", "fr")]
    public void The_language_is_said_by_the_header_or_the_name(string name, string header, string language) =>
        Assert.Equal(language, TranscriptFile.Parse(name, header + "Sam> /aide\n").Header.Language);

    [Fact]
    public void The_header_says_what_the_platform_can_do()
    {
        Assert.Equal((true, true, false), Abilities(""));
        Assert.Equal((false, false, false), Abilities("% platform text"));
        Assert.Equal((true, false, true), Abilities("% platform buttons ephemeral private"));
        Assert.Empty(Parse("% room jardin").Header.Groups);
        Assert.Equal(["cantine"], Parse("% group cantine").Header.Groups);
        Assert.Equal("Asia/Tokyo", Parse("% zone Asia/Tokyo").Header.Zone.Id);
        Assert.Equal(Instant.FromUtc(2026, 11, 21, 1, 0), Parse("% zone Asia/Tokyo").Begin);
    }

    [Fact]
    public void What_is_expected_stands_behind_what_happens()
    {
        var file = Parse("\uFEFF# titre\r\n\r\nSam> /libres\r\n# pourquoi\r\nbot> Rien.\r\nbot→Sam> Lignes :\r\n  une\r\n\r\n  deux [Oui] [Non]\r\nSam> merci\r\n");

        Assert.Equal([3, 10], file.Steps.Select(step => step.Line.Number));
        Assert.Equal([5, 6], file.Steps[0].Expected.Select(line => line.Number));
        Assert.Equal("Lignes :\nune\n\ndeux", file.Steps[0].Expected[1].Message.Text);
        Assert.Equal(["Oui", "Non"], file.Steps[0].Expected[1].Message.Buttons);
        Assert.Equal("bot→Sam> Lignes :\n  une\n\n  deux [Oui] [Non]", file.Steps[0].Expected[1].Written);
        Assert.Empty(file.Steps[1].Expected);
    }

    [Theory]
    [InlineData(1, "Sam dit bonjour")]
    [InlineData(1, "> bonjour")]
    [InlineData(1, "Sam > bonjour")]
    [InlineData(1, "Sam>")]
    [InlineData(1, "Sam> ")]
    [InlineData(1, "  seul")]
    [InlineData(2, "Sam> /aide\n suite")]
    [InlineData(2, "--- restart\n  suite")]
    [InlineData(1, "Quelqu'un dont le nom a plus de quarante lettres> /aide")]
    [InlineData(1, "bot (privé)> bonjour")]
    [InlineData(1, "bot> bonjour")] // Before anything has happened.
    [InlineData(2, "Sam> /aide\nbot re> bonjour")]
    [InlineData(2, "Sam> /aide\nbot ✎> bonjour")]
    [InlineData(1, "Sam> [Je prends")]
    [InlineData(1, "Sam> [Je prends] A1 vite")]
    [InlineData(1, "Sam react 👍> bravo")]
    [InlineData(1, "--- reboot")]
    [InlineData(1, "--- down until midi")]
    [InlineData(1, "--- bot joins")]
    [InlineData(1, "@ demain")]
    [InlineData(1, "@ 2026-02-30 10:00")]
    [InlineData(1, "@ 2026-03-29 02:30")] // No such hour: summer begins.
    [InlineData(1, "@ +10")]
    [InlineData(2, "Sam> /aide\n@ 2026-11-21 09:59")]
    [InlineData(3, "# titre\n@ 2026-11-21 12:00\n--- down until 2026-11-21 11:00")]
    [InlineData(1, "% langue fr")]
    [InlineData(1, "% zone Mars/Olympus")]
    [InlineData(1, "% room le jardin")]
    [InlineData(1, "% platform")]
    [InlineData(1, "% platform text buttons")]
    [InlineData(1, "% platform smoke")]
    [InlineData(4, "# titre\n\nSam> /aide\n% lang fr")]
    public void A_malformed_line_is_named(int number, string text) =>
        Assert.Equal(number, Assert.Throws<MalformedTranscriptException>(() => Parse(text)).Line);

    private static void Played(PlayedLine expected, string line)
    {
        var played = Parse(line).Steps[0].Line;
        Assert.Equal(expected with { Number = 1, Written = line }, played);
    }

    private static (bool Buttons, bool Edits, bool Whispers) Abilities(string header)
    {
        var read = Parse(header).Header;
        return (read.Buttons, read.Edits, read.Whispers);
    }

    private static TranscriptFile Parse(string text) => TranscriptFile.Parse("a.chat", text);
}
