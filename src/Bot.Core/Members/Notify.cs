using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Members;

/// <summary>What somebody is told of.</summary>
/// <param name="Which">What.</param>
/// <param name="From">From when the bot says nothing of itself; null for never.</param>
/// <param name="To">Until when.</param>
/// <param name="InWords">Whether what buttons stand for is printed too.</param>
/// <param name="IsNew">Whether they have just chosen it.</param>
public sealed record NoticesStand(Says Which, LocalTime? From, LocalTime? To, bool InWords, bool IsNew) : Says;

/// <summary>What one may be told of, by its name.</summary>
/// <param name="Name">The key of its sentence.</param>
public sealed record NoticesNamed(string Name) : Says
{
    /// <inheritdoc/>
    public override string Key => $"{nameof(Notices)}.{Name}";
}

/// <summary>A choice among those, on a button.</summary>
/// <param name="Name">The word one types.</param>
public sealed record NoticesOffered(string Name) : Says;

/// <summary>A choice that does not exist.</summary>
/// <param name="Typed">What was typed.</param>
public sealed record UnknownNotices(string Typed) : Says;

/// <summary>What somebody wants to be told of, or how.</summary>
/// <param name="Which">What they are told of.</param>
/// <param name="InWords">Whether what buttons stand for is printed too.</param>
public sealed record NoticesChoice(Notices? Which, bool? InWords) : IReadable<NoticesChoice>
{
    /// <inheritdoc/>
    public static NoticesChoice? Read(Words words, Asked how, Turn turn)
    {
        if (words.IsEmpty)
        {
            return null;
        }

        var (texts, typed) = (turn.Parts.Texts, words.Left[0]);
        words.Take(0, 1);
        foreach (var which in Enum.GetValues<Notices>())
        {
            if (texts.Words($"Notices.{which}.names").Contains(typed.Folded))
            {
                return new NoticesChoice(which, null);
            }
        }

        return texts.Words("InWords.words").Contains(typed.Folded) ? new NoticesChoice(null, true)
            : texts.Words("WithButtons.words").Contains(typed.Folded) ? new NoticesChoice(null, false)
            : throw new Refusal(new UnknownNotices(Plain.Short(typed.Text)));
    }
}

/// <summary>Shows who asks what the bot tells them of itself, or changes it.</summary>
[HeardBy(Audience.Asker, IsPersonal = true)]
public sealed record Notify(NoticesChoice? Choice = null) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        if (Choice is null)
        {
            return Stand(turn.Member, isNew: false, turn) with { Offers = [.. Enum.GetValues<Notices>().Where(which => which != turn.Member.Notices).Select(which => Offer(which, turn))] };
        }

        var member = turn.Member with { Notices = Choice.Which ?? turn.Member.Notices, WantsWords = Choice.InWords ?? turn.Member.WantsWords };
        turn.Keep(member);
        return Stand(member, isNew: true, turn);
    }

    private static NoticesStand Stand(Member member, bool isNew, Turn turn)
    {
        var quiet = turn.Settings.QuietHours is { IsNever: false } hours ? hours : null;
        return new NoticesStand(new NoticesNamed(member.Notices.ToString()), quiet?.From, quiet?.To, member.WantsWords, isNew);
    }

    private static Offer Offer(Notices which, Turn turn)
    {
        var name = turn.Parts.Texts.Words(turn.VoiceFor(turn.Member).Language, $"Notices.{which}.names")[0];
        return new Offer(new NoticesOffered(name), Intent.To<Notify>().With(nameof(Choice), name));
    }
}
