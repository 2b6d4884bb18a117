using System.Globalization;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>« Coopérative de jeunes ».</summary>
public sealed record Youth : Says;

/// <summary>« Tiers-lieu ».</summary>
public sealed record SharedPlace : Says;

/// <summary>« Habitat ».</summary>
public sealed record Housing : Says;

/// <summary>« Coopérative d'emploi ».</summary>
public sealed record Employment : Says;

/// <summary>What kind of cooperative it is.</summary>
/// <param name="Name">The kind; null when none was chosen.</param>
public sealed record RuleKind(Says? Name) : Says;

/// <summary>How long people have to answer.</summary>
/// <param name="Days">In days.</param>
public sealed record RuleDays(int Days) : Says;

/// <summary>How many must answer.</summary>
/// <param name="Share">The share of the voters.</param>
/// <param name="Fewest">How many at least.</param>
public sealed record RuleQuorum(string Share, int Fewest) : Says;

/// <summary>Which answers there are.</summary>
/// <param name="IsStrict">Whether there are two only.</param>
public sealed record RulePositions(bool IsStrict) : Says;

/// <summary>Who votes.</summary>
/// <param name="IsClosed">Whether only those who were members at the opening.</param>
public sealed record RuleVoters(bool IsClosed) : Says;

/// <summary>What silence means.</summary>
/// <param name="Consents">Whether it is consent.</param>
public sealed record RuleSilence(bool Consents) : Says;

/// <summary>When a decision is looked at again.</summary>
/// <param name="Months">After how many months.</param>
public sealed record RuleReview(int Months) : Says;

/// <summary>Who gives advice and does not vote.</summary>
/// <param name="Who">Who.</param>
public sealed record RuleAdvice(IReadOnlyList<string> Who) : Says;

/// <summary>Whose vote decides when a vote is level.</summary>
/// <param name="Who">Who; null for nobody.</param>
public sealed record RuleCastingVote(string? Who) : Says;

/// <summary>Up to which amount who hears advice may decide alone.</summary>
/// <param name="Most">The amount; null when there is no limit.</param>
public sealed record RuleAdviceUpTo(Money? Most) : Says;

/// <summary>Reads and writes the rules of a charter.</summary>
internal static class Ruling
{
    private const int MostMonths = 60;

    /// <summary>The charter with another value for a rule; null when the value makes no sense.</summary>
    public static Charter? With(this Charter charter, Rule rule, string value) => rule switch
    {
        Rule.Kind => Enum.TryParse<CoopKind>(value, out var kind) ? charter with { Coop = kind, Rules = Charter.For(kind) with { Advisers = charter.Rules.Advisers, CastingVote = charter.Rules.CastingVote } } : null,
        Rule.Days => Number(value, Delay.Most) is { } days ? charter.With(rules => rules with { Days = days }) : null,
        Rule.Quorum => ShareOf(value) is { } share ? charter.With(rules => rules with { Quorum = share }) : null,
        Rule.Positions => value is "2" or "4" ? charter.With(rules => rules with { IsStrict = value == "2" }) : null,
        Rule.Voters => Yes(value) is { } closed ? charter.With(rules => rules with { IsClosed = closed }) : null,
        Rule.Silence => Yes(value) is { } consents ? charter.With(rules => rules with { SilenceConsents = consents }) : null,
        Rule.Review => Number(value, MostMonths) is { } months ? charter.With(rules => rules with { ReviewMonths = months }) : null,
        Rule.CastingVote => Id(value) is { } member ? charter.With(rules => rules with { CastingVote = member }) : null,
        Rule.AdviceUpTo => charter.With(rules => rules with { AdviceUpTo = Amount(value) }),
        _ => charter.With(rules => rules with { Advisers = [.. Members(value)] }),
    };

    /// <summary>A value as it is stored, read from what somebody typed; null when it makes no sense.</summary>
    public static string? Stored(Rule rule, string typed, Turn turn)
    {
        var texts = turn.Parts.Texts;
        var folded = Folding.Fold(typed.Trim());
        return rule switch
        {
            Rule.Kind => Enum.GetValues<CoopKind>().Where(kind => kind != CoopKind.None && KindWords(kind, texts).Contains(folded)).Select(kind => kind.ToString()).FirstOrDefault(),
            Rule.Days or Rule.Review => folded.Split(' ')[0],
            Rule.Quorum => folded.Replace(" ", "", StringComparison.Ordinal),
            Rule.Voters => texts.Words("VotersClosed.words").Contains(folded) ? "yes" : texts.Words("VotersOpen.words").Contains(folded) ? "no" : null,
            Rule.Silence => texts.Words("SilenceConsents.words").Contains(folded) ? "yes" : texts.Words("SilenceNot.words").Contains(folded) ? "no" : null,
            Rule.Advice => string.Join(',', NamedIn(typed, turn)),
            Rule.CastingVote => texts.Words("Nobody.words").Contains(folded) ? "0" : NamedIn(typed, turn).ToList() is [var one] ? one.ToString(CultureInfo.InvariantCulture) : null,
            Rule.AdviceUpTo => texts.Words("Nobody.words").Contains(folded) ? "" : turn.Parts.Reader.ReadMoney(typed, turn.Settings.Language) is { IsRead: true, Value: { Cents: > 0 } most } ? Typed(most) : null,
            _ => folded,
        } is { } value && Charter.Of(turn).With(rule, value) is not null ? value : null;
    }

