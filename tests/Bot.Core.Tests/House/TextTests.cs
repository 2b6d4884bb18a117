using System.Text.RegularExpressions;
using Bot.Core.Across;
using Bot.Core.Agenda;
using Bot.Core.Commands;
using Bot.Core.Decisions;
using Bot.Core.Hours;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Tests.House;

/// <summary>Everything the bot may say is said in every language, and nothing stands in the texts that nobody says.</summary>
public sealed partial class TextTests
{
    private static readonly TextBook Texts = TextBook.Load();
    private static readonly Parts Parts = new(Texts);

    public static TheoryData<string> Languages => [.. Texts.Languages.Select(language => language.Code)];

    [Fact]
    public void Every_sentence_stands_in_every_language()
    {
        var says = typeof(Says).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Says)) && type.GetProperty(nameof(Says.Key))!.DeclaringType == typeof(Says));
        var past = Parts.Commands.Entries.Select(entry => entry.Name).Concat(Parts.Jobs.Keys).Where(name => Texts.Languages.Any(language => Has(language, $"{name}.past")))
            .Select(name => ($"{name}.past", typeof(Past)));
        var findings = TextCheck.Findings(Texts, says, LookedUp(), past.Concat(Keyed()));
        Assert.True(findings.Count == 0, string.Join('\n', findings));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_example_of_a_command_is_that_command(string language)
    {
        foreach (var entry in Parts.Commands.Entries.Where(entry => entry.IsTyped))
        {
            var example = Texts.Text(language, $"{entry.Name}.example");
            Assert.StartsWith("/", example, StringComparison.Ordinal);
            Assert.Equal(entry.Name, Parts.Commands.Read(example[1..])?.Command);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void The_first_name_of_a_command_fits_every_menu(string language)
    {
        foreach (var entry in Parts.Commands.Entries.Where(entry => entry.IsTyped))
        {
            Assert.Matches("^[a-z0-9_]{1,32}$", Parts.Commands.NamesOf(entry, language)[0]);
        }
    }

    [Fact]
    public void Two_commands_that_share_a_name_are_refused()
    {
        var files = TextBook.BuiltIn().ToDictionary(StringComparer.Ordinal);
        files["fr/actions.properties"] = files["fr/actions.properties"].Replace("lacher", "Clâ-im", StringComparison.Ordinal);
        var refused = Assert.Throws<InvalidOperationException>(() => new CommandBook(new TextBook(files), typeof(Says).Assembly));
        Assert.Contains("claim", refused.Message, StringComparison.Ordinal);
    }

    // Who says « tu » to somebody says « vous » to those who asked for it.
    [Fact]
    public void What_is_said_with_tu_has_its_polite_form()
    {
        var files = TextBook.BuiltIn().Where(file => file.Key.StartsWith("fr/", StringComparison.Ordinal));
        var lines = files.SelectMany(file => file.Value.Split('\n')).Where(line => line.Contains('=', StringComparison.Ordinal) && !line.StartsWith('#')).ToList();
        var polite = lines.Where(line => line.Contains("[vous", StringComparison.Ordinal)).Select(line => line.Split('[')[0]).ToHashSet(StringComparer.Ordinal);
        var familiar = lines.Where(line => !line.Contains("[vous", StringComparison.Ordinal) && Tu().IsMatch(line))
            .Select(line => line.Split('=', '[')[0].Trim())
            .Where(key => !key.Contains('.', StringComparison.Ordinal) && key is not ("AddMeToAGroup" or "UnknownAddress"));
        Assert.Empty(familiar.Except(polite, StringComparer.Ordinal));
    }

    private static readonly string[] VoteWords = ["Pro", "Contra", "Neither", "NoPart"];
    private static readonly string[] SlotWords = ["Yes", "IfNeedBe", "No"];
    private static readonly string[] ToneWords = ["For", "Mixed", "Against", "None"];

    // Sentences of which one stands under each name of a list.
    private static IEnumerable<(string Key, Type Says)> Keyed() =>
    [
        .. Enum.GetNames<Ending>().Append(nameof(Decision.EndedBy)).Select(name => ($"{nameof(Ended)}.{name}", typeof(Ended))),
        .. Kind.All.Where(kind => kind.Type.IsAssignableTo(typeof(ISearchable))).Select(kind => ($"Found.{kind.Name}", typeof(FoundLine))),
        .. Enum.GetNames<Stage>().Select(name => ($"{nameof(DecisionAdvances)}.{name}", typeof(DecisionAdvances))),
        .. Enum.GetNames<Choice>().Select(name => ($"{nameof(ChoiceWord)}.{name}", typeof(ChoiceWord))),
        .. Enum.GetValues<Ending>().Where(ending => ending < Ending.Rejected).Select(ending => ($"{nameof(Because)}.{ending}", typeof(Because))),
        .. Enum.GetNames<Fate>().Select(name => ($"{nameof(ObjectionTold)}.{name}", typeof(ObjectionTold))),
        .. Enum.GetNames<Notices>().Select(name => ($"Notices.{name}", typeof(Members.NoticesNamed))),
        .. Enum.GetNames<Reply>().Select(name => ($"{nameof(ReplyWord)}.{name}", typeof(ReplyWord))),
        .. Enum.GetNames<Nature>().Select(name => ($"{nameof(NatureNamed)}.{name}", typeof(NatureNamed))),
        .. Enum.GetNames<LineState>().Select(name => ($"{nameof(StateNamed)}.{name}", typeof(StateNamed))),
        .. Enum.GetNames<Turning>().Select(name => ($"{nameof(Turned)}.{name}", typeof(Turned))),
        .. Enum.GetNames<Manner>().Select(name => ($"{nameof(MannerWord)}.{name}", typeof(MannerWord))),
        .. Enum.GetNames<Manner>().Select(name => ($"{nameof(RuleOfVote)}.{name}", typeof(RuleOfVote))),
        .. Enum.GetNames<Manner>().Concat(["Several", "Secret"]).Select(name => ($"{nameof(HowToVote)}.{name}", typeof(HowToVote))),
        .. new[] { Ending.Adopted, Ending.Rejected, Ending.Chosen, Ending.Tied, Ending.Told }.Select(ending => ($"{nameof(VoteEnded)}.{ending}", typeof(VoteEnded))),
        .. Enum.GetNames<Majority>().Select(name => ($"{nameof(MajorityWord)}.{name}", typeof(MajorityWord))),
        .. Enum.GetNames<Base>().Select(name => ($"{nameof(BaseWord)}.{name}", typeof(BaseWord))),
        .. VoteWords.Select(name => ($"{nameof(VoteWord)}.{name}", typeof(VoteWord))),
        .. SlotWords.Select(name => ($"{nameof(SlotWord)}.{name}", typeof(SlotWord))),
        .. ToneWords.Select(name => ($"{nameof(ToneWord)}.{name}", typeof(ToneWord))),
        .. Enumerable.Range(0, JudgmentTally.Grades).Select(grade => ($"{nameof(GradeWord)}.{grade}", typeof(GradeWord))),
    ];

    private static bool Has(Bot.Core.Texts.Language language, string key) => Texts.In(language).ContainsKey(key);

    private static IEnumerable<string> LookedUp()
    {
        foreach (var entry in Parts.Commands.Entries.Where(entry => entry.IsTyped))
        {
            yield return $"{entry.Name}.names";
            yield return $"{entry.Name}.summary";
            yield return $"{entry.Name}.example";
            foreach (var parameter in entry.Parameters.Where(parameter => parameter.IsRequired))
            {
                yield return parameter.AskKey;
            }
        }

        foreach (var topic in Parts.Commands.Entries.Where(entry => entry.IsTyped).Select(entry => entry.Topic).Distinct(StringComparer.Ordinal))
        {
            yield return $"{topic}.topic";
        }

        foreach (var setting in Parts.Settings.Select(setting => setting.GetType().Name))
        {
            yield return $"{setting}.names";
            yield return $"{setting}.values";
        }

        foreach (var export in Parts.Exports.Select(export => export.GetType().Name))
        {
            yield return $"{export}.names";
        }

        foreach (var role in Enum.GetNames<Role>())
        {
            yield return $"Role.{role}";
            yield return $"Role.{role}.names";
        }

        foreach (var list in new[] { "Weekdays", "Months", "MonthDays", "Nths", "LastNths", "HoursValidations", "HoursForOthers" })
        {
            yield return $"{list}.words";
        }

        yield return "Role.None.names";
        foreach (var notices in Enum.GetNames<Notices>())
        {
            yield return $"Notices.{notices}.names";
        }

        foreach (var key in Enum.GetNames<Majority>().Select(name => $"Majority{name}")
            .Concat(Enum.GetNames<Base>().Select(name => $"Base{name}"))
            .Concat(VoteWords)
            .Concat(SlotWords.Select(name => $"Slot{name}"))
            .Concat(ToneWords.Select(name => $"Tone{name}"))
            .Concat(Enumerable.Range(0, JudgmentTally.Grades).Select(grade => $"Grade{grade}")))
        {
            yield return $"{key}.words";
        }

        // Asked for only when no vote is named that is answered.
        foreach (var opens in new[] { nameof(OpenVote), nameof(OpenSurvey), nameof(OpenDates), nameof(OpenScores), nameof(OpenDots), nameof(OpenJudgment), nameof(OpenRanking) })
        {
            yield return $"{opens}.Text.ask";
        }

        yield return "FormerMember";
        yield return "CommandPage.title";
        yield return "CommandPage.intro";
        yield return "CommandPage.header";

        // Words that a parameter's type looks up to read itself.
        foreach (Match match in Source.CSharp("src/Bot.Core").SelectMany(file => WordList().Matches(file.Text)))
        {
            yield return match.Groups["key"].Value;
        }
    }

    [GeneratedRegex("""Words\(([\w.]+, )?"(?<key>\w+\.words)"\)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordList();

    [GeneratedRegex(@"\b(tu|te|ton|ta|tes|toi|t'\w+)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tu();
}
