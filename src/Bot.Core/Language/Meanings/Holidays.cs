using NodaTime;

namespace Bot.Core.Language.Meanings;

/// <summary>A day of the year that has a name.</summary>
internal enum Feast
{
    /// <summary>1 January.</summary>
    NewYear,

    /// <summary>6 January.</summary>
    Epiphany,

    /// <summary>2 February.</summary>
    Candlemas,

    /// <summary>14 February.</summary>
    Valentine,

    /// <summary>47 days before Easter.</summary>
    ShroveTuesday,

    /// <summary>46 days before Easter.</summary>
    AshWednesday,

    /// <summary>8 March.</summary>
    WomensDay,

    /// <summary>1 April.</summary>
    AprilFool,

    /// <summary>The Sunday before Easter.</summary>
    PalmSunday,

    /// <summary>The Friday before Easter.</summary>
    GoodFriday,

    /// <summary>Easter Sunday.</summary>
    Easter,

    /// <summary>The day after.</summary>
    EasterMonday,

    /// <summary>1 May.</summary>
    LabourDay,

    /// <summary>8 May.</summary>
    Victory,

    /// <summary>39 days after Easter.</summary>
    Ascension,

    /// <summary>49 days after Easter.</summary>
    Pentecost,

    /// <summary>50 days after Easter.</summary>
    PentecostMonday,

    /// <summary>The last Sunday of May; if that is Pentecost, the first of June (article D215-1, code de l'action sociale et des familles).</summary>
    MothersDay,

    /// <summary>The third Sunday of June.</summary>
    FathersDay,

    /// <summary>21 June.</summary>
    MusicDay,

    /// <summary>24 June.</summary>
    Midsummer,

    /// <summary>14 July.</summary>
    Bastille,

    /// <summary>15 August.</summary>
    Assumption,

    /// <summary>31 October.</summary>
    Halloween,

    /// <summary>1 November.</summary>
    AllSaints,

    /// <summary>2 November.</summary>
    AllSouls,

    /// <summary>11 November.</summary>
    Armistice,

    /// <summary>The fourth Sunday before Christmas.</summary>
    Advent,

    /// <summary>6 December.</summary>
    SaintNicholas,

    /// <summary>24 December.</summary>
    ChristmasEve,

    /// <summary>25 December.</summary>
    Christmas,

    /// <summary>26 December.</summary>
    BoxingDay,

    /// <summary>31 December.</summary>
    NewYearsEve,
}

/// <summary>The days that have a name, and which of them are holidays in France (article L3133-1, code du travail).</summary>
internal static class Holidays
{
    private static readonly Feast[] Holiday =
    [
        Feast.NewYear, Feast.EasterMonday, Feast.LabourDay, Feast.Victory, Feast.Ascension, Feast.PentecostMonday,
        Feast.Bastille, Feast.Assumption, Feast.AllSaints, Feast.Armistice, Feast.Christmas,
    ];

    /// <summary>The date of a feast.</summary>
    /// <param name="feast">Which.</param>
    /// <param name="year">In which year.</param>
    public static LocalDate Of(Feast feast, int year) => feast switch
    {
        Feast.NewYear => new(year, 1, 1),
        Feast.Epiphany => new(year, 1, 6),
        Feast.Candlemas => new(year, 2, 2),
        Feast.Valentine => new(year, 2, 14),
        Feast.ShroveTuesday => Easter(year).PlusDays(-47),
        Feast.AshWednesday => Easter(year).PlusDays(-46),
        Feast.WomensDay => new(year, 3, 8),
        Feast.AprilFool => new(year, 4, 1),
        Feast.PalmSunday => Easter(year).PlusDays(-7),
        Feast.GoodFriday => Easter(year).PlusDays(-2),
        Feast.Easter => Easter(year),
        Feast.EasterMonday => Easter(year).PlusDays(1),
        Feast.LabourDay => new(year, 5, 1),
        Feast.Victory => new(year, 5, 8),
        Feast.Ascension => Easter(year).PlusDays(39),
        Feast.Pentecost => Easter(year).PlusDays(49),
        Feast.PentecostMonday => Easter(year).PlusDays(50),
        Feast.MothersDay => MothersDay(year),
        Feast.FathersDay => new LocalDate(year, 6, 1).With(DateAdjusters.NextOrSame(IsoDayOfWeek.Sunday)).PlusWeeks(2),
        Feast.MusicDay => new(year, 6, 21),
        Feast.Midsummer => new(year, 6, 24),
        Feast.Bastille => new(year, 7, 14),
        Feast.Assumption => new(year, 8, 15),
        Feast.Halloween => new(year, 10, 31),
        Feast.AllSaints => new(year, 11, 1),
        Feast.AllSouls => new(year, 11, 2),
        Feast.Armistice => new(year, 11, 11),
        Feast.Advent => new LocalDate(year, 12, 25).Previous(IsoDayOfWeek.Sunday).PlusWeeks(-3),
        Feast.SaintNicholas => new(year, 12, 6),
        Feast.ChristmasEve => new(year, 12, 24),
        Feast.Christmas => new(year, 12, 25),
        Feast.BoxingDay => new(year, 12, 26),
        _ => new(year, 12, 31),
    };

    /// <summary>Whether people in France need not work then.</summary>
    /// <param name="day">The day.</param>
    public static bool IsHoliday(LocalDate day) => Holiday.Any(feast => Of(feast, day.Year) == day);

    private static LocalDate MothersDay(int year)
    {
        var last = new LocalDate(year, 5, 31).With(DateAdjusters.PreviousOrSame(IsoDayOfWeek.Sunday));
        return last == Of(Feast.Pentecost, year) ? last.PlusWeeks(1) : last;
    }

    // The Gregorian computus, as published in Nature, 20 April 1876, and given by Meeus, Astronomical Algorithms, chapter 8.
    private static LocalDate Easter(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var g = (b - ((b + 8) / 25) + 1) / 3;
        var h = ((19 * a) + b - (b / 4) - g + 15) % 30;
        var l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var n = h + l - (7 * m) + 114;
        return new LocalDate(year, n / 31, (n % 31) + 1);
    }
}
