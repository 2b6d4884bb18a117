using Bot.Adapters.Matrix;
using Bot.Adapters.Sqlite;
using Bot.Adapters.Telegram;
using Bot.Core.Chat;
using Bot.Core.Turns;

namespace Bot.Host;

/// <summary>Runs the bot on the wall clock until it is stopped.</summary>
internal static class RunCommand
{
    /// <summary>Runs it.</summary>
    /// <param name="setup">What the program was started with.</param>
    /// <param name="errors">Where the operator is told what they should know; standard output is for the conversation.</param>
    /// <param name="stop">Stops it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(Setup setup, TextWriter errors, CancellationToken stop)
    {
        using var logs = Logs.Open(setup.Settings, setup.Options.RunsTerminal);
        var parts = new Parts(setup.Texts);
        var store = SqliteStore.Open(setup.Options.File, WallClock.Time);
        using var telegram = Telegram(setup.Options, parts, logs);
        using var matrix = setup.Options.Matrix is { } account ? new MatrixPlatform(account, WallClock.Time, logs.CreateLogger<MatrixPlatform>()) : null;
        await using var bot = Compose(setup.Options, parts, store, [.. new IChatPlatform?[] { telegram, matrix }.OfType<IChatPlatform>()], logs);
        foreach (var sentence in Banner(setup, store))
        {
            await errors.WriteLineAsync(sentence);
        }

        using var closing = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var page = OpenPage(setup.Options, new Health(store, () => bot.IsRunning, WallClock.Time), logs, errors, closing.Token);
        try
        {
            // Whoever chats in the terminal waits neither for a web server nor for a port that another program has.
            await (setup.Options.RunsTerminal ? Task.CompletedTask : page);
            await bot.Run(stop);
        }
        finally
        {
            await closing.CancelAsync();
            if (await page is { } open)
            {
                await open.DisposeAsync();
            }
        }

        if (!store.Broken.IsCompleted)
        {
            return ExitCode.Well;
        }

        await errors.WriteLineAsync(await store.Broken);
        return ExitCode.Broken;
    }

    // The menu of the language a new coop speaks is also for those whose own language has none.
    private static TelegramPlatform? Telegram(BotOptions options, Parts parts, ILoggerFactory logs) => options.Telegram is not { } settings ? null
        : new TelegramPlatform(
            settings with
            {
                Menus = [.. parts.Texts.Languages.Select(language => language.Code).OrderByDescending(code => code == options.Language).Select(parts.Commands.MenuIn)],
            },
            WallClock.Time,
            logs.CreateLogger<TelegramPlatform>());

    private static Babillard Compose(BotOptions options, Parts parts, SqliteStore store, List<IChatPlatform> platforms, ILoggerFactory logs)
    {
        Babillard? bot = null;
        if (options.RunsTerminal)
        {
            platforms.Add(TerminalHere.Open(store.Boots, () => bot!.Postman.Idle()));
        }

        bot = new Babillard(store, platforms, parts, WallClock.Time, WallClock.Chance, new Defaults(options.Language, options.Zone), logs);
        bot.Postman.Painter = Rsvg.Find(logs);
        return bot;
    }

    private static IEnumerable<string> Banner(Setup setup, SqliteStore store)
    {
        yield return store.IsNew ? $"A new memory was made: {setup.Options.File}" : $"Memory: {setup.Options.File}";
        foreach (var warning in store.Warnings.Concat(setup.Warnings))
        {
            yield return warning;
        }

        if (setup.Options.RunsTerminal && TerminalHere.IsInteractive)
        {
            yield return "Type /aide; as somebody else: Lina> /aide; alone with the bot: Lina (privé)> /aide. Ctrl+D ends.";
        }
    }

    private static async Task<HealthPage?> OpenPage(BotOptions options, Health health, ILoggerFactory logs, TextWriter errors, CancellationToken stop)
    {
        if (!options.Health.On)
        {
            return null;
        }

        try
        {
            var page = await Task.Run(() => HealthPage.Open(options.Health.Port, health, logs, stop), stop);
            if (!options.RunsTerminal || options.Health.Port == 0)
            {
                await errors.WriteLineAsync($"Health: {page.Address}");
            }

            return page;
        }
        catch (RefusedException busy) when (options.RunsTerminal)
        {
            await errors.WriteLineAsync(busy.Message);
            return null;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return null;
        }
    }
}
