using System.Globalization;
using System.Text.RegularExpressions;
using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Tests.Deliveries;
using Bot.Core.Texts;
using Bot.Core.Turns;
using NodaTime;

namespace Bot.Core.Tests.Kernel;

/// <summary>Whatever slices tell, and whenever: the bot does not disturb, loses nothing, and says nothing twice or too late.</summary>
public sealed partial class NoiseTests
{
    private const int HowMany = 160;
    private static readonly DateTimeZone Paris = DateTimeZoneProviders.Tzdb["Europe/Paris"];
    private static readonly Place Home = Village.Group("group");
    private static readonly Place Garden = Village.Group("group", "garden");
    private static readonly string[] People = ["Lina", "Sam", "Amina"];

    private static readonly Parts Parts = new(
        new TextBook(new Dictionary<string, string>(TextBook.BuiltIn(), StringComparer.Ordinal)
        {
            ["fr/noisetoys.properties"] = """
                ToyWords = {Text}
                ToyTell.names = toytell
                ToyTellLater.names = toytelllater
                """,
        }),
        typeof(NoiseTests).Assembly);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 12)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Whatever_is_told_disturbs_nobody_and_nothing_of_it_is_lost(int seed)
    {
        var (tellings, readings) = await Live(seed, haveNewsAnEnd: false);

        Assert.All(readings, reading => Assert.Equal(reading.At, QuietHours.Usual.EndAt(reading.At, Paris)));
        Assert.All(
            readings.Where(reading => reading.IsInARoom).GroupBy(reading => (reading.In, reading.Day)),
            day => Assert.InRange(day.Count(), 1, Noise.PostsADay));
        Assert.All(
            readings.Where(reading => !reading.IsInARoom && reading.HasNudge).GroupBy(reading => (reading.In, reading.Monday)),
            week => Assert.InRange(week.Count(), 1, Noise.NudgesAWeek));
        Assert.All(readings, reading => Assert.InRange(reading.Told.Count, 1, WhatWaited.MostLines));
        var told = Told(readings);
        Assert.All(tellings, telling => Assert.InRange(told[telling.Id].Count(), telling.Until is null ? 1 : 0, 1));
        Assert.All(readings, reading => Assert.All(reading.Told, telling => Assert.True(telling.To == reading.In && (telling.Until is null || reading.At < telling.Until))));

        // So much is told that each limit is met.
        Assert.Contains(readings.Where(reading => reading.IsInARoom).GroupBy(reading => (reading.In, reading.Day)), day => day.Count() == Noise.PostsADay);
        Assert.Contains(readings.Where(reading => !reading.IsInARoom && reading.HasNudge).GroupBy(reading => (reading.In, reading.Monday)), week => week.Count() == Noise.NudgesAWeek);
        Assert.Contains(readings, reading => reading.Told.Count > 2);
        Assert.Contains(tellings, telling => !told[telling.Id].Any());
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_change_of_plans_is_told_before_it_is_too_late(int seed)
    {
        var (tellings, readings) = await Live(seed, haveNewsAnEnd: true);
        var told = Told(readings);
        Assert.All(
            tellings.Where(telling => telling is { Kind: OutgoingKind.News, Until: not null }),
            telling => Assert.InRange(Assert.Single(told[telling.Id]), telling.At, telling.Until!.Value));
    }

    [Fact]
    public async Task Who_is_forgotten_is_told_nothing_more_and_named_no_more()
    {
        const int Sam = 2;
        var slate = new Slate();
        await using var village = new Village(slate);
        await village.Hear("Lina", Home, "/action affiche");
        await village.Hear("Sam", Home, "/libres");
        await village.Hear("Sam", Village.ChatWith("Sam"), "/libres");
        await village.WaitUntil(Instant.FromUtc(2026, 11, 24, 22, 0));
        await village.Hear("Sam", Village.ChatWith("Sam"), "/claim affiche");
        await village.Hear("Lina", Home, "/action courses");
        await village.Hear("Lina", Home, "/claim courses pour Sam");
        var before = slate.Sendings.Count;

        await village.Conversation.Forget(village.Store.CoopOf(Home)!, Sam);
        await village.WaitUntil(Instant.FromUtc(2026, 11, 25, 12, 0));

        Assert.DoesNotContain(slate.Sendings.Skip(before), sending => sending.Message.To == Village.ChatWith("Sam") || sending.Message.Text.Contains("Sam", StringComparison.Ordinal));
    }

    private static ILookup<string, Instant> Told(List<Reading> readings) =>
        readings.SelectMany(reading => reading.Told.Select(telling => (telling.Id, reading.At))).ToLookup(each => each.Id, each => each.At, StringComparer.Ordinal);

    // Some weeks of people who tell each other things, and of a bot that tells some by itself, and is restarted in between.
    private static async Task<(List<Telling> Tellings, List<Reading> Readings)> Live(int seed, bool haveNewsAnEnd)
    {
        var chance = new Random(seed);
        var tellings = new Dictionary<string, Telling>(StringComparer.Ordinal);
        var readings = new List<Reading>();
        var slate = new Slate();
        await using var village = new Village(slate, parts: Parts);
        slate.Answer = sending =>
        {
            if (sending is { Edits: null, Message.Kind: OutgoingKind.News or OutgoingKind.Nudge })
            {
                var told = Ids().Matches(sending.Message.Text).Select(id => tellings[id.Value]).ToList();
                lock (readings)
                {
                    readings.Add(new Reading(village.Time.GetCurrentInstant(), sending.Message.To, told));
                }
            }

            return null;
        };
        await village.Hear("Lina", Home, "/reglages digest non");
        await village.Hear("Lina", Garden, "/libres");
        foreach (var who in People)
        {
            await village.Hear(who, Home, "/libres");
            await village.Hear(who, Village.ChatWith(who), "/libres");
        }

        // Who speaks hears at once what concerns them, so it is somebody else who has it all told.
        await village.Hear("Noé", Home, "/libres");
        for (var number = 0; number < HowMany; number++)
        {
            await village.WaitUntil(village.Time.GetCurrentInstant() + Duration.FromMinutes(chance.Next(5, 240)));
            switch (chance.Next(20))
            {
                case 0:
                    await village.Restart(isClean: true);
                    break;
                case 1 when !haveNewsAnEnd:
                    // What a job tells counts from when it runs, so none of those that tell is left to run late.
                    await village.WaitUntil(village.Time.GetCurrentInstant() + Duration.FromMinutes(2));
                    await village.BeAwayUntil(village.Time.GetCurrentInstant() + Duration.FromHours(chance.Next(1, 60)));
                    break;
            }

            var kind = chance.Next(2) == 0 ? OutgoingKind.News : OutgoingKind.Nudge;
            var (to, name) = chance.Next(2) == 0 ? chance.Next(2) == 0 ? (Home, "room 1") : (Garden, "room 2") : chance.Next(3) is var who ? (Village.ChatWith(People[who]), $"member {who + 1}") : default;
            var minutes = chance.Next(3) == 0 && (kind == OutgoingKind.Nudge || haveNewsAnEnd) ? chance.Next(10, 900) : (int?)null;
            var isLater = chance.Next(2) == 0;
            var at = village.Time.GetCurrentInstant() + (isLater ? Duration.FromMinutes(1) : Duration.Zero);
            var id = string.Create(CultureInfo.InvariantCulture, $"t{number}");
            tellings[id] = new Telling(id, kind, to, at, minutes is { } lasting ? at + Duration.FromMinutes(lasting) : null);
            await village.Hear("Noé", Village.ChatWith("Noé"), string.Create(CultureInfo.InvariantCulture, $"/toytell{(isLater ? "later" : "")} {kind} {name} {id} {minutes}"));
        }

        await village.WaitUntil(village.Time.GetCurrentInstant() + Duration.FromDays(60));
        return ([.. tellings.Values], readings);
    }

    /// <summary>Something that was to be told.</summary>
    private sealed record Telling(string Id, OutgoingKind Kind, Place To, Instant At, Instant? Until);

    /// <summary>Something that people read, of what the bot says unasked.</summary>
    private sealed record Reading(Instant At, Place In, IReadOnlyList<Telling> Told)
    {
        public bool IsInARoom => In.Conversation == Home;

        public bool HasNudge => Told.Any(telling => telling.Kind == OutgoingKind.Nudge);

        public LocalDate Day => At.InZone(Paris).Date;

        public LocalDate Monday => Day.PlusDays(1).Previous(IsoDayOfWeek.Monday);
    }

    [GeneratedRegex(@"\bt\d+\b", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ids();
}
