using System.Reflection;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>What the book knows of one command.</summary>
public sealed class CommandEntry
{
    private readonly ConstructorInfo constructor;
    private readonly Parameter[] inReadingOrder;
    private readonly Func<Turn, bool>? fitsNow;

    internal CommandEntry(Type type)
    {
        Type = type;
        constructor = type.GetConstructors()[0];
        Audience = type.GetCustomAttribute<HeardByAttribute>()?.Audience ?? Audience.Room;
        IsPersonal = type.GetCustomAttribute<HeardByAttribute>() is { Audience: Audience.Asker, IsPersonal: true };
        Needs = type.GetCustomAttribute<NeedsAttribute>();
        IsCareful = type.IsDefined(typeof(CarefulAttribute));
        IsOrdinaryWord = type.IsDefined(typeof(OrdinaryWordAttribute));
        BeginsASandbox = type.IsDefined(typeof(BeginsASandboxAttribute));
        TakesACode = type.IsDefined(typeof(TakesACodeAttribute));
        IsTyped = !type.IsDefined(typeof(UntypedAttribute));
        fitsNow = type.IsAssignableTo(typeof(ISuitMoments)) ? type.GetMethod(nameof(ISuitMoments.FitsNow))!.CreateDelegate<Func<Turn, bool>>() : null;
        MenuOrder = type.GetCustomAttribute<MenuAttribute>()?.Order;
        Parameters = [.. constructor.GetParameters().Select(info => Parameter.Of(this, info))];
        HasText = Parameters.Any(parameter => parameter is TextParameter);
        inReadingOrder = [.. Parameters.OrderBy(parameter => parameter.Order)];
    }

    /// <summary>Its stored name: the record's.</summary>
    public string Name => Type.Name;

    /// <summary>The record.</summary>
    public Type Type { get; }

    /// <summary>The folder it stands in: what it is about. Those of the kernel are together.</summary>
    public string Topic => TopicOf(Type);

    /// <summary>Who hears its answer.</summary>
    public Audience Audience { get; }

    /// <summary>Whether its answer may never be said to the room instead.</summary>
    public bool IsPersonal { get; }

    /// <summary>The right it needs, if any.</summary>
    public NeedsAttribute? Needs { get; }

    /// <summary>Whether it never acts on a title that was only nearly right.</summary>
    public bool IsCareful { get; }

    /// <summary>Whether its name is an ordinary word (<see cref="OrdinaryWordAttribute"/>).</summary>
    public bool IsOrdinaryWord { get; }

    /// <summary>Whether it begins a sandbox (<see cref="BeginsASandboxAttribute"/>).</summary>
    public bool BeginsASandbox { get; }

    /// <summary>Whether it takes a code from another account (<see cref="TakesACodeAttribute"/>).</summary>
    public bool TakesACode { get; }

    /// <summary>Whether it has names to type; the others are reached by buttons.</summary>
    public bool IsTyped { get; }

    /// <summary>Its place in the menu, if it has one.</summary>
    public int? MenuOrder { get; }

    /// <summary>Its parameters, as declared.</summary>
    public IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>Whether it is worth proposing to who speaks now.</summary>
    internal bool FitsNow(Turn turn) => fitsNow is null || fitsNow(turn);

    /// <summary>Whether words that nobody else understands have a place in it.</summary>
    internal bool HasText { get; }

    /// <summary>Makes a command of what somebody meant.</summary>
    /// <exception cref="Refusal">It makes no sense.</exception>
    /// <exception cref="Doubt">Something is missing, or may mean several things.</exception>
    internal ICommand Bind(Intent intent, Turn turn)
    {
        if (Needs is { WhenGiven: null } always)
        {
            Permission.Check(always.Role, turn);
        }

        var words = new Words(intent.Words);
        var values = new object?[Parameters.Count];
        foreach (var parameter in inReadingOrder)
        {
            values[parameter.Position] = Read(parameter, intent, words, turn);
        }

        if (!words.IsEmpty)
        {
            throw new Refusal(new TooManyWords(Plain.Short(words.LeftText), new Prompt($"{Name}.example")));
        }

        if (Needs is { WhenGiven: { } given } needs && IsGiven(given, values))
        {
            Permission.Check(needs.Role, turn);
        }

        return (ICommand)constructor.Invoke(values);
    }

    private bool IsGiven(string name, object?[] values) =>
        Parameters.Any(parameter => parameter.Name == name && values[parameter.Position] is not null);

    private static object? Read(Parameter parameter, Intent intent, Words words, Turn turn)
    {
        try
        {
            var given = intent.Given.TryGetValue(parameter.Name, out var settled);
            words.Reader = parameter;
            return parameter.Read(given ? new Words(settled!) : words, new Asked(parameter.IsRequired, given), turn)
                ?? (parameter.IsRequired ? throw parameter.Missing(turn) : null);
        }
        catch (Doubt doubt) when (doubt.OtherWords is null)
        {
            doubt.Parameter ??= parameter.Name;
            doubt.OtherWords = words.TextWithout(parameter);
            doubt.TakesText = parameter.TakesText;
            throw;
        }
    }

    /// <summary>The topic of a command, or of a kind of document: the folder it stands in.</summary>
    /// <param name="type">Its record.</param>
    internal static string TopicOf(Type type) => type.Namespace!.Split('.')[^1] is var folder && folder is nameof(Commands) or nameof(Turns) ? "Kernel" : folder;
}
