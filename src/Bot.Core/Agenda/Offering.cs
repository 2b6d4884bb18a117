using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using NodaTime;

namespace Bot.Core.Agenda;

/// <summary>« Peut-être », on a button.</summary>
public sealed record PerhapsComing : Says;

/// <summary>« Je ne viens plus », on a button.</summary>
public sealed record NotComing : Says;

/// <summary>The buttons of the slice, each of which stands for something one could type.</summary>
internal static class Offering
{
    /// <summary>What one can answer to an event.</summary>
    /// <param name="about">The event.</param>
    /// <param name="on">Which time of it; null of what is once.</param>
    public static IReadOnlyList<Offer> Answers(CoopEvent about, LocalDate? on) =>
        [To<ComeAlong>(new Yes(), about, on), To<StayAway>(new No(), about, on), To<PerhapsCome>(new PerhapsComing(), about, on)];

    /// <summary>An answer. All of them call their parameters the same.</summary>
    /// <typeparam name="TCommand">Which.</typeparam>
    /// <param name="label">What the button says.</param>
    /// <param name="about">The event.</param>
    /// <param name="on">Which time of it; null of what is once.</param>
    public static Offer To<TCommand>(Says label, CoopEvent about, LocalDate? on) where TCommand : ICommand
    {
        var intent = Intent.To<TCommand>().With(nameof(ComeAlong.Event), about.Ref);
        return new Offer(label, on is { } day ? intent.With(nameof(ComeAlong.On), Due.Typed(new DueOn(day, null))) : intent);
    }
}
