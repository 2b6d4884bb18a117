using Bot.Core.Commands;
using Bot.Core.Jobs;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Turns;

/// <summary>
/// Something a command needs to know before it can run: one open per member and room. It survives a restart and waits ten
/// minutes; a new command closes it.
/// </summary>
[Kind("question", IsBookkeeping = true)]
public sealed record Question : Document, IForget
{
    /// <summary>How long a question waits for its answer.</summary>
    public static readonly Duration Patience = Duration.FromMinutes(10);

    /// <summary>Whom it was asked.</summary>
    public required int Member { get; init; }

    /// <summary>The room where the command was typed, and will go on; 0 in private.</summary>
    public int Room { get; init; }

    /// <summary>Whether they were not in that room when it was asked: they had pressed a button in private.</summary>
    public bool IsAway { get; init; }

    /// <summary>What is meant so far.</summary>
    public required Intent Intent { get; init; }

    /// <summary>The parameter the answer is for.</summary>
    public required string Parameter { get; init; }

    /// <summary>Whether free text answers it, as a reply or in private.</summary>
    public bool TakesText { get; init; }

    /// <summary>The labels that were offered, in the member's language.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>What each label means.</summary>
    public IReadOnlyList<Intent> Meanings { get; init; } = [];

    /// <summary>When it is no longer worth an answer.</summary>
    public required Instant Until { get; init; }

    /// <summary>The message that asks it (its <see cref="Chat.Outgoing.Id"/>).</summary>
    public string? AskedIn { get; init; }

    /// <inheritdoc/>
    public Document? Forget(Forgotten who) => Member == who.Member || who.IsNamedIn(Intent.Words) || Labels.Any(who.IsNamedIn) ? null : this;
}

/// <summary>Closes a question nobody answered, and takes its buttons away.</summary>
/// <param name="Subject">The question's number.</param>
public sealed record CloseQuestion(string Subject) : Job(Subject)
{
    /// <inheritdoc/>
    public override void Run(Turn turn, Instant due)
    {
        if (turn.Find<Question>(int.Parse(Subject, System.Globalization.CultureInfo.InvariantCulture)) is { } question && question.Until <= turn.Now)
        {
            turn.Close(question);
        }
    }
}
