using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Across;

/// <summary>What happened to one thing, oldest first.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Code">Its code.</param>
/// <param name="Lines">What happened.</param>
/// <param name="HasEarlier">Whether there are earlier acts that are not shown.</param>
public sealed record History(string Title, Ref Code, IReadOnlyList<Says> Lines, bool HasEarlier) : Says;

/// <summary>One act in a thing's history; its sentence stands under the command's name, with « .past ».</summary>
/// <param name="Command">The command; or the job, when the bot did it.</param>
/// <param name="When">When.</param>
/// <param name="Who">Who did it; null when the bot did.</param>
/// <param name="For">For whom, when for another.</param>
/// <param name="Words">What they typed.</param>
public sealed record Past(string Command, Instant When, string? Who, string? For, string? Words) : Says
{
    /// <inheritdoc/>
    public override string Key => $"{Command}.past";
}

/// <summary>What something was made of, at the beginning of its history.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Code">Its code.</param>
public sealed record MadeOf(string Title, Ref Code) : Says;

/// <summary>Shows who asks what happened to something, by whom, and what people said about it.</summary>
[HeardBy(Audience.Asker)]
public sealed record ShowHistory(Target<ITitled> Thing) : ICommand, ISeeks<ShowHistory, ITitled>
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var acts = Thing.Value is IRemarked { TellsAll: true } ? []
            : turn.HistoryOf((Document)Thing.Value, PageNumber.Length + 1).Reverse().Select(line => new Remark(line.At, Line(line, turn)));
        var words = (Thing.Value as IRemarked)?.Remarks(turn) ?? [];
        var lines = acts.Concat(words).OrderBy(line => line.At).Select(line => line.Says).ToList();
        var origin = Origin(Thing.Value, turn);
        return new History(Thing.Value.Title, Thing.Value.Ref, [.. origin, .. lines.TakeLast(PageNumber.Length)], lines.Count > PageNumber.Length);
    }

    /// <inheritdoc/>
    public static IEnumerable<IEnumerable<ITitled>> Candidates(Turn turn) => [turn.LiveHaving<ITitled>()];

    // Lines of the journal are many and named by their codes; by their words /chercher finds them.
    /// <inheritdoc/>
    public static IEnumerable<ITitled> WhatIsOver(Turn turn) => turn.AllHaving<ITitled>(but: typeof(ICorrectable));

    private static IEnumerable<Says> Origin(ITitled thing, Turn turn)
    {
        if (thing is IComeFrom { From: { } code } && turn.Document(Kind.All.First(kind => kind.Letter == code.Letter), code.Number) is ITitled origin)
        {
            yield return new MadeOf(origin.Title, origin.Ref);
        }
    }

    private static Past Line(TraceLine line, Turn turn) => new(
        line.Command,
        line.At,
        line.Actor is { } actor ? turn.Find<Member>(actor)?.Name : null,
        line.OnBehalfOf is { } other ? turn.Find<Member>(other)?.Name : null,
        line.Words);
}
