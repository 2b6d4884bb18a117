using Bot.Core.Commands;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Decisions;

/// <summary>Asks when people can meet; what is kept stands on the agenda. With the code of one in front, answers it.</summary>
public sealed record OpenDates(ThatVote? On = null, MustBeThere? Needed = null, Delay? Until = null, string? Text = null) : ICommand
{
    private const int DaysToAnswer = 3;

    /// <inheritdoc/>
    public Says Run(Turn turn)
    {
        if (On is not null)
        {
            return Casting.Cast(On.Decision, Text ?? "", turn);
        }

        var (title, slots) = OptionList.SplitSlots<OpenDates>(Text ?? throw Doubt.NoWords<OpenDates>(nameof(Text)), turn);
        KeepDate.RefuseIfOver(slots, turn);
        return Voted.Open<OpenDates>(title, new Terms { Manner = Manner.Dates, TakesMore = true, Days = DaysToAnswer, Options = [.. slots], Special = Needed is null ? null : [.. Needed.Members] }, Until, turn);
    }
}
