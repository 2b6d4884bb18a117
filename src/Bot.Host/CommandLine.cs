using System.CommandLine;
using Bot.Adapters.Sqlite;
using Bot.Core.Chat;
using Bot.Core.Texts;
using Bot.Host.Replay;

namespace Bot.Host;

/// <summary>What the program is asked to do.</summary>
internal static class CommandLine
{
    private const string Description = """
        Babillard, the notice board of a cooperative: a chat bot that remembers who does what, and when.

        Without a command it runs. As long as no chat platform is configured it chats here, in the terminal, with all who sit at
        the keyboard. A line is a message; who speaks stands before it, and you speak when nobody does:
          /aide                      you, in the group
          Lina> /action jardinage    Lina, in the group
          Sam #jardin> /libres       Sam, in the room #jardin
          Sam (privé)> /mes_actions  Sam, alone with the bot
          Sam> [Je prends]           Sam presses a button; its number alone does it too: Sam> 1
          Lina re A1> fait           Lina replies to the message about A1
          Lina>                      from now on you are Lina
        Ctrl+D ends, and nothing is lost: the next run goes on where this one stopped.

        A file of such lines works as well; only the conversation goes to standard output:
          printf 'Lina> /action jardinage\nSam> /claim jardinage\n' | babillard --data /tmp/essai

        And a written conversation can be played on its own clock, and compared with what it expects:
          babillard replay samedi.chat
          babillard replay --check samedi.chat

        While it runs, it can be asked whether it is well, and its memory copied:
          babillard health
          babillard backup saturday.db

        For Matrix the bot needs a token, which is made with its account's password once:
          babillard matrix-login https://matrix.coop.example @babillard:coop.example

        What the coops noted can be taken elsewhere (hours as tables and for hledger, the journal, …):
          babillard export saturday

        Settings come from appsettings.json in the current folder, then from the environment (BABILLARD_Language=en,
        BABILLARD_Zone=Europe/Paris, BABILLARD_Health__Port=8086), then from the options below.
        """;

    // The bot gives itself ten seconds to finish; the rest is for closing its file.
    private static readonly TimeSpan MostStopping = TimeSpan.FromSeconds(15);

    /// <summary>Does what the command line says.</summary>
    /// <param name="args">The command line.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> Run(string[] args)
    {
        // An account begins with « @ », which is no file to read more words from.
        var parsed = Root().Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var code = await parsed.InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = MostStopping });
        return parsed.Errors.Count == 0 ? code : ExitCode.Refused;
    }

    private static RootCommand Root()
    {
        var data = new Option<string?>("--data") { Description = $"the folder that holds the memory, usually {OptionsReader.UsualData() ?? "none"}", HelpName = "DIR" };
        var config = new Option<string?>("--config") { Description = "a file to read the settings from, in place of appsettings.json", HelpName = "FILE" };
        var terminal = new Option<bool>("--terminal") { Description = "chat in the terminal, even when a chat platform is configured" };
        var run = new Command("run", "Run the bot; so does giving no command.") { data, config, terminal };
        var check = new Command("check", "Say in sentences how the bot would run, or what is wrong with its settings.") { data, config, terminal };
        var health = new Command("health", "Ask the running bot whether it is well: 0 when it is, 1 with the reason when it is not.") { config };
        var file = new Argument<string>("FILE") { Description = "the file to write; it must not exist" };
        var backup = new Command("backup", "Copy the memory into a file, whether the bot runs or not.") { file, data, config };
        var homeserver = new Argument<string>("HOMESERVER") { Description = "its address: https://matrix.coop.example" };
        var account = new Argument<string>("ACCOUNT") { Description = "the bot's account there: @babillard:coop.example" };
        var login = new Command("matrix-login", "Make a token for the bot's account on a Matrix homeserver, and keep it beside the memory.") { homeserver, account, data };
        var into = new Argument<string>("DIR") { Description = "the folder to write into; it must be empty or missing" };
        var export = new Command("export", "Write all that can be taken elsewhere into a folder, whether the bot runs or not.") { into, data, config };
        var root = new RootCommand(Description) { data, config, terminal, run, check, health, backup, export, login, ReplayCommand.Create(), UnderstandCommand.Create() };
        Func<ParseResult, CancellationToken, Task<int>> runs = (parsed, stop) => Act(parsed, setup => RunCommand.Run(setup, parsed.InvocationConfiguration.Error, stop));
        root.SetAction(runs);
        run.SetAction(runs);
        check.SetAction((parsed, stop) => Act(parsed, setup => CheckCommand.Run(setup, parsed.InvocationConfiguration.Output, stop)));
        login.SetAction((parsed, stop) => Refusing(parsed.InvocationConfiguration.Error, () => MatrixLoginCommand.Run(
            parsed.GetRequiredValue(homeserver), parsed.GetRequiredValue(account), FolderFor(parsed.GetValue(data)), Console.In, parsed.InvocationConfiguration.Output, stop)));
        health.SetAction((parsed, stop) => Act(parsed, setup => HealthCommand.Run(setup, parsed.InvocationConfiguration.Output, stop)));
        backup.SetAction((parsed, _) => Act(parsed, setup => BackupCommand.Run(setup, parsed.GetValue(file)!, parsed.InvocationConfiguration.Output)));
        export.SetAction((parsed, _) => Act(parsed, setup => ExportCommand.Run(setup, parsed.GetValue(into)!, parsed.InvocationConfiguration.Output)));
        return root;

        Task<int> Act(ParseResult parsed, Func<Setup, Task<int>> act) => Refusing(parsed.InvocationConfiguration.Error, () =>
        {
            var settled = new Dictionary<string, string?>(StringComparer.Ordinal);
            if (parsed.GetValue(data) is { } folder)
            {
                settled[nameof(BotOptions.Data)] = folder;
            }

            if (parsed.GetValue(terminal))
            {
                settled[nameof(BotOptions.Terminal)] = bool.TrueString;
            }

            return act(Setup.Read(parsed.GetValue(config), settled, TextBook.Load()));
        });
    }

    // Where the memory is, or will be; the rest of the settings may still be missing.
    private static string FolderFor(string? named) =>
        Path.GetFullPath(named ?? (Configuration.Read(Configuration.Files(named: null), new Dictionary<string, string?>())[nameof(BotOptions.Data)] is { Length: > 0 } settled ? settled : null)
            ?? OptionsReader.UsualData() ?? throw new RefusedException("This user has no folder for data. Give one: --data FOLDER."));

    // Whoever starts the program can do something about these; a trace of the code would only be in the way.
    private static async Task<int> Refusing(TextWriter errors, Func<Task<int>> act)
    {
        try
        {
            return await act();
        }
        catch (Exception refused) when (refused is RefusedException or StoreRefusedException or PlatformRefusedException)
        {
            await errors.WriteLineAsync(refused.Message);
            return ExitCode.Refused;
        }
    }
}
