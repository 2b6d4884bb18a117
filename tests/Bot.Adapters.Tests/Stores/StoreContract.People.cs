using Bot.Core.Chat;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Adapters.Tests.Stores;

public abstract partial class StoreContract
{
    [Fact]
    public async Task A_place_belongs_to_one_coop()
    {
        await Keep(Begins("a") with { Places = [Garden] });
        var late = Begins("b") with { Places = [Kitchen, Garden], InboxKeys = ["slate:9"] };

        Assert.Equal(CommitOutcome.Moved, await Store.Commit(late));

        AssertUnknown("b");
        Assert.Equal("a", Store.CoopOf(Garden));
        Assert.Null(Store.CoopOf(Kitchen));
        Assert.False(Store.Heard("slate:9"));
        await Keep(Turn("a", 1) with { Places = [Garden, Kitchen] });
        Assert.Equal("a", Store.CoopOf(Kitchen));
    }

    [Fact]
    public async Task A_place_is_known_exactly_with_its_thread_its_bot_and_its_case()
    {
        await Keep(Begins("a") with { Places = [Garden, Garden with { Thread = "seeds" }] }, Begins("b") with { Places = [Garden with { Thread = "tools" }] });

        Assert.Equal("a", Store.CoopOf(Garden with { Thread = "seeds" }));
        Assert.Equal("b", Store.CoopOf(Garden with { Thread = "tools" }));
        Assert.Null(Store.CoopOf(Garden with { Thread = "other" }));
        Assert.Null(Store.CoopOf(Garden with { Bot = "@other" }));
        Assert.Null(Store.CoopOf(Garden with { Platform = "other" }));
        Assert.Null(Store.CoopOf(Garden with { Id = "Garden" }));
    }

    [Fact]
    public async Task An_account_is_a_member_of_several_coops_the_current_one_first()
    {
        await Keep(
            Begins("a") with { Accounts = [Entry(Lina, "a", current: true), Entry(Sam, "a", current: true)] },
            Begins("b") with { Accounts = [Entry(Lina, "b") with { Member = 5 }] },
            Begins("c") with { Accounts = [Entry(Lina, "c")] });
        Assert.Equal("a", Store.EntriesOf(Lina)[0].Coop);

        await Keep(Turn("b", 1) with { Accounts = [Entry(Lina, "b", current: true) with { Member = 6 }] });

        var entries = Store.EntriesOf(Lina);
        Assert.Equal(Entry(Lina, "b", current: true) with { Member = 6 }, entries[0]);
        Assert.Equal(["a", "c"], entries.Skip(1).Select(entry => entry.Coop).Order(StringComparer.Ordinal));
        Assert.All(entries.Skip(1), entry => Assert.False(entry.IsCurrent));
        Assert.True(Assert.Single(Store.EntriesOf(Sam)).IsCurrent);
        Assert.False(Assert.Single(Store.Load("a").Accounts, entry => entry.Account == Lina).IsCurrent);
        Assert.Empty(Store.EntriesOf(new Account("other", Lina.Id)));
    }

    [Fact]
    public async Task A_private_chat_is_known_to_all_coops_of_its_account_and_stays_known()
    {
        await Keep(
            Begins("a") with { Accounts = [Entry(Lina, "a"), Entry(Sam, "a")] },
            Begins("b") with { Accounts = [Entry(Lina, "b", ChatWith(Lina))] },
            Begins("c") with { Accounts = [Entry(Lina, "c")] },
            Turn("b", 1) with { Accounts = [Entry(Lina, "b", current: true)] });

        Assert.Equal([ChatWith(Lina), ChatWith(Lina), ChatWith(Lina)], Store.EntriesOf(Lina).Select(entry => entry.PrivateChat));
        Assert.Null(Assert.Single(Store.EntriesOf(Sam)).PrivateChat);

        var moved = ChatWith(Lina) with { Id = "elsewhere", Thread = "1" };
        await Keep(Turn("a", 1) with { Accounts = [Entry(Lina, "a", moved)] });

        Assert.Equal([moved, moved, moved], Store.EntriesOf(Lina).Select(entry => entry.PrivateChat));
    }

