using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Members;

/// <summary>When the bot says nothing of itself.</summary>
/// <param name="From">From when; null for never.</param>
/// <param name="To">Until when.</param>
public sealed record SilenceStands(LocalTime? From, LocalTime? To) : Says;

/// <summary>Hours that can't be read.</summary>
/// <param name="Typed">What was typed.</param>
public sealed record UnknownSilence(string Typed) : Says;

/// <summary>Whether there is something.</summary>
/// <param name="Is">Whether there is.</param>
public sealed record YesOrNo(bool Is) : Says;

/// <summary>Neither yes nor no.</summary>
/// <param name="Typed">What was typed.</param>
public sealed record NeitherYesNorNo(string Typed) : Says;

/// <summary>When the bot says nothing of itself: some hours of each day, and Sundays with them.</summary>
public sealed class QuietSetting : ISetting
{
    /// <inheritdoc/>
    public string Shown(Turn turn) => turn.Parts.Texts.Write(
        turn.Settings.QuietHours is { IsNever: false } quiet ? new SilenceStands(quiet.From, quiet.To) : new SilenceStands(null, null), turn.VoiceIn(turn.Room));

    /// <inheritdoc/>
    public void Set(string typed, Turn turn)
    {
        var quiet = turn.Parts.Texts.Words("Off.words").Contains(Folding.Fold(typed)) ? QuietHours.None
            : turn.Parts.Reader.ReadWhen(typed, turn.Spoken(Look.Forward))?.Candidates.OfType<When.Hours>().FirstOrDefault() is { } hours && hours.Start.TimeOfDay != hours.End.TimeOfDay
                ? new QuietHours(hours.Start.TimeOfDay, hours.End.TimeOfDay)
            : throw new Refusal(new UnknownSilence(Plain.Short(typed)));
        turn.Keep(turn.Settings with { Quiet = quiet });
    }
}

/// <summary>Whether the group gets the week's digest.</summary>
public sealed class DigestSetting : ISetting
{
    /// <inheritdoc/>
    public string Shown(Turn turn) => turn.Parts.Texts.Write(new YesOrNo(!turn.Settings.HasNoDigest), turn.VoiceIn(turn.Room));

    /// <inheritdoc/>
    public void Set(string typed, Turn turn)
    {
        var isOff = turn.Parts.Texts.Words("Off.words").Contains(Folding.Fold(typed));
        turn.Keep(isOff || turn.Parts.Texts.Words("On.words").Contains(Folding.Fold(typed))
            ? turn.Settings with { HasNoDigest = isOff }
            : throw new Refusal(new NeitherYesNorNo(Plain.Short(typed))));
    }
}
