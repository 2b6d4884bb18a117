using System.Reflection;
using Bot.Core.Turns;

namespace Bot.Core.Commands;

/// <summary>One parameter of a command: its name, and how it is read out of what was typed.</summary>
public abstract class Parameter
{
    private protected Parameter(CommandEntry command, ParameterInfo info)
    {
        Command = command;
        Name = info.Name!;
        Position = info.Position;
        IsRequired = !info.HasDefaultValue;
    }

    /// <summary>Its name, as in the record.</summary>
    public string Name { get; }

    /// <summary>Its place among the command's parameters.</summary>
    internal int Position { get; }

    /// <summary>Whether the command can't run without it.</summary>
    public bool IsRequired { get; }

    /// <summary>Those that recognise their words are read first; what is left goes to a title or a target.</summary>
    internal virtual int Order => 0;

    /// <summary>Whether any words at all can be meant for it.</summary>
    internal virtual bool TakesText => false;

    private protected CommandEntry Command { get; }

    internal abstract object? Read(Words words, Asked how, Turn turn);

    /// <summary>Whether a line says a value of this parameter and nothing else, so that it answers a question even in a busy room.</summary>
    internal bool IsWholly(string text, Turn turn)
    {
        if (this is TextParameter)
        {
            return false;
        }

        var words = new Words(text);
        try
        {
            return Read(words, new Asked(IsRequired: false, IsAlone: false) { IsAnswer = true }, turn) is not null && words.IsEmpty;
        }
        catch (Exception unclear) when (unclear is Doubt or Refusal)
        {
            // « Tout à l'heure » answers « when? », though it says too little.
            return unclear is Doubt && !TakesText && words.IsEmpty;
        }
    }

    /// <summary>What to ask when it is missing: a question of its own in the texts, and what could be chosen.</summary>
    internal virtual Doubt Missing(Turn turn) => new(new Prompt(AskKey), []);

    /// <summary>The key of its question in the texts.</summary>
    public string AskKey => $"{Command.Name}.{Name}.ask";

    internal static Parameter Of(CommandEntry command, ParameterInfo info)
    {
        var type = info.ParameterType;
        var reader = type == typeof(string) ? typeof(TextParameter)
            : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Target<>)
                ? typeof(TargetParameter<,>).MakeGenericType(command.Type, type.GetGenericArguments()[0])
            : typeof(ReadableParameter<>).MakeGenericType(type);
        return (Parameter)Activator.CreateInstance(reader, BindingFlags.Instance | BindingFlags.NonPublic, null, [command, info], null)!;
    }
}

/// <summary>A parameter of a type that reads itself.</summary>
internal sealed class ReadableParameter<T> : Parameter where T : class, IReadable<T>
{
    internal ReadableParameter(CommandEntry command, ParameterInfo info)
        : base(command, info)
    {
    }

    internal override object? Read(Words words, Asked how, Turn turn) => T.Read(words, how, turn);

    internal override Doubt Missing(Turn turn) => new(new Prompt(AskKey), T.Proposals(turn));
}

/// <summary>A parameter that takes the words nobody else understood, as they were typed.</summary>
internal sealed class TextParameter : Parameter
{
    private readonly bool takesWhatIsQuoted;

    internal TextParameter(CommandEntry command, ParameterInfo info)
        : base(command, info)
    {
        takesWhatIsQuoted = info.IsDefined(typeof(OrWhatIsQuotedAttribute));
    }

    internal override int Order => 2;

    internal override bool TakesText => true;

    internal override object? Read(Words words, Asked how, Turn turn)
    {
        var text = !words.IsEmpty ? words.LeftText : takesWhatIsQuoted ? turn.Quoted?.Words : null;
        words.Take(0, words.Left.Count);
        return takesWhatIsQuoted && turn.File is { } file ? file.Behind(text ?? "") : text;
    }
}
