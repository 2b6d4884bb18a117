namespace Bot.Host.Tests;

/// <summary>What « understand » answers to somebody who translates or tests.</summary>
public sealed class UnderstandTests : IDisposable
{
    private readonly Folder folder = new();

    [Fact]
    public async Task Each_line_is_answered_with_what_was_read_in_it()
    {
        const string said = """
            demain

            mardi 18h30 salle 3
            samedi
            mardi 18h-20h
            avant vendredi
            tous les mercredis 14h-16h sauf le 23 décembre
            les 3 et 10 décembre
            1h30
            12,50 €
            31 novembre
            tout à l'heure
            ranger "salle 3"

            """;
        const string understood = """
            {"text":"demain","kind":"date","value":"2026-11-22","alternatives":[],"ambiguous":false,"rest":""}
            {"text":"","kind":"none","value":null,"alternatives":[],"ambiguous":false,"rest":""}
            {"text":"mardi 18h30 salle 3","kind":"datetime","value":"2026-11-24T18:30","alternatives":[],"ambiguous":false,"rest":"salle 3"}
            {"text":"samedi","kind":"date","value":"2026-11-28","alternatives":["2026-11-21"],"ambiguous":true,"rest":""}
            {"text":"mardi 18h-20h","kind":"interval","value":"2026-11-24T18:00/2026-11-24T20:00","alternatives":[],"ambiguous":false,"rest":""}
            {"text":"avant vendredi","kind":"deadline","value":"2026-11-26","alternatives":[],"ambiguous":false,"rest":""}
            {"text":"tous les mercredis 14h-16h sauf le 23 décembre","kind":"recurrence","value":{"start":"2026-11-25T14:00","rrule":"FREQ=WEEKLY;BYDAY=WE","exdates":["2026-12-23"],"rdates":[],"duration":"PT2H"},"alternatives":[],"ambiguous":false,"rest":""}
            {"text":"les 3 et 10 décembre","kind":"date","value":["2026-12-03","2026-12-10"],"alternatives":[],"ambiguous":false,"rest":""}
            {"text":"1h30","kind":"duration","value":"PT1H30M","alternatives":[],"ambiguous":false,"rest":""}
            {"text":"12,50 €","kind":"money","value":{"cents":1250,"currency":"EUR"},"alternatives":[],"ambiguous":false,"rest":""}
            {"text":"31 novembre","kind":"impossible","value":null,"alternatives":["2026-11-30","2026-12-01"],"ambiguous":false,"rest":""}
            {"text":"tout à l'heure","kind":"vague","value":null,"alternatives":[],"ambiguous":false,"rest":""}
            {"text":"ranger \"salle 3\"","kind":"none","value":null,"alternatives":[],"ambiguous":false,"rest":"ranger \"salle 3\""}

            """;
        var (code, output, errors) = await RunningProgram.Run(folder, said, "understand", "--at", "2026-11-21T10:00");
        Assert.Equal((0, understood, ""), (code, output, errors));
    }

    [Fact]
    public async Task One_may_look_back_speak_english_and_live_elsewhere()
    {
        var (code, output, _) = await RunningProgram.Run(folder, "monday\n", "understand", "--at", "2026-11-21T10:00", "--look", "back", "--lang", "en", "--zone", "America/Toronto");
        Assert.Equal((0, """{"text":"monday","kind":"date","value":"2026-11-16","alternatives":[],"ambiguous":false,"rest":""}""" + "\n"), (code, output));
    }

    [Theory]
    [InlineData("--zone", "Mars", "There is no time zone \"Mars\". Try Europe/Paris.")]
    [InlineData("--at", "demain", "\"demain\" is no date and time. Try 2026-11-21T10:00.")]
    [InlineData("--lang", "xx", "There is no language \"xx\". Try en or fr.")]
    [InlineData("--look", "up", "One does not look \"up\". Try forward or back.")]
    public async Task A_wrong_option_is_told_what_to_type(string option, string value, string complaint)
    {
        var (code, output, errors) = await RunningProgram.Run(folder, "lundi\n", "understand", option, value);
        Assert.Equal((ExitCode.Refused, "", complaint + "\n"), (code, output, errors));
    }

    public void Dispose() => folder.Dispose();
}
