using Bot.Core.Chat;
using Bot.Core.Memory;
using NodaTime;
using static Bot.Core.Tests.Deliveries.PostOffice;

namespace Bot.Core.Tests.Deliveries;

/// <summary>What becomes of what is to be said, whatever the platform does with it.</summary>
public class SendingTests
{
    private static readonly Capabilities Forgetful = new(Buttons: true, Edits: true, Whispers: false, IdempotentSends: false);
    private static readonly Duration Hour = Duration.FromHours(1);

    [Fact]
    public async Task What_is_refused_is_given_up_and_the_next_goes()
    {
        var slate = new Slate { Answer = each => each.Message.Id == "2" ? new Sent.Refused("Not allowed.") : null };
        using var office = new PostOffice(slate);
        office.Post(Say("1"), Say("2"), Say("3"));
        await office.Postman.Idle();
        Assert.Equal(["Dit : 1", "Dit : 3"], slate.ReadIn(Garden));
        Assert.Equal(3, slate.Sendings.Count);
        Assert.Empty(office.Store.UnsentPlaces());
        Assert.Equal(["1", "3"], office.Store.Load("a").Shown.Select(shown => shown.Id));
    }

    [Fact]
    public async Task A_conversation_that_hangs_delays_no_other()
    {
        var hangs = new TaskCompletionSource();
        var slate = new Slate { Hold = each => each.Message.Id == "1" ? hangs.Task : Task.CompletedTask };
        using var office = new PostOffice(slate);
        office.Post(Say("1"), Say("2"));
        for (var i = 0; i < 50; i++)
        {
            office.Post(new Outgoing($"k{i}", Kitchen, $"{i}"));
        }

        await Waiting.Until(() => slate.ReadIn(Kitchen).Count == 50);
        Assert.Equal(Enumerable.Range(0, 50).Select(i => $"{i}"), slate.ReadIn(Kitchen));
        Assert.Empty(slate.ReadIn(Garden));
        hangs.SetResult();
        await office.Postman.Idle();
        Assert.Equal(["Dit : 1", "Dit : 2"], slate.ReadIn(Garden));
        Assert.Equal(1, slate.MostAtOnce);
    }

    [Fact]
    public async Task A_platform_that_asks_to_wait_is_asked_again_then_and_in_order()
    {
        var slate = new Slate();
        using var office = new PostOffice(slate);
        var attempts = new List<Instant>();
        slate.Answer = each =>
        {
            if (each.Message.To != Garden)
            {
                return null;
            }

            attempts.Add(office.Time.GetCurrentInstant());
            return attempts.Count <= 2 ? new Sent.RetryAt(attempts[^1] + Duration.FromSeconds(30)) : null;
        };
        office.Post(Say("1"), Say("2"), new Outgoing("k", Kitchen, "k"));
        await Waiting.Until(() => slate.ReadIn(Kitchen).Count == 1);
        Assert.Empty(slate.ReadIn(Garden));
        await office.MoveUntilAllIsSaid();
        Assert.Equal(["Dit : 1", "Dit : 2"], slate.ReadIn(Garden));
        Assert.Equal(4, attempts.Count);
        Assert.True(attempts[1] >= attempts[0] + Duration.FromSeconds(30) && attempts[2] >= attempts[1] + Duration.FromSeconds(30));
    }

    [Fact]
    public async Task What_was_perhaps_shown_is_sent_again_under_the_same_id_where_that_shows_it_once()
    {
        var slate = new Slate();
        slate.Answer = each =>
        {
            slate.Show(each);
            return slate.Sendings.Count <= 3 ? new Sent.Uncertain("The line broke.") : null;
        };
        using var office = new PostOffice(slate);
        office.Post(Say("1"), Say("2"));
        await office.MoveUntilAllIsSaid();
        Assert.Equal(["Dit : 1", "Dit : 2"], slate.ReadIn(Garden));
        Assert.Equal(["1", "1", "1", "1", "2"], slate.Sendings.Select(each => each.Message.Id));
    }

