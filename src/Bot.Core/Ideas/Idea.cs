using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Ideas;

/// <summary>How an idea stands, as after an undo.</summary>
/// <param name="Title">Its words.</param>
/// <param name="Idea">Its code.</param>
/// <param name="Became">The code of what it became, if it did.</param>
/// <param name="IsOff">Whether it was taken off the wall.</param>
public sealed record IdeaStands(string Title, Ref Idea, string? Became, bool IsOff) : Says;

/// <summary>What was written aside is not for others to read yet. It says nothing of the words.</summary>
public sealed record IdeasStandAside : Says;

/// <summary>An idea that waits to be opened, where one is meant that all can read.</summary>
/// <param name="Idea">Its code.</param>
public sealed record StillAside(Ref Idea) : Says;

/// <summary>Somebody wrote an idea down, in its history.</summary>
/// <param name="Who">Who.</param>
/// <param name="When">When.</param>
public sealed record IdeaWritten(string Who, Instant When) : Says;

/// <summary>An idea without a name came to the wall, in its history.</summary>
/// <param name="When">When; null while only who wrote it reads it.</param>
public sealed record PostItPutUp(Instant? When) : Says;

/// <summary>What an idea became, in its history.</summary>
/// <param name="Became">The code of what it became.</param>
/// <param name="Who">Who took it up.</param>
/// <param name="When">When.</param>
public sealed record IdeaBecame(string Became, string Who, Instant When) : Says;

/// <summary>An idea was taken off the wall, in its history.</summary>
/// <param name="Who">Who did.</param>
/// <param name="When">When.</param>
public sealed record IdeaTakenOff(string Who, Instant When) : Says;

/// <summary>An idea that is on the wall no more.</summary>
/// <param name="Title">Its words.</param>
/// <param name="Idea">Its code.</param>
/// <param name="Became">The code of what it became; null when it was taken off.</param>
public sealed record IdeaIsOffTheWall(string Title, Ref Idea, string? Became) : Says;

/// <summary>
/// Something the coop might do one day. Written aside, it is a post-it: nobody else reads it before all are opened together, and nobody ever reads
/// whose it is.
/// </summary>
[Kind("idea", Letter = 'I')]
public sealed record Idea : Document, ITitled, IDescribed, IRemarked, IExplained, IForget, IConcernSome, IFiled, ICancellable, ISearchable
{
    /// <inheritdoc/>
    public required string Title { get; init; }

    /// <summary>Who wrote it.</summary>
    public required int Author { get; init; }

    /// <summary>When.</summary>
    public required Instant At { get; init; }

    /// <inheritdoc/>
    public int Room { get; init; }

    /// <summary>Whether it was written aside, to be opened with the others.</summary>
    public bool IsPostIt { get; init; }

    /// <summary>When it was opened, of a post-it.</summary>
    public Instant? OpenedAt { get; init; }

    /// <summary>The name under which people put it with others.</summary>
    public string? Theme { get; init; }

    /// <summary>How many found it necessary when they last chose; null while they did not.</summary>
    public int? Wanted { get; init; }

    /// <summary>What it became.</summary>
    public Ref? Became { get; init; }

    /// <summary>Whether it was taken off without becoming anything.</summary>
    public bool IsOff { get; init; }

    /// <summary>When it left the wall.</summary>
    public Instant? EndedAt { get; init; }

    /// <summary>Who took it up, or off.</summary>
    public int EndedBy { get; init; }

    /// <summary>Whether only who wrote it may read it.</summary>
    public bool IsHidden => IsPostIt && OpenedAt is null;

    /// <summary>Since when all may read it, or when it was written.</summary>
    public Instant Since => OpenedAt ?? At;

    /// <inheritdoc/>
    public override bool IsSettled => IsOff || Became is not null;

    /// <inheritdoc/>
    public bool IsOpen => !IsSettled;

    /// <inheritdoc/>
    public bool IsForSome => IsHidden;

    /// <inheritdoc/>
    public bool Concerns(int member) => !IsHidden || Author == member;

    // Who searches must not even learn that the words stand somewhere.
    /// <inheritdoc/>
    public string FoundBy => IsHidden ? "" : Title;

    /// <inheritdoc/>
    public Ref FoundAs => Ref;

    /// <inheritdoc/>
    public LocalDateTime? FoundAt(DateTimeZone zone) => Since.InZone(zone).LocalDateTime;

    /// <inheritdoc/>
    public bool TellsAll => true;

    /// <inheritdoc/>
    public IEnumerable<Remark> Remarks(IRecords records)
    {
        yield return new Remark(Since, Beginning(records));
        if (EndedAt is { } ended)
        {
            yield return new Remark(ended, Ending(records)!);
        }
    }

    /// <inheritdoc/>
    public Says Explain(Turn turn) => IdeaPage.Of(this, turn);

    /// <inheritdoc/>
    public CallingOff CalledOff(DueOn? on, bool isAll, Turn turn)
    {
        RefuseIfEnded();
        if (IsHidden)
        {
            turn.HeardBy = Audience.Asker;
        }

        return new CallingOff(this with { IsOff = true, EndedAt = turn.Now, EndedBy = turn.Member.Id }, When: null, []);
    }

    /// <inheritdoc/>
    public Says Describe(IRecords records) => IsHidden ? new IdeasStandAside() : new IdeaStands(Title, Ref, Became?.ToString(), IsOff);

    // What nobody else has read goes with who wrote it.
    /// <inheritdoc/>
    public Document? Forget(Forgotten who) => IsHidden && Author == who.Member ? null : this;

    /// <summary>How it came to be, in a sentence; of a post-it without a name.</summary>
    /// <param name="records">Where names stand.</param>
    internal Says Beginning(IRecords records) => IsPostIt ? new PostItPutUp(OpenedAt) : new IdeaWritten(NameOf(Author, records), At);

    /// <summary>How it left the wall, in a sentence; null while it has not.</summary>
    /// <param name="records">Where names stand.</param>
    internal Says? Ending(IRecords records) => EndedAt is not { } ended ? null
        : Became is { } became ? new IdeaBecame(became.ToString(), NameOf(EndedBy, records), ended)
        : new IdeaTakenOff(NameOf(EndedBy, records), ended);

    /// <summary>Says no when it is on the wall no more.</summary>
    /// <exception cref="Refusal">It became something, or was taken off.</exception>
    private void RefuseIfEnded()
    {
        if (IsSettled)
        {
            throw new Refusal(new IdeaIsOffTheWall(Title, Ref, Became?.ToString()));
        }
    }

    /// <summary>Says no when not everybody can read it, or it is on the wall no more.</summary>
    /// <exception cref="Refusal">It waits to be opened, became something, or was taken off.</exception>
    internal void RefuseUnlessOnTheWall()
    {
        RefuseIfEnded();
        if (IsHidden)
        {
            throw new Refusal(new StillAside(Ref));
        }
    }

    private static string NameOf(int member, IRecords records) => records.Find<Member>(member)!.Name;
}
