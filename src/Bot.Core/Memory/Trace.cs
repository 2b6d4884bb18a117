using Bot.Core.Chat;
using NodaTime;

namespace Bot.Core.Memory;

/// <summary>One line of a coop's trace: who did what, when, in which words, and what stood there before.</summary>
/// <param name="Seq">The coop's version that this turn made.</param>
/// <param name="Key">The inbox key of the turn; for an edit, that of the message when it was first written.</param>
/// <param name="At">When it took effect.</param>
/// <param name="SaidAt">When it was said.</param>
/// <param name="Actor">The member who did it, or null for a job.</param>
/// <param name="OnBehalfOf">The member it was done for, when another.</param>
/// <param name="Room">The room's number, when it was done in one.</param>
/// <param name="Command">The command's stored name.</param>
/// <param name="Undoes">The Seq of the turn it takes back, when it does.</param>
/// <param name="Answer">The <see cref="Outgoing.Id"/> of the answer, when there was one.</param>
/// <param name="Words">What was typed; null when nothing was, or when it is not kept.</param>
/// <param name="Changes">The documents, before and after.</param>
public sealed record TraceLine(
    long Seq,
    string Key,
    Instant At,
    Instant SaidAt,
    int? Actor,
    int? OnBehalfOf,
    int? Room,
    string Command,
    long? Undoes,
    string? Answer,
    string? Words,
    IReadOnlyList<Change> Changes);

/// <summary>What happened to one document in a turn.</summary>
/// <param name="Kind">Its kind's stored name.</param>
/// <param name="Id">Its number.</param>
/// <param name="Before">Its JSON before, null if it was not there.</param>
/// <param name="After">Its JSON after, null if it was removed.</param>
public sealed record Change(string Kind, int Id, JsonText? Before, JsonText? After);

/// <summary>
/// Which lines of a trace to read; conditions add up. What is asked without <see cref="Seq"/>, <see cref="Document"/> or
/// <see cref="Since"/> is looked for in the whole trace.
/// </summary>
/// <param name="Coop">The coop's id.</param>
/// <param name="Limit">How many lines at most.</param>
public sealed record TraceQuery(string Coop, int Limit)
{
    /// <summary>Only this line.</summary>
    public long? Seq { get; init; }

    /// <summary>Only the turn that answered to this inbox key.</summary>
    public string? Key { get; init; }

    /// <summary>Only the turn with this answer (<see cref="Outgoing.Id"/>).</summary>
    public string? Answer { get; init; }

    /// <summary>Only turns of this member.</summary>
    public int? Actor { get; init; }

    /// <summary>Only turns in this room.</summary>
    public int? Room { get; init; }

    /// <summary>Only turns that changed this kind of document (with <see cref="Document"/>).</summary>
    public string? Kind { get; init; }

    /// <summary>Only turns that changed this document of <see cref="Kind"/>.</summary>
    public int? Document { get; init; }

    /// <summary>Only turns at or after this instant.</summary>
    public Instant? Since { get; init; }
}
