using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Facts;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Decisions;

/// <summary>To who proposed something in private: it is open, where the coop meets.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Until">Until when one can answer.</param>
/// <param name="Needed">How many answers it takes.</param>
public sealed record DecisionOpened(Ref Decision, string Title, Instant Until, int Needed) : Says;

/// <summary>To somebody who does not read the rooms where a proposal was put up.</summary>
/// <param name="Decision">Its code.</param>
/// <param name="Text">Its text.</param>
/// <param name="Author">Who proposes it.</param>
/// <param name="Until">Until when one can answer.</param>
public sealed record YouAreAsked(Ref Decision, string Text, string Author, Instant Until) : Says;

/// <summary>A text that would not fit on a phone.</summary>
/// <param name="Most">How many characters fit.</param>
public sealed record ProposalTooLong(int Most) : Says;

/// <summary>Proposes something to the coop: it is adopted if enough people answer and nobody objects. All else is in the charter.</summary>
[Menu(8)]
public sealed record Propose(string Text, Delay? Until = null) : ICommand
{
    /// <summary>As much as fits on a card beside what people answer.</summary>
    internal const int LongestText = 900;

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var text = TextOf(Text);
        if (text.Length == 0)
        {
            throw Doubt.NoWords<Propose>(nameof(Text));
        }

        return Opening.Open(text, effect: null, turn, Until?.Until);
    }

    /// <summary>What was typed, as it is proposed.</summary>
    /// <exception cref="Refusal">It is too long.</exception>
    internal static string TextOf(string typed) =>
        Plain.Line(typed).TrimEnd(',', ';', ' ') is var text && text.Length <= LongestText ? text : throw new Refusal(new ProposalTooLong(LongestText));
}

/// <summary>Opens a proposal: freezes who votes, puts it up where people read, and tells those who read elsewhere.</summary>
internal static class Opening
{
    private static readonly LocalTime AtTheEndOfTheDay = new(18, 0);
    private static readonly Duration ShortestTime = Duration.FromHours(24);

    /// <summary>Opens it, and answers with its card.</summary>
    /// <exception cref="Refusal">That leaves people too little time, or too much.</exception>
    public static Says Open(string text, Effect? effect, Turn turn, DueOn? until = null, Terms? terms = null)
    {
        var deadline = until is null ? DeadlineOf(terms?.Days ?? Charter.Of(turn).Rules.Days, turn) : DeadlineOf(until, turn);
        var decision = Open(New(text, turn) with { Effect = effect, Terms = terms }, deadline, turn, isAnswer: true);
        if (turn.Room is not null)
        {
            return turn.Card(decision.Ref.ToString(), OutgoingKind.Ballot);
        }

        turn.HeardBy = Audience.Asker;
        return decision.Method.Opened(decision, deadline, turn);
    }

    /// <summary>Opens what follows from something else, with as much time as usual: its card goes wherever people read, this room included.</summary>
    public static Decision Open(string text, Ref? from, Terms? terms, Turn turn) =>
        Open(New(text, turn) with { From = from, Terms = terms }, DeadlineOf(Charter.Of(turn).Rules.Days, turn), turn, isAnswer: false);

    private static Decision New(string text, Turn turn)
    {
        var rules = Charter.Of(turn).Rules;
        return new Decision
        {
            Id = turn.NextId<Decision>(),
            Author = turn.Member.Id,
            OpenedAt = turn.Now,
            Wordings = [new Wording(text, turn.Now)],
            Electorate = [.. turn.Live<Member>().Where(turn.HasAccount).Select(member => member.Id).Except(rules.Advisers)],
            Rules = rules,
            Rooms = [.. RoomsIn(turn).Select(room => room.Id)],
            IsStatutory = Statutory.IsIn(text, turn),
        };
    }

    private static Decision Open(Decision begun, Instant deadline, Turn turn, bool isAnswer)
    {
        var decision = begun.Terms?.Asked is { } asked ? begun with { Electorate = asked } : begun;
        turn.Keep(decision);
        turn.Keep(new Progress { Id = decision.Id, Deadline = deadline, FirstDeadline = deadline });
        turn.Raise(new DecisionWasOpened(decision.Ref, decision.Title, turn.Member.Id, decision.From));
        PutUp(decision, deadline, isAnswer ? turn.Room : null, turn);
        Course.Follow(decision, turn);
        return decision;
    }

    // In the afternoon of its last day, when people are about; the day after, when that would be too soon.
    private static Instant DeadlineOf(int days, Turn turn)
    {
        var last = turn.Today.PlusDays(days);
        var deadline = At(last);
        return deadline - turn.Now >= ShortestTime ? deadline : At(last.PlusDays(1));

        Instant At(LocalDate day) => day.At(AtTheEndOfTheDay).InZoneLeniently(turn.Zone).ToInstant();
    }

    private static Instant DeadlineOf(DueOn until, Turn turn)
    {
        var deadline = until.Day.At(until.Time ?? AtTheEndOfTheDay).InZoneLeniently(turn.Zone).ToInstant();
        return deadline - turn.Now >= ShortestTime && deadline - turn.Now <= Duration.FromDays(Delay.Most)
            ? deadline
            : throw new Refusal(new DelayOutOfRange(Delay.Most));
    }

    // One room of each conversation: people read all threads of their group.
    private static IEnumerable<Room> RoomsIn(Turn turn) => turn.Live<Room>()
        .GroupBy(room => room.Place.Conversation)
        .Select(same => same.FirstOrDefault(room => room.Id == turn.Room?.Id) ?? same.OrderBy(room => room.Place.Thread is not null).ThenBy(room => room.Id).First());

    private static void PutUp(Decision decision, Instant deadline, Room? answered, Turn turn)
    {
        var rooms = decision.Rooms.Select(turn.Find<Room>).OfType<Room>().ToList();
        foreach (var room in rooms.Where(room => room.Id != answered?.Id))
        {
            turn.PutUp(room, decision.Ref.ToString(), OutgoingKind.Ballot);
        }

        foreach (var voter in decision.Electorate.Where(voter => voter != turn.Member.Id && (decision.Terms?.Asked is not null || !rooms.Exists(room => turn.Reads(voter, room)))).Select(turn.Find<Member>).OfType<Member>())
        {
            if (turn.HasPrivateChat(voter))
            {
                turn.Tell(voter, new YouAreAsked(decision.Ref, decision.Text, turn.Member.Name, deadline) { Offers = Offering.Answers(decision) }, OutgoingKind.Ballot);
            }
        }
    }
}
