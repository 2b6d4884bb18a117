using Bot.Core.Actions;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Tests.Kernel;

/// <summary>How near an action's day is in the morning of another.</summary>
public class NearnessTests
{
    private static readonly LocalDate Day = new(2026, 11, 26);
    private static readonly LocalTime Morning = new(9, 0);

    [Theory]
    [InlineData(-3, Nearness.Far)]
    [InlineData(-2, Nearness.Soon)]
    [InlineData(-1, Nearness.Soon)]
    [InlineData(0, Nearness.Come)]
    [InlineData(1, Nearness.Over)]
    [InlineData(400, Nearness.Over)]
    public void A_day_comes_and_goes(int days, Nearness near) => Assert.Equal(near, Of(new DueOn(Day, null), days));

    [Theory]
    [InlineData(-6, Nearness.Far)]
    [InlineData(-5, Nearness.Soon)]
    [InlineData(-3, Nearness.Begun)]
    [InlineData(-1, Nearness.Begun)]
    [InlineData(0, Nearness.Come)]
    [InlineData(1, Nearness.Over)]
    public void Of_several_days_the_first_counts_and_then_the_last(int days, Nearness near) =>
        Assert.Equal(near, Of(new DueOn(Day, null) { From = Day.PlusDays(-3) }, days));

    [Theory]
    [InlineData(8, -1, Nearness.Come)]
    [InlineData(9, -1, Nearness.Come)]
    [InlineData(10, -1, Nearness.Soon)]
    [InlineData(8, 0, Nearness.Come)]
    [InlineData(8, 1, Nearness.Over)]
    public void What_is_due_before_one_is_reminded_has_come_the_day_before(int hour, int days, Nearness near) =>
        Assert.Equal(near, Of(new DueOn(Day, new LocalTime(hour, 0)), days));

    [Theory]
    [InlineData(-2, Nearness.Soon)]
    [InlineData(-1, Nearness.Come)]
    [InlineData(0, Nearness.Come)]
    [InlineData(1, Nearness.Over)]
    public void What_is_for_a_silent_day_has_come_the_day_before(int days, Nearness near) =>
        Assert.Equal(near, Nudged.NearnessOf(new DueOn(Day, null), Day.PlusDays(days), Morning, day => day == Day));

    private static Nearness Of(DueOn due, int days) => Nudged.NearnessOf(due, Day.PlusDays(days), Morning, _ => false);
}
