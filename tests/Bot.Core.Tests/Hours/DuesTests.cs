using Bot.Core.Hours;
using Bot.Core.Language;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Tests.Hours;

/// <summary>Time that is due: what is given beyond it is saved, and what is saved is given first when too little was.</summary>
public sealed class DuesTests
{
    private static readonly LocalDate First = new(2026, 9, 1);

    // 180 are due each month; 270 in September save 90, 120 in October take 60 of them.
    [Theory]
    [InlineData("2026-09-15", 270, 120, 0, 0)]
    [InlineData("2026-10-15", 270, 120, 90, 0)]
    [InlineData("2026-11-15", 270, 120, 30, 150)]
    [InlineData("2026-11-15", 0, 180, -180, 360)]
    public void What_is_saved_is_given_first(string today, int september, int october, int saved, int left)
    {
        var dues = Of(today, september, october, habit: null)!;
        Assert.Equal((new Effort(saved), new Effort(left)), (dues.Saved, dues.Left));
    }

    [Fact]
    public void Who_is_on_leave_owes_nothing()
    {
        var habit = new HoursHabit { Id = 1, Leaves = [new Leave(new LocalDate(2026, 10, 30), null)] };
        var dues = Of("2026-11-15", 180, 60, habit)!;
        Assert.Equal((default, new Effort(60), default), (dues.Due, dues.Saved, dues.Left));
    }

    [Theory]
    [InlineData(100, 0, 100)]
    [InlineData(100, 15, 105)]
    [InlineData(97, 15, 90)]
    [InlineData(98, 15, 105)]
    [InlineData(7, 5, 5)]
    [InlineData(8, 5, 10)]
    [InlineData(15, 10, 20)]
    public void Half_of_it_is_rounded_up(int said, int rounding, int counted) =>
        Assert.Equal(new Effort(counted), new HoursRules { Rounding = rounding }.Counted(new Effort(said)));

    private static Dues? Of(string today, int september, int october, HoursHabit? habit)
    {
        var records = new Some(
            new HoursRules { Id = 1, Due = new Effort(180), DueFrom = First },
            Line(1, september, First.PlusDays(3)),
            Line(2, october, First.PlusMonths(1)),
            habit);
        return Dues.Of(1, NodaTime.Text.LocalDatePattern.Iso.Parse(today).Value, Ledger.Of(records), records);
    }

    private static HoursLine Line(int id, int minutes, LocalDate day) =>
        new() { Id = id, Member = 1, By = 1, Time = new Effort(minutes), Day = day, At = day.AtMidnight().InUtc().ToInstant() };

    /// <summary>Some documents, as if a coop had them.</summary>
    private sealed class Some(params Document?[] documents) : IRecords
    {
        public IEnumerable<T> Live<T>() where T : Document => documents.OfType<T>();

        public IEnumerable<T> All<T>() where T : Document => documents.OfType<T>();

        public T? Find<T>(int id) where T : Document => documents.OfType<T>().FirstOrDefault(document => document.Id == id);
    }
}
