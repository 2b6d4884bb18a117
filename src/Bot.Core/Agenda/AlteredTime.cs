using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Agenda;

/// <summary>One time of a series is otherwise, in its history.</summary>
/// <param name="Who">Who said so.</param>
/// <param name="Was">When it would have been.</param>
/// <param name="Now">When it is instead; null when it was called off.</param>
/// <param name="When">When that was said.</param>
public sealed record AlteredThen(string Who, Says Was, Says? Now, Instant When) : Says;

/// <summary>One time of an event that comes again, moved or called off alone.</summary>
[Kind("occurrence")]
public sealed record AlteredTime : Document, IDescribed
{
    /// <summary>The event's number.</summary>
    public required int Event { get; init; }

    /// <summary>The day on which it would have been.</summary>
    public required LocalDate On { get; init; }

    /// <summary>When it is instead; null when it was called off.</summary>
    public EventTime? To { get; init; }

    /// <summary>Who changed it last.</summary>
    public required int Member { get; init; }

    /// <summary>When they did.</summary>
    public required Instant At { get; init; }

    /// <summary>Whether it is over.</summary>
    public bool IsOver { get; init; }

    /// <inheritdoc/>
    public override bool IsSettled => IsOver;

    /// <summary>One time of a series as who speaks wants it.</summary>
    /// <param name="which">The time, as it was until now.</param>
    /// <param name="to">When it is; null when it is called off.</param>
    /// <param name="turn">The turn.</param>
    internal static AlteredTime Of(Occurrence which, EventTime? to, Turn turn)
    {
        var known = turn.Live<AlteredTime>().FirstOrDefault(altered => altered.Event == which.Event.Id && altered.On == which.On);
        return new AlteredTime
        {
            Id = known?.Id ?? turn.NextId<AlteredTime>(),
            Event = which.Event.Id,
            On = which.On!.Value,
            To = to,
            Member = turn.Member.Id,
            At = turn.Now,
        };
    }

    /// <summary>How it reads in the event's history.</summary>
    /// <param name="records">Where names stand.</param>
    public Says Tell(IRecords records) => new AlteredThen(records.Find<Member>(Member)!.Name, Usual(records).Told(), To?.Told(), At);

    /// <inheritdoc/>
    public Says Describe(IRecords records) => Stands((To ?? Usual(records)).Told(), To is null, records);

    /// <inheritdoc/>
    public Says DescribeGone(IRecords records) => Stands(Usual(records).Told(), isOff: false, records);

    private EventStands Stands(Says when, bool isOff, IRecords records) =>
        new(records.Find<CoopEvent>(Event)!.Title, new Ref(Kind.Of<CoopEvent>().Letter, Event), when, isOff);

    private EventTime Usual(IRecords records) => records.Find<CoopEvent>(Event)!.Time.On(On);
}
