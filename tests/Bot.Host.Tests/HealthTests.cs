using System.Globalization;
using System.Net;
using System.Text.Json;
using Bot.Core.Memory;
using Microsoft.Extensions.Logging.Abstractions;

namespace Bot.Host.Tests;

public class HealthTests
{
    [Fact]
    public async Task All_is_well_while_the_bot_runs_and_keeps() => Assert.Null(await Of(StoreInFront.With()).Trouble());

    [Fact]
    public async Task A_bot_that_does_not_listen_is_not_well() =>
        Assert.Equal("The bot is starting or stopping.", await new Health(StoreInFront.With(), () => false, WallClock.Time).Trouble());

    [Fact]
    public async Task A_broken_store_says_why() =>
        Assert.Equal("The disk burnt.", await Of(StoreInFront.With(("get_Broken", () => Task.FromResult("The disk burnt.")))).Trouble());

    [Fact]
    public async Task A_full_disk_says_so() =>
        Assert.Equal("Full.", await Of(StoreInFront.With(("Probe", () => Task.FromException(new StoreUnavailableException("Full."))))).Trouble());

    [Fact]
    public async Task The_page_gives_the_reason()
    {
        var store = StoreInFront.With(("Probe", () => Task.FromException(new StoreUnavailableException("The disk is \"full\"."))));
        await using var page = await HealthPage.Open(0, Of(store), NullLoggerFactory.Instance, CancellationToken.None);
        using var browser = new HttpClient();
        using var answer = await browser.GetAsync(new Uri(page.Address));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal("unavailable", json.RootElement.GetProperty("status").GetString());
        Assert.Equal("The disk is \"full\".", json.RootElement.GetProperty("reason").GetString());
    }

    [Fact]
    public async Task A_port_that_another_has_is_refused_in_a_sentence()
    {
        await using var first = await HealthPage.Open(0, Of(StoreInFront.With()), NullLoggerFactory.Instance, CancellationToken.None);
        var port = new Uri(first.Address).Port;
        var refused = await Assert.ThrowsAsync<RefusedException>(
            () => HealthPage.Open(port, Of(StoreInFront.With()), NullLoggerFactory.Instance, CancellationToken.None));
        Assert.Contains($"cannot have the port {port}", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asks_from_the_command_line_is_told_what_the_page_says()
    {
        await using var page = await HealthPage.Open(0, Of(StoreInFront.With()), NullLoggerFactory.Instance, CancellationToken.None);
        Assert.Null(await HealthPage.Ask(new Uri(page.Address).Port, CancellationToken.None));

        var full = StoreInFront.With(("Probe", () => Task.FromException(new StoreUnavailableException("Full."))));
        await using var other = await HealthPage.Open(0, Of(full), NullLoggerFactory.Instance, CancellationToken.None);
        Assert.Equal("Full.", await HealthPage.Ask(new Uri(other.Address).Port, CancellationToken.None));
    }

    [Fact]
    public async Task The_command_ends_with_0_while_the_bot_is_well_and_with_1_when_none_answers()
    {
        using var folder = new Folder();
        using var program = RunningProgram.Start(folder, new Dictionary<string, string> { ["Health__Port"] = "0" }, "--data", "memory");
        var port = new Uri(await program.Tells("http://.*/healthz")).Port.ToString(CultureInfo.InvariantCulture);
        var setting = new Dictionary<string, string> { ["Health__Port"] = port };
        using var asks = RunningProgram.Start(folder, setting, "health");
        Assert.Equal((0, "The bot is well.\n"), (await asks.End(), asks.Output));

        program.EndInput();
        await program.End();
        using var later = RunningProgram.Start(folder, setting, "health");
        Assert.Equal((1, $"No bot answers at http://127.0.0.1:{port}/healthz.\n"), (await later.End(), later.Output));
    }

    [Fact]
    public async Task Without_a_page_there_is_nobody_to_ask()
    {
        using var folder = new Folder();
        var (code, output, errors) = await RunningProgram.Run(folder, "", "health");
        Assert.Equal((2, "", "There is no health page at a known port to ask: see Health:On and Health:Port.\n"), (code, output, errors));
    }

    private static Health Of(IStore store) => new(store, () => true, WallClock.Time);
}