    /// <summary>What people type for a kind of cooperative.</summary>
    public static IReadOnlyList<string> KindWords(CoopKind kind, TextBook texts) => kind switch
    {
        CoopKind.Youth => texts.Words("Youth.words"),
        CoopKind.Place => texts.Words("SharedPlace.words"),
        CoopKind.Housing => texts.Words("Housing.words"),
        _ => texts.Words("Employment.words"),
    };

    /// <summary>What people type for a rule.</summary>
    public static IReadOnlyList<string> WordsOf(Rule rule, TextBook texts) => rule switch
    {
        Rule.Kind => texts.Words("RuleKind.words"),
        Rule.Days => texts.Words("RuleDays.words"),
        Rule.Quorum => texts.Words("RuleQuorum.words"),
        Rule.Positions => texts.Words("RulePositions.words"),
        Rule.Voters => texts.Words("RuleVoters.words"),
        Rule.Silence => texts.Words("RuleSilence.words"),
        Rule.Review => texts.Words("RuleReview.words"),
        Rule.CastingVote => texts.Words("RuleCastingVote.words"),
        Rule.AdviceUpTo => texts.Words("RuleAdviceUpTo.words"),
        _ => texts.Words("RuleAdvice.words"),
    };

    /// <summary>A rule as it is written, with its value.</summary>
    public static Says Line(Rule rule, Charter charter, IRecords records) => rule switch
    {
        Rule.Kind => new RuleKind(KindName(charter.Coop)),
        Rule.Days => new RuleDays(charter.Rules.Days),
        Rule.Quorum => new RuleQuorum(charter.Rules.Quorum.ToString(), Rules.FewestAnswers),
        Rule.Positions => new RulePositions(charter.Rules.IsStrict),
        Rule.Voters => new RuleVoters(charter.Rules.IsClosed),
        Rule.Silence => new RuleSilence(charter.Rules.SilenceConsents),
        Rule.Review => new RuleReview(charter.Rules.ReviewMonths),
        Rule.CastingVote => new RuleCastingVote(records.Find<Member>(charter.Rules.CastingVote)?.Name),
        Rule.AdviceUpTo => new RuleAdviceUpTo(charter.Rules.AdviceUpTo),
        _ => new RuleAdvice(charter.Rules.Advisers.Names(records)),
    };

    private static Says? KindName(CoopKind kind) => kind switch
    {
        CoopKind.Youth => new Youth(),
        CoopKind.Place => new SharedPlace(),
        CoopKind.Housing => new Housing(),
        CoopKind.Employment => new Employment(),
        _ => null,
    };

    private static Charter With(this Charter charter, Func<Rules, Rules> change) => charter with { Rules = change(charter.Rules) };

    private static int? Number(string value, int most) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most ? number : null;

    private static bool? Yes(string value) => value switch
    {
        "yes" => true,
        "no" => false,
        _ => null,
    };

    // « 40 % », « 40 », « 2/3 ».
    private static Share? ShareOf(string value) => value.Split('/') is [var parts, var of]
        ? Number(parts, 100) is { } some && Number(of, 100) is { } all && some <= all ? new Share(some, all) : null
        : Number(value.TrimEnd('%'), 100) is { } percent ? Share.Percent(percent) : null;

    private static IEnumerable<int> Members(string value) =>
        value.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(id => int.Parse(id, NumberStyles.None, CultureInfo.InvariantCulture));

    private static int? Id(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;

    private static string Typed(Money amount) => string.Create(CultureInfo.InvariantCulture, $"{amount.Cents} {amount.Currency}");

    private static Money? Amount(string value) => value.Split(' ') is [var cents, var currency] ? new Money(long.Parse(cents, NumberStyles.None, CultureInfo.InvariantCulture), currency) : null;

    private static IEnumerable<int> NamedIn(string typed, Turn turn)
    {
        var words = new Commands.Words(typed);
        while (!words.IsEmpty)
        {
            if ((Commands.Names.TakeKnown(words, 0, turn) ?? Commands.Names.Take(words, 0, turn, isSurelyAName: false)) is { } member)
            {
                yield return member.Id;
            }
            else
            {
                words.Take(0, 1);
            }
        }
    }
}
