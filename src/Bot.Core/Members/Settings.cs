using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Members;

/// <summary>A time zone nobody knows.</summary>
/// <param name="Typed">What was typed.</param>
public sealed record UnknownZone(string Typed) : Says;

/// <summary>A form of address that is neither « tu » nor « vous ».</summary>
/// <param name="Typed">What was typed.</param>
public sealed record UnknownAddress(string Typed) : Says;

/// <summary>The language of the coop's rooms.</summary>
public sealed class LanguageSetting : ISetting
{
    /// <inheritdoc/>
    public string Shown(CoopSettings settings, TextBook texts) => texts.Find(settings.Language)?.Name ?? settings.Language;

    /// <inheritdoc/>
    public CoopSettings Set(CoopSettings settings, string typed, TextBook texts) =>
        settings with { Language = LanguageName.Find(typed, texts).Code };
}

/// <summary>The coop's time zone (TZDB).</summary>
public sealed class ZoneSetting : ISetting
{
    /// <inheritdoc/>
    public string Shown(CoopSettings settings, TextBook texts) => settings.Zone;

    /// <inheritdoc/>
    public CoopSettings Set(CoopSettings settings, string typed, TextBook texts)
    {
        var wanted = Folding.FoldName(typed);
        var zone = DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id =>
            Folding.FoldName(id) == wanted || Folding.FoldName(id[(id.LastIndexOf('/') + 1)..]) == wanted);
        return settings with { Zone = zone ?? throw new Refusal(new UnknownZone(typed)) };
    }
}

/// <summary>Whether members are addressed as « tu » or « vous ».</summary>
public sealed class AddressSetting : ISetting
{
    private const string Tu = "tu";
    private const string Vous = "vous";

    /// <inheritdoc/>
    public string Shown(CoopSettings settings, TextBook texts) => settings.Vous ? Vous : Tu;

    /// <inheritdoc/>
    public CoopSettings Set(CoopSettings settings, string typed, TextBook texts) => Folding.FoldName(typed) switch
    {
        Tu => settings with { Vous = false },
        Vous => settings with { Vous = true },
        _ => throw new Refusal(new UnknownAddress(typed)),
    };
}
