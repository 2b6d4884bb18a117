using System.Text;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Texts;

/// <summary>What fills the blanks of a sentence: the properties of a <see cref="Says"/>, each written as its language writes it.</summary>
internal readonly record struct SaysBlanks(TextBook Book, Language Language, Voice Voice, SaysShape Shape, Says Says) : IBlanks
{
    private static IReadOnlyList<string> Named(IReadOnlyList<string> items, string former) =>
        [.. items.Select(item => item == Member.NoName ? former : item)];

    private string FormerMember => Book.Text(Language.Code, nameof(FormerMember));

    /// <inheritdoc/>
    public char Prefix => Voice.Prefix;

    /// <inheritdoc/>
    public bool Has(string name) => Value(name) switch
    {
        null or "" or false => false,
        IReadOnlyCollection<object> list => list.Count > 0,
        _ => true,
    };

    /// <inheritdoc/>
    public void Apply(string function, StringBuilder to, int start) => Language.Apply(function, to, start);

    /// <inheritdoc/>
    public void Write(string name, StringBuilder to) => Write(name, Value(name), to);

    private void Write(string name, object? value, StringBuilder to)
    {
        switch (value)
        {
            case null:
                break;
            case Member.NoName:
                to.Append(FormerMember);
                break;
            case string words:
                to.Append(words);
                break;
            case int number:
                to.Append(number);
                break;
            case Ref code:
                to.Append(code.Letter).Append(code.Number);
                break;
            case Instant instant:
                Language.Calendar.Write(to, instant.InZone(Voice.Zone).LocalDateTime, Voice.Today);
                break;
            case LocalDateTime at:
                Language.Calendar.Write(to, at, Voice.Today);
                break;
            case LocalDate day:
                Language.Calendar.Write(to, day, Voice.Today);
                break;
            case LocalTime hour:
                Language.Calendar.Write(to, hour);
                break;
            case IReadOnlyList<string> items:
                Language.Write(to, items.Contains(Member.NoName) ? Named(items, FormerMember) : items);
                break;
            case IReadOnlyList<CommandName> names:
                var prefix = Voice.Prefix;
                Language.Write(to, [.. names.Select(command => prefix + command.Name)]);
                break;
            case Says inner:
                Book.Write(inner, Voice, to);
                break;
            case IReadOnlyList<Says> lines:
                WriteLines(lines, to);
                break;
            case MonthDay(var day):
                Language.Calendar.WriteMonthDay(to, day);
                break;
            case WordOf word:
                to.Append(Book.Words(Language.Code, word.List)[word.Place]);
                break;
            case Listed list:
                var blanks = this;
                Language.Write(to, list.Items.Select(item => blanks.Apart(name, item)).ToList());
                break;
            case var other when Written.Of(other) is { } written:
                Write(name, written, to);
                break;
            case var other:
                throw new InvalidOperationException($"{Shape.Key}.{name} is a {other.GetType().Name}, which no text can write.");
        }
    }

    private string Apart(string name, object item)
    {
        var text = new StringBuilder();
        Write(name, item, text);
        return text.ToString();
    }

    private void WriteLines(IReadOnlyList<Says> lines, StringBuilder to)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            Book.Write(lines[index], Voice, index == 0 ? to : to.Append('\n'));
        }
    }

    private object? Value(string name) => Shape.Getters.TryGetValue(name, out var get)
        ? get(Says)
        : throw new InvalidOperationException($"{Shape.Key} has no blank {name}.");
}
