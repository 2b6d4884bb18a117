using System.Collections.Immutable;
using System.Globalization;
using Bot.Core.Chat;
using Bot.Core.Commands;
using Bot.Core.Jobs;
using Bot.Core.Memory;
using Bot.Core.Texts;

namespace Bot.Core.Turns;

/// <summary>Something said that can be overtaken while it waits: how things stand is looked at again when it is told.</summary>
public interface IPassing
{
    /// <summary>What is still to be said of it; null when that is nothing.</summary>
    /// <param name="reader">Who is to read it; null when a room is.</param>
    /// <param name="turn">The turn in which it is told.</param>
    Says? Still(Member? reader, Turn turn);

    /// <summary>This and what was to be said earlier of the same, as one, so that nobody reads a line of it twice; null when that is about something else.</summary>
    /// <param name="earlier">What waits still.</param>
    Says? Joined(Says earlier) => null;
}

/// <summary>What could not be told earlier, together.</summary>
/// <param name="Lines">Each of them.</param>
public sealed record WhatWaited(IReadOnlyList<Says> Lines) : Says
{
    /// <summary>So many lines are read on a phone; others wait for another day.</summary>
    public const int MostLines = 7;

    private const int MostOffers = 3;

    /// <summary>The lines of a mailbox that are still worth telling: not over, and of each thing only the latest.</summary>
    internal static IReadOnlyList<Waiting> Worth(Mailbox box, Turn turn) =>
        [.. box.Lines.Where(line => !(line.Until <= turn.Now) && CanBeSaid(line, turn.Find<Member>(box.Member), turn)).GroupBy(line => line.What, StringComparer.Ordinal).Select(same => same.Last()).OrderBy(box.Lines.IndexOf)];

    /// <summary>The lines that wait, and one more: with the earlier ones it belongs together with it becomes one.</summary>
    internal static ImmutableList<Waiting> With(ImmutableList<Waiting> lines, Waiting added, Turn turn)
    {
        foreach (var line in lines.Where(line => added.IsPassing && line.IsPassing && line.Kind == added.Kind))
        {
            if (SaysOf(added, turn) is IPassing passing && SaysOf(line, turn) is { } earlier && passing.Joined(earlier) is { } both)
            {
                lines = lines.Remove(line);
                added = added with
                {
                    Says = turn.Parts.Sayings.Write(both),
                    Until = line.Until is { } one && added.Until is { } other ? NodaTime.Instant.Max(one, other) : null,
                };
            }
        }

        return lines.Add(added);
    }

    /// <summary>
    /// As many of them as are read on a phone, from the first on; one at least, since it would wait for ever. Before them goes what changes
    /// plans and would be over the next time: all of it.
    /// </summary>
    internal static IReadOnlyList<Waiting> FirstOf(IReadOnlyList<Waiting> waiting, Member? reader, Turn turn)
    {
        var (lines, next) = (0, turn.Noise.Tomorrow());
        return [.. waiting.OrderByDescending(CannotWait).TakeWhile((line, i) => (lines += LinesOf(line, reader, turn)) <= MostLines || i == 0 || CannotWait(line))];

        bool CannotWait(Waiting line) => line.Kind == OutgoingKind.News && line.Until <= next;
    }

    /// <summary>Several lines as one message; one alone as it is.</summary>
    internal static Told Together(IReadOnlyList<Waiting> waiting, Member? member, Room? room, Turn turn)
    {
        var kind = waiting.Any(line => line.Kind == OutgoingKind.News) ? OutgoingKind.News : OutgoingKind.Nudge;
        var until = waiting.All(line => line.Until is not null) ? waiting.Max(line => line.Until) : null;
        var only = waiting is [var one] ? one : null;
        return new Told(member, room, only is { Card: not null } ? null : only is not null ? Read(only, member, turn) : Merged(waiting, member, turn), kind)
        {
            Card = only?.Card,
            Until = until,
            IsSifted = true,
        };
    }

