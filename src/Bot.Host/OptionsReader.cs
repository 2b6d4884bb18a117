using System.Globalization;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Host;

/// <summary>Reads the configuration and says, in sentences a person understands, all that is wrong with it.</summary>
/// <param name="configuration">The configuration.</param>
/// <param name="texts">The languages there are.</param>
public sealed class OptionsReader(IConfiguration configuration, TextBook texts)
{
    private const string Logging = "Logging";
    private readonly SortedSet<string> asked = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> wrong = [];

    /// <summary>All settings there are, but those of the log: <see cref="Read"/> has asked for each.</summary>
    public IReadOnlyCollection<string> Settings => asked;

    /// <summary>What stands in the configuration and nobody asked for: a sentence each.</summary>
    public IReadOnlyList<string> Warnings =>
    [
        .. configuration.AsEnumerable()
            .Where(setting => setting.Value is not null && setting.Key.Split(':')[0] != Logging && !asked.Contains(setting.Key))
            .Select(setting => $"{setting.Key} is not a setting of the bot; it is ignored."),
    ];

    /// <summary>The options.</summary>
    /// <exception cref="RefusedException">Something is wrong with them; all of it is said.</exception>
    public BotOptions Read()
    {
        var data = ReadData();
        var options = new BotOptions
        {
            Language = ReadLanguage(),
            Zone = ReadZone(),
            Data = data,
            Terminal = ReadSwitch(nameof(BotOptions.Terminal), otherwise: false),
            Telegram = new TelegramReader(name => Setting($"{nameof(BotOptions.Telegram)}:{name}"), wrong).Read(),
            Matrix = new MatrixReader(name => Setting($"{nameof(BotOptions.Matrix)}:{name}"), wrong).Read(data),
            Health = new HealthOptions(ReadSwitch("Health:On", otherwise: true), ReadPort()),
        };
        return wrong.Count == 0 ? options : throw new RefusedException(string.Join('\n', wrong.Concat(Warnings)));
    }

    /// <summary>Where people's data lies when no folder is given: the system's folder for programs of this user.</summary>
    public static string? UsualData()
    {
        var folder = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return folder.Length == 0 ? null : Path.Combine(folder, "babillard");
    }

    private string ReadLanguage()
    {
        var typed = Setting(nameof(BotOptions.Language)) ?? "fr";
        if (texts.Find(typed) is { } language)
        {
            return language.Code;
        }

        wrong.Add($"Language: the bot does not speak \"{typed}\". It speaks {string.Join(", ", texts.Languages.Select(each => $"{each.Code} ({each.Name})"))}.");
        return "";
    }

    private string ReadZone()
    {
        var typed = Setting(nameof(BotOptions.Zone)) ?? "Europe/Paris";
        if (DateTimeZoneProviders.Tzdb.GetZoneOrNull(typed) is { } zone)
        {
            return zone.Id;
        }

        var near = DateTimeZoneProviders.Tzdb.Ids.FirstOrDefault(id =>
            string.Equals(id, typed, StringComparison.OrdinalIgnoreCase)
            || id.EndsWith("/" + typed.Replace(' ', '_'), StringComparison.OrdinalIgnoreCase));
        wrong.Add($"Zone: there is no time zone \"{typed}\". " + (near is null ? "Write it as Europe/Paris or America/Montreal." : $"Perhaps {near}?"));
        return "";
    }

    private string ReadData()
    {
        if ((Setting(nameof(BotOptions.Data)) ?? UsualData()) is not { } typed)
        {
            wrong.Add("Data: this user has no folder for data. Give one: --data FOLDER.");
            return "";
        }

        var full = Path.GetFullPath(typed);
        if (File.Exists(full))
        {
            wrong.Add($"Data: {full} is a file. Give a folder: the bot makes its files in it.");
        }

        return full;
    }

    private bool ReadSwitch(string key, bool otherwise)
    {
        var typed = Setting(key);
        if (typed is null)
        {
            return otherwise;
        }

        if (!bool.TryParse(typed, out var isOn))
        {
            wrong.Add($"{key}: \"{typed}\" should be true or false.");
        }

        return isOn;
    }

    private int ReadPort()
    {
        var typed = Setting("Health:Port");
        if (typed is null)
        {
            return HealthOptions.UsualPort;
        }

        if (!int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > ushort.MaxValue)
        {
            wrong.Add($"Health:Port: \"{typed}\" is not a port. Give a number from 1 to {ushort.MaxValue}, or 0 for any that is free; Health:On = false turns the page off.");
        }

        return port;
    }

    private string? Setting(string key)
    {
        asked.Add(key);
        return configuration[key]?.Trim() is { Length: > 0 } typed ? typed : null;
    }
}
