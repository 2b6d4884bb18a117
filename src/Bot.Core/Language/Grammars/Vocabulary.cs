using System.Globalization;
using System.Reflection;

namespace Bot.Core.Language.Grammars;

/// <summary>
/// The words in which grammars of every language say what a pattern means: each is a public static method of one class, its
/// name in kebab case. <c>weekday-in $1 2</c> calls <c>WeekdayIn(first value, 2)</c>; a call in parentheses is an argument, a
/// bare word a value of the enumeration that is expected there, and a value that was left out takes the parameter's default.
/// </summary>
internal sealed class Vocabulary(Type words)
{
    private readonly Dictionary<string, MethodInfo> methods = words.GetMethods(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(method => Kebab(method.Name), StringComparer.Ordinal);

    private readonly Dictionary<string, object> names = words.GetMethods(BindingFlags.Public | BindingFlags.Static)
        .SelectMany(method => method.GetParameters(), (_, parameter) => Bare(parameter.ParameterType)).Where(type => type.IsEnum).Distinct()
        .SelectMany(type => Enum.GetValues(type).Cast<object>())
        .ToDictionary(value => Kebab(value.ToString()!), StringComparer.Ordinal);

    /// <summary>Makes the maker of a meaning.</summary>
    /// <param name="meaning">What the grammar says.</param>
    /// <param name="valueOf">The type of each numbered value; null if this way through the pattern leaves it out.</param>
    /// <exception cref="FormatException">It makes no sense.</exception>
    public Meaning Bind(string meaning, Func<int, Type?> valueOf)
    {
        var tokens = meaning.Replace("(", " ( ", StringComparison.Ordinal).Replace(")", " ) ", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var reader = new Reader(this, tokens, valueOf);
        return reader.Whole();
    }

    private static Type Bare(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    private static string Kebab(string name) =>
        string.Concat(name.Select((letter, index) => char.IsUpper(letter) && index > 0 ? $"-{char.ToLowerInvariant(letter)}" : char.ToLowerInvariant(letter).ToString()));

    /// <summary>Makes a value out of those of a pattern.</summary>
    /// <param name="Type">What it makes.</param>
    /// <param name="Make">Makes it; null refuses the pattern.</param>
    internal sealed record Meaning(Type Type, Maker Make);

    /// <summary>Makes a value out of those of a pattern.</summary>
    /// <param name="values">What stands on the way through the pattern.</param>
    /// <param name="places">Where among them each numbered value is.</param>
    internal delegate object? Maker(ReadOnlySpan<object?> values, ReadOnlySpan<int> places);

    private sealed class Reader(Vocabulary vocabulary, string[] tokens, Func<int, Type?> valueOf)
    {
        private int at;

        public Meaning Whole()
        {
            if (tokens is [var only] && vocabulary.names.TryGetValue(only, out var value))
            {
                return new Meaning(value.GetType(), (_, _) => value);
            }

            var meaning = tokens is [['$' or (>= '0' and <= '9') or '-', ..]] ? Argument(null, hasDefault: false)! : Call();
            return at < tokens.Length ? throw new FormatException($"\"{tokens[at]}\" is too much") : meaning;
        }

        private Meaning Call()
        {
            var name = at < tokens.Length ? tokens[at++] : "";
            if (!vocabulary.methods.TryGetValue(name, out var method))
            {
                throw new FormatException($"there is no meaning \"{name}\"");
            }

            var parameters = method.GetParameters();
            var made = new Maker[parameters.Length];
            for (var i = 0; i < parameters.Length; i++)
            {
                var given = at < tokens.Length && tokens[at] != ")" ? Argument(parameters[i].ParameterType, parameters[i].HasDefaultValue) : null;
                if (given is null && !parameters[i].HasDefaultValue)
                {
                    throw new FormatException($"{name} needs a {parameters[i].Name}");
                }

                var usual = parameters[i].DefaultValue;
                made[i] = given?.Make ?? ((_, _) => usual);
            }

            var invoker = MethodInvoker.Create(method);
            var (type, arguments) = (Bare(method.ReturnType), made);
            return new Meaning(type, (values, places) => Invoke(invoker, arguments, values, places));
        }

        private static object? Invoke(MethodInvoker invoker, Maker[] arguments, ReadOnlySpan<object?> values, ReadOnlySpan<int> places)
        {
            var given = new object?[arguments.Length];
            for (var i = 0; i < given.Length; i++)
            {
                given[i] = arguments[i](values, places);
            }

            return invoker.Invoke(null, given.AsSpan());
        }

        // Null is a value that this way through the pattern leaves out.
        private Meaning? Argument(Type? wanted, bool hasDefault)
        {
            var token = tokens[at++];
            if (token == "_" && hasDefault)
            {
                return null;
            }

            if (token == "(")
            {
                var inner = Call();
                at += at < tokens.Length && tokens[at] == ")" ? 1 : throw new FormatException("a \")\" is missing");
                return Fitting(inner, wanted);
            }

            if (token[0] == '$')
            {
                var number = int.TryParse(token.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
                return valueOf(number) is { } type ? Fitting(new Meaning(type, (values, places) => values[places[number]]), wanted)
                    : hasDefault ? null : throw new FormatException($"{token} may be left out, but not its meaning");
            }

            if (int.TryParse(token, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var literal))
            {
                object boxed = literal;
                return Fitting(new Meaning(typeof(int), (_, _) => boxed), wanted);
            }

            var choice = wanted is null ? null : Bare(wanted);
            return choice is { IsEnum: true } && Enum.TryParse(choice, token.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value)
                ? new Meaning(choice, (_, _) => value)
                : throw new FormatException($"\"{token}\" means nothing here");
        }

        private static Meaning Fitting(Meaning given, Type? wanted) => wanted is null || Bare(wanted).IsAssignableFrom(given.Type)
            ? given
            : throw new FormatException($"a {given.Type.Name} stands where a {wanted.Name} is needed");
    }
}
