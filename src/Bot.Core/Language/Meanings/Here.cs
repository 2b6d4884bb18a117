using NodaTime;

namespace Bot.Core.Language.Meanings;

/// <summary>Where and when something was said.</summary>
/// <param name="Now">The wall clock then.</param>
/// <param name="Look">Whether they speak of what is to come.</param>
/// <param name="Zone">The zone of that clock.</param>
internal sealed record Here(LocalDateTime Now, Look Look, DateTimeZone Zone)
{
    /// <summary>The day.</summary>
    public LocalDate Today => Now.Date;

    /// <summary>Looking back.</summary>
    public bool IsBack => Look == Look.Back;

    /// <summary>So long from now: days go by the calendar, hours and minutes are as long as they are, also in the night when the clocks are changed (RFC 5545 §3.3.6).</summary>
    public LocalDateTime In(Period span)
    {
        var time = Period.FromHours(span.Hours) + Period.FromMinutes(span.Minutes);
        return ((Now + (span - time)).InZoneLeniently(Zone) + time.ToDuration()).LocalDateTime;
    }
}

/// <summary>What a phrase means, once one knows where and when it was said.</summary>
/// <typeparam name="T">What it names.</typeparam>
/// <param name="here">Where and when.</param>
internal delegate Reading<T> Sense<T>(Here here);
