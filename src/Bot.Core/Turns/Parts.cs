using System.Collections.Frozen;
using System.Reflection;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Facts;
using Bot.Core.Jobs;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;

namespace Bot.Core.Turns;

/// <summary>Everything that slices contribute, found in the code: nothing has to be registered.</summary>
public sealed class Parts
{
    private readonly Lazy<Reader> reader = new(Reader.Load);

    /// <summary>Finds the parts of some assemblies.</summary>
    /// <param name="texts">Their texts.</param>
    /// <param name="assemblies">Where they are; Bot.Core is always among them.</param>
    public Parts(TextBook texts, params IEnumerable<Assembly> assemblies)
    {
        var all = assemblies.Prepend(typeof(Parts).Assembly).Distinct().ToList();
        Texts = texts;
        Commands = new CommandBook(texts, all);
        Reactions = new Reactions(all);
        Cards = [.. InstancesOf<ICard>(all)];
        Settings = [.. InstancesOf<ISetting>(all)];
        Understanding = [.. InstancesOf<IUnderstand>(all)];
        Furnishers = [.. InstancesOf<IFurnish>(all)];
        Engaging = [.. InstancesOf<IEngage>(all)];
        Weekly = [.. InstancesOf<IWeekly>(all)];
        Exports = [.. InstancesOf<IExport>(all)];
        Sayings = new Sayings(all);
        Jobs = all.SelectMany(assembly => assembly.GetTypes())
            .Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(Job)))
            .ToFrozenDictionary(type => type.Name, StringComparer.Ordinal);
    }

    /// <summary>What the bot may say, in every language.</summary>
    public TextBook Texts { get; }

    /// <summary>Reads when something is; made when somebody first writes of it, since its grammars take a moment.</summary>
    public Reader Reader => reader.Value;

    /// <summary>All commands.</summary>
    public CommandBook Commands { get; }

    /// <summary>Who reacts to which facts.</summary>
    public Reactions Reactions { get; }

    /// <summary>All kinds of cards.</summary>
    public IReadOnlyList<ICard> Cards { get; }

    /// <summary>What a coop can settle with /reglages.</summary>
    public IReadOnlyList<ISetting> Settings { get; }

    /// <summary>Who understands lines that name no command.</summary>
    public IReadOnlyList<IUnderstand> Understanding { get; }

    /// <summary>What puts something into a sandbox that begins.</summary>
    public IReadOnlyList<IFurnish> Furnishers { get; }

    /// <summary>Who knows where people have promised to be.</summary>
    public IReadOnlyList<IEngage> Engaging { get; }

    /// <summary>What has something to say of each week.</summary>
    public IReadOnlyList<IWeekly> Weekly { get; }

    /// <summary>What can be taken elsewhere.</summary>
    public IReadOnlyList<IExport> Exports { get; }

    /// <summary>Keeps what is to be said later.</summary>
    public Sayings Sayings { get; }

    /// <summary>All classes of jobs, by name.</summary>
    public IReadOnlyDictionary<string, Type> Jobs { get; }

    private static IEnumerable<T> InstancesOf<T>(IEnumerable<Assembly> assemblies) =>
        assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsAbstract: false, IsInterface: false } && type.IsAssignableTo(typeof(T)))
            .OrderBy(type => type.Name, StringComparer.Ordinal)
            .Select(type => (T)Activator.CreateInstance(type)!);
}
