using System.Globalization;
using Bot.Core.Language;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Tests.Language;

internal sealed record ToldWhen(When What) : Says;

internal sealed record ToldSeries(Recurrence What) : Says;

internal sealed record ToldEffort(Effort What) : Says;

internal sealed record ToldMoney(Money What) : Says;

internal sealed record ToldRelative(Says What) : Says;

/// <summary>What is written reads well, and reads back to the same value.</summary>
public sealed class WrittenTests
{
    private const int Seed = 20261121;
    private const int Cases = 2000;
    private static readonly Reader Reader = Reader.Load();
    private static readonly TextBook Book = TextBookWith("ToldWhen", "ToldSeries", "ToldEffort", "ToldMoney", "ToldRelative");
    private static readonly LocalDateTime Now = new(2026, 11, 21, 10, 0);
    private static readonly LocalDate Tuesday = new(2026, 11, 24);

    public static TheoryData<When, string, string> Times => new()
    {
        { new When.At(Tuesday.At(new LocalTime(18, 30))), "mar. 24_nov., 18_h_30", "Tue 24_Nov, 18:30" },
        { new When.Hours(Tuesday.At(new LocalTime(18, 0)), Tuesday.At(new LocalTime(20, 0))), "mar. 24_nov., 18_h–20_h", "Tue 24_Nov, 18:00–20:00" },
        { new When.Days(Tuesday, Tuesday.PlusDays(2)), "du mar. 24 au jeu. 26_nov.", "Tue 24 to Thu 26_Nov" },
        { new When.Days(Tuesday, Tuesday.PlusDays(7)), "du mar. 24_nov. au mar. 1er_déc.", "Tue 24_Nov to Tue 1_Dec" },
        { new When.By(Tuesday), "d'ici mar. 24_nov.", "by Tue 24_Nov" },
        { new When.Several([new When.OnDay(Tuesday), new When.OnDay(Tuesday.PlusDays(1)), new When.OnDay(Tuesday.PlusDays(2))]), "mar. 24_nov., mer. 25_nov. et jeu. 26_nov.", "Tue 24_Nov, Wed 25_Nov and Thu 26_Nov" },
        { new When.Lasting(Period.FromWeeks(2)), "2_semaines", "2_weeks" },
    };

