namespace Bot.Core.Language.Meanings;

/// <summary>A time of day as it was said.</summary>
/// <param name="Minutes">Minutes since midnight; 1440 is the midnight that ends the day.</param>
/// <param name="IsSmall">1 to 6 o'clock without a word about night or afternoon.</param>
internal sealed record Clock(int Minutes, bool IsSmall = false)
{
    /// <summary>Half a day.</summary>
    public const int Half = 12 * 60;

    /// <summary>A whole one.</summary>
    public const int Day = 24 * 60;

    /// <summary>A time that does not exist, such as 18 h 75.</summary>
    public static Clock None { get; } = new(-1);

    /// <summary>The same time in the other half of the day, where it may be meant.</summary>
    public Reading<int> Readings => this == None ? Reading<int>.Not(Unsure.Impossible)
        : IsSmall ? Reading<int>.Of(Minutes, Unsure.SmallHour, Minutes + Half)
        : Reading<int>.Sure(Minutes);
}

/// <summary>From one time to another: « 14 h-16 h ».</summary>
/// <param name="From">When it begins.</param>
/// <param name="To">When it ends, the next day if that is earlier.</param>
/// <param name="IsBare">Said without « h »: « de 5 à 7 » is the afternoon.</param>
internal sealed record Hours(Clock From, Clock To, bool IsBare = false)
{
    /// <summary>The likeliest hours, and others.</summary>
    public Reading<(int From, int To)> Readings
    {
        get
        {
            if (From == Clock.None || To == Clock.None)
            {
                return Reading<(int, int)>.Not(Unsure.Impossible);
            }

            var plain = (From.Minutes, End(From.Minutes, To));
            if (!From.IsSmall)
            {
                return Reading<(int, int)>.Sure(plain);
            }

            var later = (From.Minutes + Clock.Half, End(From.Minutes + Clock.Half, To));
            return IsBare ? Reading<(int, int)>.Of(later, Unsure.Otherwise, plain) : Reading<(int, int)>.Of(plain, Unsure.SmallHour, later);
        }
    }

    // « 10 h-2 h » ends in the afternoon, « 22 h-2 h » at night, « 17 h-7 » in the evening.
    private static int End(int from, Clock to) => to.Minutes > from ? to.Minutes
        : to.Minutes < Clock.Half && to.Minutes > 0 && to.Minutes + Clock.Half > from && from < 21 * 60 ? to.Minutes + Clock.Half
        : to.Minutes + Clock.Day;
}

/// <summary>A part of the day.</summary>
internal enum DayPart
{
    /// <summary>9 to 12.</summary>
    Morning,

    /// <summary>14 to 18.</summary>
    Afternoon,

    /// <summary>19 to 22.</summary>
    Evening,

    /// <summary>22 to 6.</summary>
    Night,
}

/// <summary>Where in a stretch of time.</summary>
internal enum Edge
{
    /// <summary>At its beginning.</summary>
    Begin,

    /// <summary>In its middle.</summary>
    Mid,

    /// <summary>At its end.</summary>
    End,
}

/// <summary>A part of the day, or the beginning or end of one.</summary>
/// <param name="Name">Which.</param>
/// <param name="Start">When it begins, in minutes since midnight.</param>
/// <param name="End">When it ends, in minutes since that midnight.</param>
internal sealed record Part(DayPart Name, int Start, int End)
{
    // What is said about the beginning, the middle and the end of each: hours.
    private static readonly Dictionary<DayPart, (int From, int To)[]> Edges = new()
    {
        [DayPart.Morning] = [(9, 10), (10, 11), (11, 12)],
        [DayPart.Afternoon] = [(14, 15), (15, 17), (17, 19)],
        [DayPart.Evening] = [(19, 20), (20, 21), (21, 22)],
        [DayPart.Night] = [(22, 24), (24, 27), (28, 30)],
    };

    /// <summary>A whole part.</summary>
    public static Part Of(DayPart name) => name switch
    {
        DayPart.Morning => new Part(name, 9 * 60, 12 * 60),
        DayPart.Afternoon => new Part(name, 14 * 60, 18 * 60),
        DayPart.Evening => new Part(name, 19 * 60, 22 * 60),
        _ => new Part(name, 22 * 60, 30 * 60),
    };

    /// <summary>Its beginning, middle or end.</summary>
    public Part At(Edge edge)
    {
        var (from, to) = Edges[Name][(int)edge];
        return this with { Start = from * 60, End = to * 60 };
    }

    /// <summary>A time that is said to be in this part: « 6 h du soir » is 18 h.</summary>
    public Clock Settle(Clock clock)
    {
        var isLow = clock.Minutes is >= 60 and < Clock.Half;
        var minutes = Name switch
        {
            DayPart.Afternoon or DayPart.Evening when isLow => clock.Minutes + Clock.Half,
            DayPart.Evening when clock.Minutes < 60 => clock.Minutes + Clock.Day,
            DayPart.Night when clock.Minutes < 7 * 60 => clock.Minutes + Clock.Day,
            DayPart.Night when isLow => clock.Minutes + Clock.Half,
            _ => clock.Minutes,
        };
        return clock == Clock.None ? clock : new Clock(minutes);
    }
}
