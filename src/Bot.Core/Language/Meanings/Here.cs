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
}

/// <summary>What a phrase means, once one knows where and when it was said.</summary>
/// <typeparam name="T">What it names.</typeparam>
/// <param name="here">Where and when.</param>
internal delegate Reading<T> Sense<T>(Here here);
