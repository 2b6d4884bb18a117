using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Hours;

/// <summary>Somebody's time is noted.</summary>
/// <param name="Time">How much counts.</param>
/// <param name="When">The day, or the days.</param>
/// <param name="What">What was done.</param>
/// <param name="Line">The line's code.</param>
/// <param name="Who">Whose time it is, when not of who noted it.</param>
/// <param name="Said">How much was said, when it counts otherwise.</param>
/// <param name="IsLate">Whether it counts for a later day, since its own is settled.</param>
/// <param name="Month">What their month comes to.</param>
/// <param name="Others">What it means for the others, when there are any.</param>
public sealed record HoursNoted(Effort Time, When When, string? What, Ref Line, string? Who, Effort? Said, bool IsLate, Effort Month, Says? Others) : Says;

/// <summary>Time was noted for somebody who has to confirm it.</summary>
/// <param name="Time">How much.</param>
/// <param name="When">The day, or the days.</param>
/// <param name="What">What was done.</param>
/// <param name="Who">Whose time it is.</param>
public sealed record HoursWait(Effort Time, When When, string? What, string Who) : Says;

/// <summary>Several people's time was noted at once.</summary>
/// <param name="People">How many they are.</param>
/// <param name="Each">How much each gave.</param>
/// <param name="Total">What it comes to.</param>
/// <param name="Waiting">Those who have to confirm it.</param>
public sealed record SeveralGave(int People, Effort Each, Effort Total, IReadOnlyList<string> Waiting) : Says;

/// <summary>« Corriger », on a button.</summary>
public sealed record CorrectIt : Says;

/// <summary>Notes time that somebody gave: how long, when and what, in whatever order. With the code of a line, says that line right.</summary>
[Menu(9)]
[HeardBy(Audience.Asker)]
public sealed record NoteHours(
    Lasted Time, Coded<HoursLine>? Line = null, WorkedOn? On = null, AboutThing? About = null, Tag? Circle = null, Alongside? With = null, OnBehalf? For = null, string? Text = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        if (Line is not null)
        {
            return Correcting.Of(Line.Value, Time, On, About, Circle, Text, turn);
        }

        var entry = new Entry(Time.Time, On ?? new WorkedOn(WorkedOn.Today(turn))) { About = About, Circle = Circle, Text = Plain.Line(Text ?? "") is { Length: > 0 } text ? text : null };
        var who = For?.Member ?? turn.Member;
        List<Member> others = [.. (With?.Members ?? []).Where(other => other.Id != who.Id)];
        var mine = Noting.Note(entry, who, turn);
        List<string> waiting = [.. others.Where(other => Noting.Note(entry, other, turn) is null).Select(other => other.Name)];
        Noting.PlanCall(turn);
        if (mine is null)
        {
            return new HoursWait(entry.Time, entry.On.Told(), entry.Text ?? About?.Title, who.Name);
        }

        var all = new Effort(mine.Time.Minutes * (1 + others.Count));
        return Noting.Noted(mine, others.Count == 0 ? null : new SeveralGave(1 + others.Count, mine.Time, all, waiting), Time.Otherwise, turn);
    }
}

/// <summary>What happens when time is noted, however that came about.</summary>
internal static class Noting
{
    /// <summary>Notes somebody's time; for another it waits until they confirm it, unless the coop trusts or they can't.</summary>
    /// <returns>The line; null when it waits.</returns>
    /// <exception cref="Refusal">Nobody can have worked that much, or that long ago.</exception>
    public static HoursLine? Note(Entry entry, Member who, Turn turn)
    {
        entry.Check(who, turn);
        var isOwn = turn.IsSpeaker(who);
        if (!isOwn && turn.HasAccount(who) && !HoursRules.Of(turn).TrustsOthers)
        {
            var share = new HoursShare
            {
                Id = turn.NextId<HoursShare>(),
                Member = who.Id,
                By = turn.Member.Id,
                Time = entry.Time,
                Day = entry.On.Day,
                From = entry.On.From,
                Text = entry.Text,
                Circle = entry.Circle?.Name,
                About = entry.About?.Code,
                Title = entry.About?.Title,
            };
            turn.Keep(share);
            turn.Tell(who, new NotedForYou(turn.Member.Name, entry.Time, entry.On.Told(), entry.Text ?? entry.About?.Title) { Offers = ConfirmShare.Offers(share) });
            return null;
        }

        var line = Ledger.Add(entry.Line(who.Id, turn.Member.Id, turn), turn);
        if (!isOwn)
        {
            turn.Tell(who, new CountedForYou(turn.Member.Name, line.Time, line.When, line.What, line.Ref) { Offers = [OfferToCorrect(line)] });
        }

        return line;
    }

    /// <summary>What is said of a new line.</summary>
    public static HoursNoted Noted(HoursLine line, Says? others, Effort? otherwise, Turn turn) => new(
        line.Time,
        line.Late is { } day ? new When.OnDay(day) : line.When,
        line.What,
        line.Ref,
        turn.IsSpeaker(turn.Find<Member>(line.Member)!) ? null : turn.Find<Member>(line.Member)!.Name,
        line.Said,
        line.Late is not null,
        Ledger.Of(turn).Of(line.Member, HoursPeriod.MonthOf(line.Day)),
        others)
    {
        Offers = [.. otherwise is { } time ? new[] { new Offer(new ThatLong(time), Correction(line).With(nameof(CorrectHours.Text), Lasted.Typed(time))) } : [], OfferToCorrect(line)],
    };

    /// <summary>The button that corrects a line.</summary>
    public static Offer OfferToCorrect(HoursLine line) => new(new CorrectIt(), Correction(line));

    /// <summary>Sees to it that those who noted nothing are asked, once a month is over.</summary>
    public static void PlanCall(Turn turn)
    {
        if (!turn.IsSandbox && turn.Pending(new MonthlyCall()) is null)
        {
            turn.At(MonthlyCall.After(turn.Today, turn), new MonthlyCall());
        }
    }

    private static Intent Correction(HoursLine line) => Intent.To<CorrectHours>().With(nameof(CorrectHours.Line), line.Ref);
}
