using System.Reflection;
using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Tests.Kernel;

/// <summary>Whatever the bot says can wait, and is worded when it is told.</summary>
public sealed class SayingsTests
{
    private static readonly Sayings Sayings = new([typeof(Says).Assembly]);
    private static readonly Instant Noon = Instant.FromUtc(2026, 11, 21, 11, 0);

    /// <summary>What slices say; what is internal is only made while something is written.</summary>
    public static TheoryData<string> All => [.. typeof(Says).Assembly.GetTypes().Where(type => type is { IsAbstract: false, IsPublic: true } && type.IsSubclassOf(typeof(Says))).Select(type => type.FullName!)];

    [Theory]
    [MemberData(nameof(All))]
    public void It_reads_the_same_afterwards(string type)
    {
        var says = Sample(typeof(Says).Assembly.GetType(type)!) with { Offers = [new Offer(new ThatDay(new LocalDate(2026, 11, 26)), Intent.To<AskHelp>().With("What", "A1"))] };
        var again = Sayings.Read(Sayings.Write(says))!;
        Assert.Equal(type, again.GetType().FullName);
        Assert.Equal(new LocalDate(2026, 11, 26), Assert.IsType<ThatDay>(again.Offers[0].Label).Day);
        Assert.Equal(Sayings.Write(says), Sayings.Write(again));
        foreach (var property in says.GetType().GetProperties().Where(property => property.PropertyType.IsValueType || property.PropertyType == typeof(string)))
        {
            Assert.Equal(property.GetValue(says), property.GetValue(again));
        }
    }

    [Theory]
    [InlineData("""["NobodySaysThis",{}]""")]
    [InlineData("""{"Offers":[]}""")]
    [InlineData("""["ThatDay",{"Day":"?"}]""")]
    public void What_a_later_version_does_not_say_any_more_is_let_go(string kept) => Assert.Null(Sayings.Read(kept));

    private static Says Sample(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).MaxBy(each => each.GetParameters().Length)!;
        return (Says)constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType))]);
    }

    private static object? Value(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? Value(inner)
        : type == typeof(string) ? "mots"
        : type == typeof(int) ? 3
        : type == typeof(bool) ? true
        : type == typeof(Recurrence) ? new Recurrence(new LocalDate(2026, 11, 24), new LocalTime(18, 0), new RecurrenceRule(Frequency.Weekly))
        : type == typeof(Period) ? Period.FromDays(30)
        : type == typeof(Effort) ? new Effort(150)
        : type == typeof(When) ? new When.OnDay(new LocalDate(2026, 11, 26))
        : type == typeof(Ref) ? new Ref('A', 1)
        : type == typeof(Money) ? new Money(50000, "EUR")
        : type == typeof(Instant) ? Noon
        : type == typeof(LocalDate) ? new LocalDate(2026, 11, 26)
        : type == typeof(LocalTime) ? new LocalTime(18, 30)
        : type == typeof(LocalDateTime) ? new LocalDateTime(2026, 11, 26, 18, 30)
        : type.IsAssignableFrom(typeof(ThatMoment)) && typeof(Says).IsAssignableFrom(type) ? new ThatMoment(new LocalDateTime(2026, 11, 26, 18, 30))
        : typeof(Says).IsAssignableFrom(type) ? Sample(type)
        : type.IsAssignableFrom(typeof(List<string>)) ? new List<string> { "un", "deux" }
        : type.IsAssignableFrom(typeof(List<CommandName>)) ? new List<CommandName> { new("libres") }
        : type.IsAssignableFrom(typeof(List<Says>)) ? new List<Says> { new ThatDay(new LocalDate(2026, 11, 26)) }
        : throw new InvalidOperationException($"No sample of {type}.");
}