    [Fact]
    public async Task An_account_that_departs_is_nobody_there_any_more_and_stays_who_it_is_elsewhere()
    {
        var phone = new Account("other", Lina.Id);
        await Keep(
            Begins("a") with { Accounts = [Entry(Lina, "a", ChatWith(Lina), current: true), Entry(phone, "a")] },
            Begins("b") with { Accounts = [Entry(Lina, "b") with { Member = 5 }] },
            Turn("a", 1) with { Accounts = [Entry(Lina, "a", current: true)], Departures = [Lina] });

        Assert.Equal("b", Assert.Single(Store.EntriesOf(Lina)).Coop);
        Assert.Equal(phone, Assert.Single(Store.Load("a").Accounts).Account);
        await Keep(Turn("a", 2) with { Accounts = [Entry(Lina, "a") with { Member = 7 }] });
        Assert.Equal(7, Assert.Single(Store.Load("a").Accounts, entry => entry.Account == Lina).Member);
        Assert.Equal(ChatWith(Lina), Store.EntriesOf(Lina)[0].PrivateChat);
    }

    [Fact]
    public async Task What_awaits_a_private_chat_is_sent_there_once_it_is_known_whichever_the_coop_in_its_order()
    {
        await Keep(
            Begins("a") with
            {
                Outbox = [Say("a1") with { Awaits = Lina, Subject = "A1" }, Say("a2"), Say("s1") with { Awaits = Sam }],
                Accounts = [Entry(Lina, "a")],
            },
            Begins("b") with { Outbox = [new Outgoing("b1", Kitchen, "b") { Awaits = Lina }], Accounts = [Entry(Lina, "b")] },
            Turn("a", 1) with { Outbox = [Say("a3") with { Awaits = Lina }] });
        Assert.Equal(["a2"], Ids(Store.Unsent(Garden, 0, 10)));
        Assert.Equal([Garden], Store.UnsentPlaces());

        await Keep(Turn("b", 1) with { Outbox = [new Outgoing("b2", ChatWith(Lina), "b")], Accounts = [Entry(Lina, "b", ChatWith(Lina))] });

        var waiting = Store.Unsent(ChatWith(Lina), 0, 10);
        Assert.Equal(["a1", "b1", "a3", "b2"], Ids(waiting));
        Assert.Equal(["a", "b", "a", "b"], waiting.Select(row => row.Coop));
        Assert.All(waiting, row => Assert.Null(row.Message.Awaits));
        Assert.All(waiting, row => Assert.Equal(ChatWith(Lina), row.Message.To));
        Assert.Equal("A1", waiting[0].Message.Subject);
        Assert.Equal(["a2"], Ids(Store.Unsent(Garden, 0, 10)));
        Assert.Equal(2, Store.UnsentPlaces().Count);
    }

    [Fact]
    public async Task What_awaits_a_private_chat_that_another_coop_learnt_meanwhile_waits_no_longer()
    {
        await Keep(
            Begins("a") with { Accounts = [Entry(Lina, "a", ChatWith(Lina))] },
            Begins("b") with { Outbox = [Say("b1") with { Awaits = Lina }] });

        Assert.Equal(["b1"], Ids(Store.Unsent(ChatWith(Lina), 0, 10)));
    }

    [Fact]
    public async Task A_token_leads_to_what_was_kept_last()
    {
        var token = new TokenEntry("tok", "a", """{"claim":12}""", 3, Noon);
        await Keep(Begins("a") with { Tokens = [token, token with { Token = "open", Member = null, Until = null }] });
        Assert.Equal(token, Store.FindToken("tok"));
        Assert.Equal(token with { Token = "open", Member = null, Until = null }, Store.FindToken("open"));
        Assert.Null(Store.FindToken("TOK"));

        var other = new TokenEntry("tok", "b", """{"claim":13}""", null, Noon + Duration.FromDays(1));
        await Keep(Begins("b") with { Tokens = [other] });

        Assert.Equal(other, Store.FindToken("tok"));
    }
}
