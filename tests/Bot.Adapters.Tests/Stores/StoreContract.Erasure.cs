using Bot.Core.Chat;
using Bot.Core.Memory;

namespace Bot.Adapters.Tests.Stores;

public abstract partial class StoreContract
{
    private static readonly Forgotten LinaForgotten = new(1, ["Lina", "lina"]);

    [Fact]
    public async Task Who_is_forgotten_leaves_nothing_of_their_own_and_others_keep_everything()
    {
        await KeepLinaAndSam();

        Assert.Equal(CommitOutcome.Kept, await Store.Erase(Forgets(version: 4)));

        AssertLinaIsForgotten();
        await LetNotesRide();
        await Restart();
        AssertLinaIsForgotten();
    }

    [Fact]
    public async Task An_erasure_on_another_version_than_the_coops_erases_nothing()
    {
        await KeepLinaAndSam();

        Assert.Equal(CommitOutcome.Moved, await Store.Erase(Forgets(version: 3)));

        Assert.Equal(4, Store.Load("a").Version);
        Assert.Equal(2, Store.Load("a").Accounts.Count);
        Assert.Equal(3, Store.Load("a").Shown.Count);
        Assert.Equal(["je m'appelle Lina", "pour lina", "semer", "seule"], Store.ReadTrace(new TraceQuery("a", 9)).Select(line => line.Words).OfType<string>().Order(StringComparer.Ordinal));
        Assert.Equal(["pris", "plainly"], Ids(Store.Unsent(Garden, 0, 9)));
    }

    [Fact]
    public async Task Who_is_forgotten_in_one_coop_is_known_in_the_others()
    {
        await KeepLinaAndSam();
        await Keep(Begins("b") with
        {
            Accounts = [Entry(Lina, "b")],
            Tokens = [new TokenEntry("b", "b", "\"Lina\"", 1, null)],
            Outbox = [new Outgoing("b", Kitchen, "Lina")],
            Trace = Line(1) with { Actor = 1, Words = "Lina" },
        });

        await Store.Erase(Forgets(version: 4));

        Assert.Single(Store.Load("b").Accounts);
        Assert.NotNull(Store.FindToken("b"));
        Assert.Equal(["b"], Ids(Store.Unsent(Kitchen, 0, 9)));
        Assert.Equal("Lina", Assert.Single(Store.ReadTrace(new TraceQuery("b", 9))).Words);
    }

    private static Erasure Forgets(long version) => new(
        LinaForgotten,
        Turn("a", version) with { Documents = [Document("member", 1, "{}", settled: true)], Outbox = [Say("card2") with { Replaces = "card", IsCard = true }] },
        [(1, new Change("member", 1, null, "{}")), (2, new Change("member", 1, "{}", "{}"))]);

    /// <summary>Lina is member 1 and Sam is member 2; both did things, and things were said to and of them.</summary>
    private async Task KeepLinaAndSam()
    {
        var named = new Change("member", 1, null, "\"Lina\"");
        var sams = new Change("action", 7, null, "\"semer\"");
        await Keep(
            Begins("a") with
            {
                Documents = [Document("member", 1, "\"Lina\""), Document("action", 7, "\"semer\"")],
                Accounts = [Entry(Lina, "a", ChatWith(Lina)), Entry(Sam, "a", ChatWith(Sam)) with { Member = 2 }],
                Trace = Line(1) with { Actor = 1, Words = "je m'appelle Lina", Changes = [named] },
                Tokens = [new TokenEntry("hers", "a", "{}", 1, null), new TokenEntry("of", "a", "\"claim Lina\"", null, null), new TokenEntry("sams", "a", "\"linaire\"", 2, null)],
            },
            Turn("a", 1) with { Trace = Line(2) with { Actor = 2, OnBehalfOf = 1, Words = "semer", Changes = [named with { Before = "\"Lina\"" }, sams] } },
            Turn("a", 2) with { Trace = Line(3) with { Actor = 2, Words = "pour lina" } },
            Turn("a", 3) with
            {
                Trace = Line(4) with { Actor = 2, Words = "seule" },
                Outbox =
                [
                    new Outgoing("pris", Garden, "Pris : Lina."),
                    new Outgoing("plainly", Garden, "Linaire."),
                    new Outgoing("alone", ChatWith(Lina), "Bonjour."),
                    new Outgoing("sam", ChatWith(Sam), "Bonjour."),
                ],
            });
        Store.Note(new Delivery("x", "a", Noon, Stands("card") with { IsCard = true, Text = "Le tableau : Lina." }, null));
        Store.Note(new Delivery("y", "a", Noon, Stands("of") with { Text = "Lina l'a prise." }, null));
        Store.Note(new Delivery("z", "a", Noon, Stands("other") with { Text = "La linaire." }, null));
        await LetNotesRide();
    }

    private void AssertLinaIsForgotten()
    {
        var coop = Store.Load("a");
        Assert.Equal(5, coop.Version);
        Assert.Equal(["\"semer\"", "{}"], coop.Documents.Select(each => System.Text.Encoding.UTF8.GetString(each.Json!)).Order(StringComparer.Ordinal));
        Assert.Equal(Sam, Assert.Single(coop.Accounts).Account);
        Assert.Equal([("card", ""), ("other", "La linaire.")], coop.Shown.Select(shown => (shown.Id, shown.Text)).Order());
        Assert.Empty(Store.EntriesOf(Lina));
        Assert.Null(Store.FindToken("hers"));
        Assert.Null(Store.FindToken("of"));
        Assert.NotNull(Store.FindToken("sams"));
        Assert.Equal(["plainly", "card2"], Ids(Store.Unsent(Garden, 0, 9)));
        Assert.Empty(Store.Unsent(ChatWith(Lina), 0, 9));
        Assert.Single(Store.Unsent(ChatWith(Sam), 0, 9));
        var lines = Store.ReadTrace(new TraceQuery("a", 9));
        Assert.Equal([4, 3, 2, 1], lines.Select(line => line.Seq));
        Assert.Equal(["seule", null, null, null], lines.Select(line => line.Words));
        Assert.Equal([new Change("member", 1, "{}", "{}"), new Change("action", 7, null, "\"semer\"")], lines[2].Changes);
        Assert.Equal([new Change("member", 1, null, "{}")], lines[3].Changes);
    }
}