    // A later version of the bot may not say it any more; nobody needs a card of what is over.
    private static bool CanBeSaid(Waiting line, Member? reader, Turn turn) => line.Card is { } card ? turn.IsAlive(card) : Now(line, reader, turn) is not null;

    private static Says? Now(Waiting line, Member? reader, Turn turn) =>
        SaysOf(line, turn) is var says && says is IPassing passing ? passing.Still(reader, turn) : says;

    private static Says? SaysOf(Waiting line, Turn turn) => line.Says is { } kept ? turn.Parts.Sayings.Read(kept) : null;

    private static int LinesOf(Waiting line, Member? reader, Turn turn) =>
        turn.Parts.Texts.Write(Read(line, reader, turn), reader is null ? turn.VoiceIn(turn.Find<Room>(turn.Settings.Home)!) : turn.VoiceFor(reader)).Count(sign => sign == '\n') + 1;

    private static WhatWaited Merged(IReadOnlyList<Waiting> waiting, Member? reader, Turn turn)
    {
        var lines = waiting.Select(line => (line.Subject, Says: Read(line, reader, turn))).ToList();
        var offers = new List<Offer>();
        foreach (var (subject, says) in lines)
        {
            // Of several choices all or none: who may agree may also object.
            if (offers.Count == 0 || offers.Count + says.Offers.Count <= MostOffers)
            {
                offers.AddRange(says.Offers.Select(offer => subject is null ? offer : offer with { Label = new OfferAbout(offer.Label, subject) }));
            }
        }

        return new WhatWaited([.. lines.Select(line => line.Says)]) { Offers = offers };
    }

    private static Says Read(Waiting line, Member? reader, Turn turn) => line.Card is { } card ? turn.Draw(card) : Now(line, reader, turn)!;
}

/// <summary>What a button is about, where several things are told in one message.</summary>
/// <param name="Label">What the button says.</param>
/// <param name="Subject">The code of the thing.</param>
public sealed record OfferAbout(Says Label, string Subject) : Says;

/// <summary>Tells what waited for a room or a member, as soon as one may speak there; late, it still is worth telling, but for what is over.</summary>
/// <param name="Subject">The mailbox's number.</param>
public sealed record TellWhatWaited(string Subject) : Job(Subject)
{
    /// <summary>The job of a mailbox.</summary>
    internal static TellWhatWaited Of(Mailbox box) => new(box.Id.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override void Run(Turn turn, NodaTime.Instant due)
    {
        if (turn.Find<Mailbox>(int.Parse(Subject, CultureInfo.InvariantCulture)) is not { Lines.Count: > 0 } box)
        {
            return;
        }

        var member = turn.Find<Member>(box.Member);
        var waiting = WhatWaited.Worth(box, turn).Where(line => line.Kind != OutgoingKind.Nudge || member?.Notices != Notices.None).ToList();
        var now = WhatWaited.FirstOf([.. waiting.Where(line => turn.Noise.MayTell(box, line.Kind) <= turn.Now)], member, turn);
        var later = waiting.Except(now).ToList();
        box = box with { Lines = [.. later] };
        if (later.Count > 0)
        {
            var next = later.Min(line => turn.Noise.MayTell(box, line.Kind));
            Noise.Plan(box, turn.Noise.Together(box, NodaTime.Instant.Max(next, now.Count > 0 ? turn.Noise.Tomorrow() : next)), turn);
        }

        turn.Keep(now.Count == 0 ? box : turn.Noise.Counted(box, now.Any(line => line.Kind == OutgoingKind.Nudge)));
        if (now.Count > 0)
        {
            // Buttons lead back to where it came from, and who has no private chat is asked there to open one.
            turn.Room = turn.Find<Room>(now[^1].Room);
            turn.Tell(WhatWaited.Together(now, member, turn.Find<Room>(box.Room), turn));
        }
    }
}
