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

/// <summary>A name that can't be a coop's.</summary>
/// <param name="Most">How many characters it may have.</param>
public sealed record CoopNameTooLong(int Most) : Says;

/// <summary>The setting is about a room, and this is a private chat.</summary>
public sealed record OnlyInARoom : Says;

/// <summary>The language of the coop's rooms.</summary>
public sealed class LanguageSetting : ISetting
{
    /// <inheritdoc/>
    public string Shown(Turn turn) => LanguageName.Of(turn.Settings.Language, turn);

    /// <inheritdoc/>
    public void Set(string typed, Turn turn) =>
        turn.Keep(turn.Settings with { Language = LanguageName.Find(typed, turn.Parts.Texts).Code });
}

/// <summary>The language of the room it is typed in, when not the coop's.</summary>
public sealed class RoomLanguageSetting : ISetting
{
    /// <inheritdoc/>
    public string Shown(Turn turn) => LanguageName.Of(turn.Room?.Language ?? turn.Settings.Language, turn);

    /// <inheritdoc/>
    public void Set(string typed, Turn turn)
    {
        var room = turn.Room ?? throw new Refusal(new OnlyInARoom());
        var language = LanguageName.Find(typed, turn.Parts.Texts).Code;
        turn.Keep(room with { Language = language == turn.Settings.Language ? null : language });
    }
}

/// <summary>What the coop is called.</summary>
public sealed class NameSetting : ISetting
{
    private const int Longest = 40;

    /// <inheritdoc/>
    public string Shown(Turn turn) => turn.Parts.Texts.Write(turn.CoopName, turn.VoiceIn(turn.Room));

    /// <inheritdoc/>
    public void Set(string typed, Turn turn)
    {
        var name = Plain.Unquoted(Plain.Text(typed));
        turn.Keep(name.Length is 0 or > Longest ? throw new Refusal(new CoopNameTooLong(Longest)) : turn.Settings with { Name = name });
    }
}

/// <summary>The coop's time zone (TZDB).</summary>
public sealed class ZoneSetting : ISetting
{
    /// <inheritdoc/>
    public string Shown(Turn turn) => turn.Settings.Zone;

    /// <inheritdoc/>
    public void Set(string typed, Turn turn)
    {
        var wanted = Folding.FoldName(typed);
        var zone = DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id =>
            Folding.FoldName(id) == wanted || Folding.FoldName(id[(id.LastIndexOf('/') + 1)..]) == wanted);
        turn.Keep(turn.Settings with { Zone = zone ?? throw new Refusal(new UnknownZone(Plain.Short(typed))) });
    }
}

/// <summary>Whether members are addressed as « tu » or « vous ».</summary>
public sealed class AddressSetting : ISetting
{
    private const string Tu = "tu";
    private const string Vous = "vous";

    /// <inheritdoc/>
    public string Shown(Turn turn) => turn.Settings.Vous ? Vous : Tu;

    /// <inheritdoc/>
    public void Set(string typed, Turn turn) => turn.Keep(turn.Settings with
    {
        Vous = Folding.FoldName(typed) switch
        {
            Tu => false,
            Vous => true,
            _ => throw new Refusal(new UnknownAddress(Plain.Short(typed))),
        },
    });
}
