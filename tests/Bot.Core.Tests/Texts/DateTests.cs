using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Tests.Texts;

/// <summary>Days and hours, told on 21 November 2026 in Paris.</summary>
public class DateTests
{
    public static TheoryData<LocalDate, string, string> Days => new()
    {
        { new LocalDate(2026, 11, 24), "mar. 24_nov.", "Tue 24_Nov" },
        { new LocalDate(2026, 12, 1), "mar. 1er_déc.", "Tue 1_Dec" },
        { new LocalDate(2026, 2, 21), "sam. 21_févr.", "Sat 21_Feb" },
        { new LocalDate(2026, 5, 3), "dim. 3_mai", "Sun 3_May" },
        { new LocalDate(2026, 12, 31), "jeu. 31_déc.", "Thu 31_Dec" },
        { new LocalDate(2027, 1, 1), "ven. 1er_janv._2027", "Fri 1_Jan_2027" },
        { new LocalDate(2025, 11, 24), "lun. 24_nov._2025", "Mon 24_Nov_2025" },
        { new LocalDate(2028, 2, 29), "mar. 29_févr._2028", "Tue 29_Feb_2028" },
    };

    // A line below stands for a no-break space.
    [Theory]
    [MemberData(nameof(Days))]
    public void A_day_is_told_with_its_year_only_when_it_is_another(LocalDate day, string french, string english)
    {
        var book = Said.Book("fr: Claimed = {Due}", "en: Claimed = {Due}");
        var says = new Claimed(default, "", "", day);
        Assert.Equal((french, english), (Shown(book.Write(says, Said.French)), Shown(book.Write(says, Said.English))));
    }

    [Theory]
    [InlineData(18, 30, "18_h_30", "18:30")]
    [InlineData(18, 0, "18_h", "18:00")]
    [InlineData(9, 5, "9_h_05", "09:05")]
    [InlineData(0, 0, "0_h", "00:00")]
    [InlineData(0, 15, "0_h_15", "00:15")]
    public void An_hour_is_told_so(int hour, int minute, string french, string english)
    {
        var book = Said.Book("fr: Moved = {Before}", "en: Moved = {Before}");
        var says = new Moved(default, new LocalTime(hour, minute, 59));
        Assert.Equal((french, english), (Shown(book.Write(says, Said.French)), Shown(book.Write(says, Said.English))));
    }

    [Fact]
    public void A_day_and_an_hour_are_told_together()
    {
        var book = Said.Book("fr: Moved = {At}", "en: Moved = {At}");
        var says = new Moved(new LocalDateTime(2026, 11, 24, 18, 30), default);
        Assert.Equal("mar. 24_nov., 18_h_30", Shown(book.Write(says, Said.French)));
        Assert.Equal("Tue 24_Nov, 18:30", Shown(book.Write(says, Said.English)));
    }

    [Theory]
    [InlineData("Europe/Paris", "ven. 1er_janv._2027, 0_h_30")]
    [InlineData("America/Montreal", "jeu. 31_déc., 18_h_30")]
    public void An_instant_is_told_on_the_readers_clock(string zone, string written)
    {
        var voice = Said.French with { Zone = DateTimeZoneProviders.Tzdb[zone] };
        Assert.Equal(written, Shown(Said.Book("fr: Meeting = {At}").Write(new Meeting(Instant.FromUtc(2026, 12, 31, 23, 30)), voice)));
    }

    private static string Shown(string written) => written.Replace(Spacing.NoBreak, '_');
}
