using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Turns;

namespace Bot.Core.Agenda;

/// <summary>Understands « +1 » in reply to an event: one more comes, who says so, or a guest if they said so already.</summary>
public sealed class PlusOne : IUnderstand
{
    private const string OneMore = "+1";

    /// <inheritdoc/>
    public Intent? Read(string line, Turn turn)
    {
        if (line.Trim() != OneMore || turn.RepliedTo is not { } code || code.Letter != Kind.Of<CoopEvent>().Letter || turn.Find<CoopEvent>(code.Number) is not { IsSettled: false } about)
        {
            return null;
        }

        var next = new Planning(turn).Next(about, 1);
        var comes = next is [var which] && Attendance.Of(which, turn).Find(turn.Member.Id) is { Reply: Reply.Yes };
        var intent = Intent.To<ComeAlong>().With(nameof(ComeAlong.Event), code);
        return comes ? intent.With(nameof(ComeAlong.With), OneMore) : intent;
    }
}
