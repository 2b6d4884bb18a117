using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>How the coop decides.</summary>
/// <param name="Lines">One rule each.</param>
public sealed record AllRules(IReadOnlyList<Says> Lines) : Says;

/// <summary>The text of a proposal that changes a rule.</summary>
/// <param name="Rule">The rule, as it would be.</param>
/// <param name="Before">The rule, as it is.</param>
public sealed record ChangeOfRule(Says Rule, Says Before) : Says;

/// <summary>A rule that does not exist.</summary>
/// <param name="Typed">What was typed.</param>
/// <param name="Known">Those that do.</param>
public sealed record UnknownRule(string Typed, IReadOnlyList<string> Known) : Says;

/// <summary>A value that makes no sense for a rule.</summary>
/// <param name="Typed">What was typed.</param>
/// <param name="Rule">The rule, as it is.</param>
public sealed record UnknownRuleValue(string Typed, Says Rule) : Says;

/// <summary>A rule of the charter that is named.</summary>
/// <param name="Rule">The rule.</param>
public sealed record RuleName(Rule Rule) : IReadable<RuleName>
{
    /// <inheritdoc/>
    public static RuleName? Read(Words words, Asked how, Turn turn)
    {
        if (words.IsEmpty)
        {
            return null;
        }

        var texts = turn.Parts.Texts;
        foreach (var rule in Enum.GetValues<Rule>())
        {
            if (Ruling.WordsOf(rule, texts).Contains(words.Left[0].Folded))
            {
                words.Take(0, 1);
                return new RuleName(rule);
            }
        }

        throw new Refusal(new UnknownRule(Plain.Short(words.Left[0].Text), [.. Enum.GetValues<Rule>().Select(rule => Ruling.WordsOf(rule, texts)[0])]));
    }
}

/// <summary>Shows how the coop decides, or proposes to change a rule: the coop's rules are its own to change, by consent.</summary>
public sealed record ShowRules(RuleName? Rule = null, string? Value = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var charter = Charter.Of(turn);
        if (Rule is null || Value is null)
        {
            var shown = Rule is null ? Enum.GetValues<Rule>() : [Rule.Rule];
            return new AllRules([.. shown.Select(rule => Ruling.Line(rule, charter, turn))]);
        }

        var value = Ruling.Stored(Rule.Rule, Value, turn) ?? throw new Refusal(new UnknownRuleValue(Plain.Short(Value), Ruling.Line(Rule.Rule, charter, turn)));
        var changed = charter.With(Rule.Rule, value)!;
        var text = turn.Parts.Texts.Write(
            new ChangeOfRule(Ruling.Line(Rule.Rule, changed, turn), Ruling.Line(Rule.Rule, charter, turn)), turn.VoiceIn(turn.Room));
        return Opening.Open(text, new Effect(Rule.Rule.ToString(), value), turn);
    }
}
