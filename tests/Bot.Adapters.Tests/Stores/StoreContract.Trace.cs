using Bot.Core.Memory;
using NodaTime;

namespace Bot.Adapters.Tests.Stores;

public abstract partial class StoreContract
{
    /// <summary>Each condition alone and with others, and the lines that fit, newest first.</summary>
    public static TheoryData<string, TraceQuery, long[]> Questions => new()
    {
        { "all", Ask(), [7, 6, 5, 4, 3, 2, 1] },
        { "limit", Ask(2), [7, 6] },
        { "line", Ask() with { Seq = 3 }, [3] },
        { "no such line", Ask() with { Seq = 30 }, [] },
        { "key", Ask() with { Key = "slate:4" }, [4] },
        { "answer", Ask() with { Answer = "answer5" }, [5] },
        { "actor", Ask() with { Actor = 1 }, [7, 5, 3, 1] },
        { "room", Ask() with { Room = 2 }, [6, 3] },
        { "actor and room", Ask() with { Actor = 1, Room = 2 }, [3] },
        { "actor, room, limit", Ask(1) with { Actor = 1, Room = 1 }, [7] },
        { "since", Ask() with { Since = Noon + Duration.FromMinutes(5) }, [7, 6, 5] },
        { "since and actor", Ask() with { Since = Noon + Duration.FromMinutes(5), Actor = 1 }, [7, 5] },
        { "actor, room, since, limit", Ask(1) with { Actor = 1, Room = 2, Since = Noon + Duration.FromMinutes(4) }, [] },
        { "kind", Ask() with { Kind = "event" }, [6, 3] },
        { "document", Ask() with { Kind = "action", Document = 2 }, [7, 4, 2] },
        { "document of another kind", Ask() with { Kind = "event", Document = 2 }, [6] },
        { "document and actor", Ask() with { Kind = "action", Document = 2, Actor = 2 }, [4, 2] },
        { "document, room, since", Ask() with { Kind = "action", Document = 2, Room = 1, Since = Noon + Duration.FromMinutes(3) }, [7, 4] },
        { "key and another actor", Ask() with { Key = "slate:4", Actor = 1 }, [] },
        { "answer and its line", Ask() with { Answer = "answer5", Seq = 5, Room = 1 }, [5] },
        { "no limit left", Ask(0), [] },
        { "unknown coop", new TraceQuery("nobody", 9), [] },
    };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task The_trace_answers_newest_first_and_conditions_add_up(string question, TraceQuery query, long[] lines)
    {
        await KeepSevenTurns();

        Assert.True(lines.SequenceEqual(Store.ReadTrace(query).Select(line => line.Seq)), question);
    }

    [Fact]
    public async Task A_line_of_the_trace_comes_back_whole()
    {
        var full = new TraceLine(1, "slate:1", Noon, Noon - Duration.FromHours(1), 1, 2, 3, "claim", 9, "answer", "je prends\0 « l'été »",
            [new Change("event", 2, null, "2"), new Change("action", 1, """{"title":"é"}""", null), new Change("action", 2, "1", "2")]);
        var bare = new TraceLine(2, "due:1", Noon, Noon, null, null, null, "remind", null, null, null, []);

        await Keep(Begins("a") with { Trace = full }, Turn("a", 1) with { Trace = bare }, Turn("a", 2));

        var lines = Store.ReadTrace(new TraceQuery("a", 10));
        Assert.Equal(2, lines.Count);
        AssertSame(bare, lines[0]);
        AssertSame(full, lines[1]);
    }

    private static TraceQuery Ask(int limit = 100) => new("a", limit);

    /// <summary>Actors alternate 1 2 1 2 …; turns 3 and 6 happen in room 2 and touch events, the others touch actions.</summary>
    private async Task KeepSevenTurns()
    {
        await Keep(Begins("b") with { Trace = Line(1) with { Words = "of another coop" } });
        for (var seq = 1; seq <= 7; seq++)
        {
            var commit = seq == 1 ? Begins("a") : Turn("a", seq - 1);
            await Keep(commit with { Trace = Line(seq) });
        }
    }

    private static TraceLine Line(int seq)
    {
        var inRoomTwo = seq % 3 == 0;
        var at = Noon + Duration.FromMinutes(seq);
        Change[] changes = (seq, inRoomTwo) switch
        {
            (6, _) => [new Change("event", 1, "1", "2"), new Change("event", 2, null, "2")],
            (_, true) => [new Change("event", 1, null, "1")],
            (2 or 4 or 7, _) => [new Change("action", 1, "1", "2"), new Change("action", 2, "1", "2")],
            _ => [new Change("action", 1, null, "1")],
        };
        return new TraceLine(seq, $"slate:{seq}", at, at, seq % 2 == 0 ? 2 : 1, null, inRoomTwo ? 2 : 1, "do", null, $"answer{seq}", null, changes);
    }
}
