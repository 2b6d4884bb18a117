using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Hours;

/// <summary>Some of how the coop counts time, otherwise than usual.</summary>
/// <param name="Parts">Each in words that could be typed to set it.</param>
internal sealed record HoursRulesStand(Listed Parts) : Says;

/// <summary>It is counted as usual.</summary>
internal sealed record HoursRulesUsual : Says;

/// <summary>One thing of how the coop counts time.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Value">How it stands.</param>
internal sealed record HoursRuleStands(string Name, object Value) : Says;

/// <summary>A way of counting time that does not exist, or a value that makes no sense for it.</summary>
/// <param name="Typed">What was typed.</param>
/// <param name="Known">What can be settled.</param>
public sealed record UnknownHoursRule(string Typed, IReadOnlyList<string> Known) : Says;

/// <summary>
/// How the coop counts time: the name of what is settled stands before its value, « arrondi 15 », « validation pair », « dues 3 h par mois »; « usuel » puts
/// everything back.
/// </summary>
public sealed class HoursSetting : ISetting
{
    /// <inheritdoc/>
    public string Shown(Turn turn)
    {
        var rules = HoursRules.Of(turn);
        var voice = turn.VoiceIn(turn.Room);
        var names = turn.Parts.Texts.Words(voice.Language, "HoursRules.words");
        List<Says> parts = [.. HoursRule.All.Select((rule, place) => (Name: names[place], Value: rule.Shown(rules, turn))).Where(each => each.Value is not null).Select(each => new HoursRuleStands(each.Name, each.Value!))];
        return turn.Parts.Texts.Write(parts.Count == 0 ? new HoursRulesUsual() : new HoursRulesStand(new Listed(parts)), voice);
    }

    /// <inheritdoc/>
    public void Set(string typed, Turn turn)
    {
        var text = Plain.Text(typed);
        turn.Keep(turn.Parts.Texts.Words("HoursUsual.words").Contains(Folding.Fold(text))
            ? HoursRules.Usual
            : Changed(text, turn) ?? throw new Refusal(new UnknownHoursRule(Plain.Short(text), turn.Parts.Texts.Words(turn.VoiceIn(turn.Room).Language, "HoursRules.words"))));
    }

    private static HoursRules? Changed(string text, Turn turn)
    {
        var name = Folding.FoldName(text.Split(' ')[0]);
        var place = turn.Parts.Texts.Languages
            .Select(language => turn.Parts.Texts.Words(language.Code, "HoursRules.words").Select(Folding.FoldName).ToList().IndexOf(name))
            .FirstOrDefault(found => found >= 0, -1);
        return place < 0 || !text.Contains(' ', StringComparison.Ordinal) ? null : HoursRule.All[place].Set(HoursRules.Of(turn), text[(text.IndexOf(' ', StringComparison.Ordinal) + 1)..], turn);
    }
}
