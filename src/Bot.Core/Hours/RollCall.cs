using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Hours;

/// <summary>Some people noted nothing in a month, and are asked in private.</summary>
/// <param name="Month">The month.</param>
/// <param name="Count">How many are asked.</param>
internal sealed record CallWasMade(Says Month, int Count) : Says;

/// <summary>Nobody is to be asked whether they gave any time in a month.</summary>
/// <param name="Month">The month.</param>
internal sealed record NobodyToCall(Says Month) : Says;

/// <summary>To who noted nothing in a month: did they give any time?</summary>
/// <param name="Month">The month.</param>
public sealed record AnyHours(Says Month) : Says;

/// <summary>« Noter des heures », on a button.</summary>
public sealed record NoteSome : Says;

/// <summary>Asks in private those who noted nothing this month whether they gave any time: each of them once.</summary>
[Needs(Role.Coordination)]
public sealed record CallRoll : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var month = HoursPeriod.MonthOf(turn.Today);
        var asked = Calling.Call(month, turn);
        return asked == 0 ? new NobodyToCall(month.Told()) : new CallWasMade(month.Told(), asked);
    }
}

/// <summary>
/// On the first of a month those who noted nothing in the last one are asked in private, once, as long as the coop counts time at all. Late it is asked all
/// the same: the month is still within what may be noted.
/// </summary>
/// <param name="Subject">Nothing: there is one for all.</param>
public sealed record MonthlyCall(string Subject = "") : Job(Subject)
{
    private static readonly LocalTime InTheMorning = new(10, 0);

    /// <inheritdoc/>
    public override void Run(Turn turn, Instant due)
    {
        var month = HoursPeriod.MonthOf(due.InZone(turn.Zone).Date.PlusMonths(-1));
        if (Ledger.Of(turn).Standing.Any(line => month.Holds(line.Day)))
        {
            Calling.Call(month, turn);
            turn.At(After(turn.Today, turn), new MonthlyCall());
        }
    }

    /// <summary>The first of the next month.</summary>
    internal static Instant After(LocalDate day, Turn turn) => HoursPeriod.MonthOf(day).Last.PlusDays(1).At(InTheMorning).InZoneLeniently(turn.Zone).ToInstant();
}

/// <summary>Asks those who noted nothing.</summary>
internal static class Calling
{
    private static readonly Duration Patience = Duration.FromDays(7);

    /// <summary>Asks them about a month; how many were asked.</summary>
    public static int Call(HoursPeriod month, Turn turn)
    {
        var gave = Ledger.Of(turn).Standing.Where(line => line.Day >= month.First && (line.From ?? line.Day) <= month.Last).Select(line => line.Member)
            .Concat(turn.Live<HoursShare>().Select(share => share.Member)).ToHashSet();
        List<Member> silent = [.. turn.Live<Member>().Where(member => !gave.Contains(member.Id) && turn.HasPrivateChat(member) && Wants(HoursHabit.Of(member.Id, turn), month))];
        foreach (var member in silent)
        {
            turn.Keep(HoursHabit.Of(member.Id, turn) with { CalledFor = month.First });
            turn.Tell(member, new AnyHours(month.Told()) { Offers = [new Offer(new NoteSome(), Intent.To<NoteHours>()), new Offer(new AskMeNoMore(), Intent.To<AskNoMore>())] }, OutgoingKind.Nudge, turn.Now + Patience);
        }

        return silent.Count;
    }

    private static bool Wants(HoursHabit habit, HoursPeriod month) => !habit.IsNotAsked && !(habit.CalledFor >= month.First);
}
