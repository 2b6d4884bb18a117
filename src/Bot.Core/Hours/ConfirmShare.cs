using System.Globalization;
using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Hours;

/// <summary>« Confirmer », on a button.</summary>
public sealed record ConfirmIt : Says;

/// <summary>« Pas moi », on a button.</summary>
public sealed record NotMine : Says;

/// <summary>What was noted for somebody is not theirs, and counts nowhere.</summary>
/// <param name="Time">How much it was.</param>
/// <param name="When">When.</param>
/// <param name="What">What was done.</param>
public sealed record ShareDeclined(Effort Time, When When, string? What) : Says;

/// <summary>What was noted for somebody else, who says that it is not theirs.</summary>
/// <param name="Who">Who says so.</param>
/// <param name="Time">How much it was.</param>
/// <param name="When">When.</param>
/// <param name="What">What was done.</param>
public sealed record TheySayNo(string Who, Effort Time, When When, string? What) : Says;

/// <summary>What was noted for somebody was taken back meanwhile.</summary>
public sealed record ShareIsGone : Says;

/// <summary>Which of the things noted for somebody is meant. Only buttons say it.</summary>
/// <param name="Share">It; null when it was taken back meanwhile.</param>
public sealed record NumberedShare(HoursShare? Share) : IReadable<NumberedShare>
{
    /// <inheritdoc/>
    public static NumberedShare? Read(Words words, Asked how, Turn turn)
    {
        if (words.Left is not [var only] || !int.TryParse(only.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        words.Take(0, 1);
        return new NumberedShare(turn.Find<HoursShare>(number) is { } share && share.Member == turn.Member.Id ? share : null);
    }
}

/// <summary>Confirms what another member noted for who presses; or, as often as it is pressed, says that it counts.</summary>
[Untyped]
[HeardBy(Audience.Asker)]
public sealed record ConfirmShare(NumberedShare Share) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var share = Share.Share ?? throw new Refusal(new ShareIsGone());
        if (share.Line is { } known && turn.Find<HoursLine>(known) is { } counted)
        {
            return Noting.Noted(counted, null, null, turn);
        }

        share.Entry.Check(turn.Member, turn);
        var line = Ledger.Add(share.Entry.Line(share.Member, share.By, turn), turn);
        turn.Keep(share with { Line = line.Id });
        return Noting.Noted(line, null, null, turn);
    }

    /// <summary>The buttons that answer.</summary>
    internal static IReadOnlyList<Offer> Offers(HoursShare share) =>
    [
        new Offer(new ConfirmIt(), Intent.To<ConfirmShare>().With(nameof(Share), share.Id)),
        new Offer(new NotMine(), Intent.To<DeclineShare>().With(nameof(DeclineShare.Share), share.Id)),
    ];
}

/// <summary>Says that what another member noted for who presses is not theirs.</summary>
[Untyped]
[HeardBy(Audience.Asker)]
public sealed record DeclineShare(NumberedShare Share) : ICommand
{
    private const int None = 0;

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var share = Share.Share ?? throw new Refusal(new ShareIsGone());
        if (share.Line is null)
        {
            turn.Keep(share with { Line = None });
            if (turn.Find<Member>(share.By) is { } author)
            {
                turn.Tell(author, new TheySayNo(turn.Member.Name, share.Time, share.When, share.Text ?? share.Title));
            }
        }
        else if (turn.Find<HoursLine>(share.Line.Value) is { } line && Ledger.Of(turn).Stands(line))
        {
            Ledger.TakeBack(line, turn);
        }

        return new ShareDeclined(share.Time, share.When, share.Text ?? share.Title);
    }
}
