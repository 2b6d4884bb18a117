using Bot.Core.Chat;
using NodaTime;
using static Bot.Core.Tests.Deliveries.PostOffice;

namespace Bot.Core.Tests.Deliveries;

/// <summary>What becomes of what is to be said when it is changed, taken back or cut short before it was.</summary>
public class TakenBackTests
{
    private static readonly Duration Minute = Duration.FromMinutes(1);
    private readonly Slate slate = new();

    [Fact]
    public async Task An_edit_of_what_was_refused_is_posted()
    {
        slate.Answer = each => each.Message.Id == "1" ? new Sent.Refused("Not now.") : null;
        using var office = new PostOffice(slate);
        office.Post(Say("1"));
        office.Post(Say("2", replaces: "1"));
        office.Post(Say("3", replaces: "1"));
        await office.Postman.Idle();
        Assert.Equal(["Dit : 2", "Dit : 3"], slate.ReadIn(Garden));
        Assert.Equal([null, null, "p1"], slate.Sendings.Select(each => each.Edits));
        Assert.Equal(("1", "p1", "Dit : 3"), Assert.Single(office.Store.Load("a").Shown.Select(shown => (shown.Id, shown.MessageId, shown.Text))));
    }

    [Fact]
    public async Task An_edit_that_is_refused_is_posted_and_edited_from_then_on()
    {
        slate.Answer = each => each is { Message.Id: "2", Edits: not null } ? new Sent.Refused("Too old.") : null;
        using var office = new PostOffice(slate);
        office.Post(Say("1"));
        office.Post(Say("2", replaces: "1"));
        office.Post(Say("3", replaces: "1"));
        await office.Postman.Idle();
        Assert.Equal([null, "p1", null, "p2"], slate.Sendings.Select(each => each.Edits));
    }

    [Fact]
    public async Task An_edit_that_only_takes_buttons_away_is_not_posted()
    {
        slate.Answer = each => each.Edits is null ? null : new Sent.Refused("Too old.");
        using var office = new PostOffice(slate);
        office.Post(Say("1") with { Buttons = [new Button("t", "Je prends")] });
        office.Post(Say("2", replaces: "1") with { Text = "Dit : 1" });
        await office.Postman.Idle();
        Assert.Equal(["Dit : 1"], slate.ReadIn(Garden));
        Assert.Empty(office.Store.UnsentPlaces());
    }

    [Fact]
    public async Task An_edit_waits_for_its_post()
    {
        using var office = new PostOffice(slate);
        slate.Answer = _ => IsBefore(office, Noon + Minute) ? new Sent.RetryAt(Noon + Minute) : null;
        office.Post(Say("1"));
        office.Post(Say("2", replaces: "1"));
        await office.MoveUntilAllIsSaid();
        Assert.Equal([("1", null), ("1", null), ("2", "p1")], slate.Sendings.Select(each => (each.Message.Id, each.Edits)));
    }

    [Fact]
    public async Task An_edit_that_stays_unsure_is_tried_some_times_and_then_let_go()
    {
        var forgetful = new Slate { Abilities = slate.Abilities with { IdempotentSends = false } };
        forgetful.Answer = each => each.Edits is null ? null : new Sent.Uncertain("?");
        using var office = new PostOffice(forgetful);
        office.Post(Say("1"));
        office.Post(Say("2", replaces: "1"), Say("3"));
        await office.MoveUntilAllIsSaid();
        Assert.Equal(["Dit : 1", "Dit : 3"], forgetful.ReadIn(Garden));
        Assert.All(forgetful.Sendings, each => Assert.DoesNotContain("déjà", each.Message.Text, StringComparison.Ordinal));
        Assert.InRange(forgetful.Sendings.Count(each => each.Message.Id == "2"), 3, 20);
    }

    [Fact]
    public async Task A_card_that_changes_many_times_while_its_platform_is_away_is_edited_once()
    {
        using var office = new PostOffice(slate);
        office.Post(Card("post", replaces: null));
        await office.Postman.Idle();
        slate.Answer = _ => IsBefore(office, Noon + Minute) ? new Sent.RetryAt(Noon + Minute) : null;
        office.Post(Say("before"));
        await Waiting.Until(() => slate.Answered == 2);
        for (var i = 1; i <= 20; i++)
        {
            office.Post(Card($"e{i}", replaces: "post"));
        }

        await office.MoveUntilAllIsSaid();
        Assert.Equal(["Dit : post", "Dit : before", "Dit : e20"], slate.ReadIn(Garden));
    }

    [Fact]
    public async Task What_waits_to_be_tried_again_and_is_taken_back_is_not_said()
    {
        using var office = new PostOffice(slate);
        slate.Answer = _ => IsBefore(office, Noon + Minute) ? new Sent.RetryAt(Noon + Minute) : null;
        office.Post(Say("1"), Say("2"));
        await Waiting.Until(() => slate.Answered == 1);
        office.Withdraw(turn: 2);
        office.Post(Say("3"));
        await office.MoveUntilAllIsSaid();
        Assert.Equal(["Dit : 3"], slate.ReadIn(Garden));
    }

    [Fact]
    public async Task A_card_that_changes_while_its_edit_waits_to_be_tried_again_does_not_pass_through_it()
    {
        using var office = new PostOffice(slate);
        office.Post(Card("post", replaces: null));
        await office.Postman.Idle();
        slate.Answer = _ => IsBefore(office, Noon + Minute) ? new Sent.RetryAt(Noon + Minute) : null;
        office.Post(Card("e1", replaces: "post"));
        await Waiting.Until(() => slate.Answered == 2);
        office.Post(Card("e2", replaces: "post"));
        await office.MoveUntilAllIsSaid();
        Assert.Equal(["Dit : post", "Dit : e2"], slate.ReadIn(Garden));
    }

    [Fact]
    public async Task After_a_kill_what_was_perhaps_said_is_marked_and_what_is_new_is_not()
    {
        var forgetful = new Slate { Abilities = slate.Abilities with { IdempotentSends = false } };
        var silent = new TaskCompletionSource();
        forgetful.Hold = _ => silent.Task;
        using var office = new PostOffice(forgetful);
        office.Post(Say("1"), Say("2"));
        await Waiting.Until(() => forgetful.Sendings.Count == 1);

        await office.KillAndResume();
        await Waiting.Until(() => forgetful.Sendings.Count == 2);
        office.Time.MoveTo(Noon + Minute);
        office.Post(Say("3"));
        silent.SetResult();
        await office.Postman.Idle();
        Assert.Equal(["(déjà dit, peut-être) Dit : 1", "(déjà dit, peut-être) Dit : 2", "Dit : 3"], forgetful.ReadIn(Garden));
    }

    [Fact]
    public async Task After_a_kill_nothing_is_marked_where_saying_it_twice_shows_it_once()
    {
        var silent = new TaskCompletionSource();
        slate.Hold = each =>
        {
            slate.Show(each);
            return silent.Task;
        };
        using var office = new PostOffice(slate);
        office.Post(Say("1"), Say("2"));
        await Waiting.Until(() => slate.Sendings.Count == 1);
        silent.SetResult();
        await office.KillAndResume();
        await office.Postman.Idle();
        Assert.Equal(["Dit : 1", "Dit : 2"], slate.ReadIn(Garden));
    }

    private static Outgoing Card(string id, string? replaces) => Say(id, replaces) with { IsCard = true, Subject = "board" };

    private static bool IsBefore(PostOffice office, Instant when) => office.Time.GetUtcNow() < when.ToDateTimeOffset();
}