    public static TheoryData<string, string, string> Series => new()
    {
        { "FREQ=YEARLY;BYWEEKNO=2,4,52;BYDAY=TU", "le mardi des semaines paires, 18_h", "even weeks, Tuesday, 18:00" },
        { "FREQ=DAILY", "tous les jours, 18_h", "every day, 18:00" },
        { "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "un mardi sur deux, 18_h", "every other Tuesday, 18:00" },
        { "FREQ=WEEKLY;BYDAY=TU,TH", "chaque mardi et jeudi, 18_h", "every Tuesday and Thursday, 18:00" },
        { "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU", "une semaine sur 3, le mardi, 18_h", "every 3 weeks on Tuesday, 18:00" },
        { "FREQ=MONTHLY;BYDAY=1TU,3TU", "le 1er et 3e mardi de chaque mois, 18_h", "on the 1st and 3rd Tuesday of every month, 18:00" },
        { "FREQ=MONTHLY;BYDAY=-1FR", "le dernier vendredi de chaque mois, 18_h", "on the last Friday of every month, 18:00" },
        { "FREQ=MONTHLY;BYMONTHDAY=-1", "le dernier jour de chaque mois, 18_h", "on the last day of every month, 18:00" },
        { "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "le dernier jour ouvré de chaque mois, 18_h", "on the last working day of every month, 18:00" },
        { "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "du lundi au vendredi, 18_h", "every weekday, 18:00" },
        { "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA", "tous les jours sauf le dimanche, 18_h", "every day except Sunday, 18:00" },
        { "FREQ=MONTHLY;BYMONTHDAY=5", "le 5 de chaque mois, 18_h", "on the 5th of every month, 18:00" },
        { "FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=8", "chaque année, le 8 avril, 18_h", "every year on the 8th of April, 18:00" },
        { "FREQ=YEARLY;BYMONTH=4;BYDAY=1MO", "le 1er lundi d'avril de chaque année, 18_h", "the 1st Monday of April every year, 18:00" },
        { "FREQ=WEEKLY;BYDAY=MO;UNTIL=20270115", "chaque lundi, 18_h, jusqu'au ven. 15_janv._2027", "every Monday, 18:00, until Fri 15_Jan_2027" },
        { "FREQ=WEEKLY;BYMONTH=9,10;BYDAY=MO;COUNT=4", "chaque lundi, en septembre et octobre, 18_h, 4 fois", "every Monday, in September and October, 18:00, 4 times" },
    };

    [Theory]
    [MemberData(nameof(Times))]
    public void A_time_is_written(When when, string french, string english) =>
        Assert.Equal((french, english), (Written(new ToldWhen(when), "fr"), Written(new ToldWhen(when), "en")));

    [Theory]
    [MemberData(nameof(Series))]
    public void A_series_is_written_in_words(string rule, string french, string english)
    {
        var series = new Recurrence(Tuesday, new LocalTime(18, 0), RecurrenceText.Parse(rule, new LocalTime(18, 0), DateTimeZone.Utc));
        Assert.Equal((french, english), (Written(new ToldSeries(series), "fr"), Written(new ToldSeries(series), "en")));
    }

    [Theory]
    [InlineData(90, "1_h_30", "1_h_30")]
    [InlineData(120, "2_h", "2_h")]
    [InlineData(45, "45_min", "45_min")]
    public void An_effort_is_written(int minutes, string french, string english) =>
        Assert.Equal((french, english), (Written(new ToldEffort(new Effort(minutes)), "fr"), Written(new ToldEffort(new Effort(minutes)), "en")));

    [Theory]
    [InlineData(1250, "12,50_€", "€12.50")]
    [InlineData(5000, "50_€", "€50")]
    [InlineData(123456, "1_234,56_€", "€1,234.56")]
    [InlineData(100000005, "1_000_000,05_€", "€1,000,000.05")]
    public void An_amount_is_written(long cents, string french, string english) =>
        Assert.Equal((french, english), (Written(new ToldMoney(new Money(cents, "EUR")), "fr"), Written(new ToldMoney(new Money(cents, "EUR")), "en")));

    [Theory]
    [InlineData(0, "aujourd'hui", "today")]
    [InlineData(1, "demain", "tomorrow")]
    [InlineData(-1, "hier", "yesterday")]
    [InlineData(3, "dans 3_jours", "in 3_days")]
    [InlineData(-14, "il y a 2_semaines", "2_weeks ago")]
    [InlineData(15, "dans 2_semaines et 1_jour", "in 2_weeks and 1_day")]
    [InlineData(61, "dans 2_mois", "in 2_months")]
    [InlineData(365, "dans 1_an", "in 1_year")]
    public void A_day_is_told_by_how_far_it_is(int days, string french, string english)
    {
        var says = new ToldRelative(Bot.Core.Texts.Written.Relative(Now.Date.PlusDays(days), Now.Date));
        Assert.Equal((french, english), (Written(says, "fr"), Written(says, "en")));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void What_is_written_of_a_time_reads_back(string language)
    {
        var generated = new Generated(new Random(Seed), Now);
        for (var i = 0; i < Cases; i++)
        {
            var when = generated.When();
            AssertReadsBack(Notation.Of(when), Written(new ToldWhen(when), language), language);
        }
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void What_is_written_of_a_series_reads_back(string language)
    {
        var generated = new Generated(new Random(Seed), Now);
        for (var i = 0; i < Cases; i++)
        {
            var series = new When.Repeats(generated.SayableSeries());
            AssertReadsBack(Notation.Of(series), Written(new ToldWhen(series), language), language);
        }
    }

    // All that people say in the tables of what is to come, said again by the bot.
    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void What_was_read_is_written_and_reads_back(string language)
    {
        var read = from table in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Language"), "*.tsv").Order(StringComparer.Ordinal)
                   from line in File.ReadLines(table)
                   let found = Reader.ReadWhen(line.Split('\t')[0], new Bot.Core.Language.Said(Now, Tests.Texts.Said.Paris, Look.Forward, "fr"))
                   where found is { IsRead: true } && found.Value.FirstDay >= Now.Date
                   select found.Value;
        Assert.All(read.Distinct(), when => AssertReadsBack(Notation.Of(when), Written(new ToldWhen(when), language), language));
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void What_is_written_of_amounts_reads_back(string language)
    {
        var random = new Random(Seed);
        for (var i = 0; i < Cases; i++)
        {
            var effort = new Effort(random.Next(1, 30_000));
            var money = new Money(random.Next(1, i % 2 == 0 ? 100_000 : 99_999_999), "EUR");
            var (work, price) = (Written(new ToldEffort(effort), language), Written(new ToldMoney(money), language));
            Assert.Equal((work, effort, ""), Reader.ReadEffort(work.Replace('_', '\u00A0'), language, WorkDay.Usual) is { IsRead: true } read ? (work, read.Value, read.Rest) : default);
            Assert.Equal((price, money, ""), Reader.ReadMoney(price.Replace('_', '\u00A0'), language) is { IsRead: true } paid ? (price, paid.Value, paid.Rest) : default);
        }
    }

    [Theory]
    [InlineData("fr")]
    [InlineData("en")]
    public void What_is_told_by_how_far_it_is_reads_back(string language)
    {
        for (var days = -1000; days <= 1000; days++)
        {
            var day = Now.Date.PlusDays(days);
            AssertReadsBack(Notation.Of(new When.OnDay(day)), Written(new ToldRelative(Bot.Core.Texts.Written.Relative(day, Now.Date)), language), language);
        }
    }

    private static void AssertReadsBack(string value, string written, string language)
    {
        var found = Reader.ReadWhen(written.Replace('_', '\u00A0'), new Bot.Core.Language.Said(Now, Tests.Texts.Said.Paris, Look.Forward, language));
        var read = found is { IsRead: true } ? (Notation.Of(found.Value), found.Rest) : (found?.Unsure.ToString(), "");
        Assert.True((value, "") == read, string.Create(CultureInfo.InvariantCulture, $"{value} is written « {written} », which reads {read} (seed {Seed})"));
    }

    private static string Written(Says says, string language) =>
        Book.Write(says, Tests.Texts.Said.French with { Language = language }).Replace('\u00A0', '_');

    private static TextBook TextBookWith(params string[] keys)
    {
        var files = TextBook.BuiltIn().ToDictionary(StringComparer.Ordinal);
        var sentences = string.Join('\n', keys.Select(key => $"{key} = {{What}}"));
        files["fr/test.properties"] = sentences;
        files["en/test.properties"] = sentences;
        return new TextBook(files);
    }
}
