using Bot.Core.Commands;
using Bot.Core.Language;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Hours;

/// <summary>Somebody spoke of time they gave, without saying that it is to be noted.</summary>
/// <param name="Time">How much.</param>
public sealed record NoteThat(Effort Time) : Says;

/// <summary>« Noter 2 h 30 », on a button.</summary>
/// <param name="Time">How much.</param>
public sealed record NoteThatMuch(Effort Time) : Says;

/// <summary>Proposes to note what somebody told the bot in passing: it is noted when they say so, and never by itself.</summary>
[Untyped]
[HeardBy(Audience.Asker)]
public sealed record ProposeHours(string Text) : ICommand
{
    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        var time = Lasted.Find(Text, turn)!.Value;
        return new NoteThat(time)
        {
            Offers = [new Offer(new NoteThatMuch(time), Intent.Typed(nameof(NoteHours), Text)), new Offer(new No(), Intent.To<LeaveAsItIs>())],
        };
    }
}

/// <summary>
/// « J'ai fait 2h30 de jardinage hier », said to the bot alone and to nothing it asked. In a group people speak to each other: nothing is read there, and
/// nothing is proposed.
/// </summary>
public sealed class HearHours : IUnderstand
{
    private const int AFewWords = 2;

    /// <inheritdoc/>
    public Intent? Read(string line, Turn turn) =>
        turn.IsPrivate && turn.RepliedTo is null && turn.OpenQuestion() is null && turn.Parts.Commands.ReadBare(line) is null
            && Lasted.Find(line, turn) is { IsRead: true, Unsure: Unsure.No } found && new Words(found.Rest).Left.Count >= AFewWords
            ? Intent.To<ProposeHours>().With(nameof(ProposeHours.Text), line)
            : null;
}