    [Theory]
    [InlineData(OutgoingKind.Answer, new string[0])]
    [InlineData(OutgoingKind.News, new string[0])]
    [InlineData(OutgoingKind.Ballot, new[] { "(déjà dit, peut-être) Dit : 1" })]
    [InlineData(OutgoingKind.Urgent, new[] { "(déjà dit, peut-être) Dit : 1" })]
    public async Task Elsewhere_only_what_must_not_be_missed_is_said_again_and_marked(OutgoingKind kind, string[] saidAgain)
    {
        var slate = new Slate { Abilities = Forgetful };
        slate.Answer = each => slate.Sendings.Count == 1 ? new Sent.Uncertain("The line broke.") : null;
        using var office = new PostOffice(slate);
        office.Post(Say("1") with { Kind = kind }, Say("2"));
        await office.MoveUntilAllIsSaid();
        Assert.Equal([.. saidAgain, "Dit : 2"], slate.ReadIn(Garden));
    }

    [Theory]
    [InlineData(OutgoingKind.Ballot)]
    [InlineData(OutgoingKind.Urgent)]
    public async Task What_stays_unsure_for_ever_does_not_hold_up_the_others_for_ever(OutgoingKind kind)
    {
        var slate = new Slate { Abilities = Forgetful, Answer = each => each.Message.Id == "1" ? new Sent.Uncertain("?") : null };
        using var office = new PostOffice(slate);
        office.Post(Say("1") with { Kind = kind }, Say("2"));
        await office.MoveUntilAllIsSaid();
        Assert.Equal(["Dit : 2"], slate.ReadIn(Garden));
        Assert.InRange(slate.Sendings.Count, 3, 20);
    }

    [Fact]
    public async Task A_platform_that_throws_is_unsure_and_the_others_go_on()
    {
        var slate = new Slate { Abilities = Forgetful, Answer = each => each.Message.Id == "1" ? throw new InvalidOperationException("A bug.") : null };
        using var office = new PostOffice(slate);
        office.Post(Say("1"), Say("2"));
        await office.Postman.Idle();
        Assert.Equal(["Dit : 2"], slate.ReadIn(Garden));
        Assert.Empty(office.Store.UnsentPlaces());
    }

    [Theory]
    [InlineData("waits")]
    [InlineData("unsure")]
    [InlineData("throws")]
    public async Task A_platform_that_disappears_for_an_hour_loses_nothing(string how)
    {
        var slate = new Slate();
        using var office = new PostOffice(slate);
        slate.Answer = _ => office.Time.GetCurrentInstant() >= Noon + Hour ? null : how switch
        {
            "waits" => new Sent.RetryAt(office.Time.GetCurrentInstant() + Duration.FromSeconds(5)),
            "unsure" => new Sent.Uncertain("No answer."),
            _ => throw new HttpRequestException("No route."),
        };
        office.Post([.. Enumerable.Range(0, 20).Select(i => Say($"{i}"))]);
        await office.MoveUntilAllIsSaid();
        Assert.Equal(Enumerable.Range(0, 20).Select(i => $"Dit : {i}"), slate.ReadIn(Garden));
    }

    [Fact]
    public async Task What_is_no_longer_worth_saying_is_not_said_though_it_was_worth_it_when_it_was_first_tried()
    {
        var slate = new Slate();
        using var office = new PostOffice(slate);
        slate.Answer = _ => office.Time.GetCurrentInstant() < Noon + Hour ? new Sent.RetryAt(Noon + Hour) : null;
        office.Post(Say("old") with { Until = Noon });
        office.Post(Say("hour") with { Until = Noon + Hour }, Say("more") with { Until = Noon + Hour + Hour }, Say("always"));
        await office.MoveUntilAllIsSaid();
        Assert.Equal(["Dit : more", "Dit : always"], slate.ReadIn(Garden));
        Assert.DoesNotContain(slate.Sendings, each => each.Message.Id == "old");
        Assert.Equal(["always", "more"], office.Store.Load("a").Shown.Select(shown => shown.Id).Order(StringComparer.Ordinal));
    }
}
