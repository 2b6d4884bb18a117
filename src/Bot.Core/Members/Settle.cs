using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Members;

/// <summary>How the coop wants things.</summary>
/// <param name="Lines">One setting each.</param>
/// <param name="Who">Who may change them.</param>
public sealed record AllSettings(IReadOnlyList<Says> Lines, IReadOnlyList<string> Who) : Says;

/// <summary>One setting, on a line.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">How it stands.</param>
public sealed record SettingStands(string Name, string Value) : Says;

/// <summary>A setting was changed.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">How it stands now.</param>
/// <param name="Before">How it stood.</param>
/// <param name="Who">Who changed it.</param>
public sealed record SettingKept(string Name, string Value, string Before, string Who) : Says;

/// <summary>A setting that does not exist.</summary>
/// <param name="Typed">What was typed.</param>
/// <param name="Known">Those that do.</param>
public sealed record UnknownSetting(string Typed, IReadOnlyList<string> Known) : Says;

/// <summary>A setting that was named.</summary>
/// <param name="Setting">The setting.</param>
public sealed record SettingName(ISetting Setting) : IReadable<SettingName>
{
    /// <inheritdoc/>
    public static SettingName? Read(Words words, Asked how, Turn turn)
    {
        if (words.IsEmpty)
        {
            return null;
        }

        var texts = turn.Parts.Texts;
        foreach (var setting in turn.Parts.Settings)
        {
            var names = texts.Words($"{setting.GetType().Name}.names").Select(Folding.FoldName);
            if (names.Contains(Folding.FoldName(words.Left[0].Folded)))
            {
                words.Take(0, 1);
                return new SettingName(setting);
            }

            // « /reglages vous » says the value alone.
            if (texts.Words($"{setting.GetType().Name}.values").Contains(words.Left[0].Folded))
            {
                return new SettingName(setting);
            }
        }

        var language = turn.VoiceFor(turn.Member).Language;
        throw new Refusal(new UnknownSetting(Plain.Short(words.Left[0].Text), [.. turn.Parts.Settings.Select(each => NameOf(each, texts, language))]));
    }

    /// <summary>The name of a setting, as it is shown.</summary>
    internal static string NameOf(ISetting setting, TextBook texts, string language) =>
        texts.Words(language, $"{setting.GetType().Name}.names")[0];
}

/// <summary>Shows how the coop wants things, or changes one of them.</summary>
[Needs(Role.Coordination, WhenGiven = nameof(Value))]
public sealed record Settle(SettingName? Setting = null, string? Value = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        if (Setting is null || Value is null)
        {
            var shown = Setting is null ? turn.Parts.Settings : [Setting.Setting];
            return new AllSettings(
                [.. shown.Select(each => new SettingStands(NameOf(each, turn), each.Shown(turn)))],
                [.. Permission.HoldersOf(Role.Coordination, turn).Select(member => member.Name)]);
        }

        var before = Setting.Setting.Shown(turn);
        Setting.Setting.Set(Value, turn);
        return new SettingKept(NameOf(Setting.Setting, turn), Setting.Setting.Shown(turn), before, turn.Member.Name);
    }

    // In the language of the room as it is by then: changing it is answered in the new one.
    private static string NameOf(ISetting setting, Turn turn) =>
        SettingName.NameOf(setting, turn.Parts.Texts, turn.VoiceIn(turn.Room).Language);
}
