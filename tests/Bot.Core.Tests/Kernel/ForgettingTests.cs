using System.Text;
using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Tests.Deliveries;
using Bot.Core.Tests.Replay;
using Bot.Core.Texts;

namespace Bot.Core.Tests.Kernel;

/// <summary>Somebody wants to be forgotten.</summary>
public sealed class ForgettingTests : IDisposable
{
    private const int Zephyrine = 1;
    private static readonly Place Garden = Village.Group("garden");
    private static readonly Place Chat = Village.ChatWith("Zéphyrine");
    private readonly string folder = Directory.CreateTempSubdirectory("forgetting-").FullName;
    private readonly Slate slate = new();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Nothing_of_who_is_forgotten_is_left_in_the_bytes_of_any_file()
    {
        await using var village = new Village(slate, Playing.OnDisk(folder));
        var coop = await Live(village);
        await village.Store.Advance(Slate.PlatformName, "1");
        string[] hers = ["Zéphyrine", "Quibuscumque", "iel-quelquechose", "/action semer", "/journal il", "/note semer", "moissonner"];
        Assert.All(hers, words => Assert.True(Bytes(words), $"{words} should be there before."));

        await village.Conversation.Forget(coop, Zephyrine);

        Assert.All(hers, words => Assert.False(Bytes(words), $"{words} is left."));
        Assert.True(Bytes("semer"));
        Assert.True(Bytes("/action arroser"));
        Assert.True(Bytes("il gèle encore"));
        Assert.True(Bytes("sous le châssis"));
        await village.Restart(isClean: true);
        await village.Hear("Sam", Garden, "/oups");
        Assert.All(hers, words => Assert.False(Bytes(words), $"{words} is back."));
        Assert.Equal(["semer", "arroser"], village.TitlesIn(Garden));
    }

    [Fact]
    public async Task What_they_wrote_aside_goes_with_them_and_is_opened_by_nobody()
    {
        await using var village = new Village(slate);
        var coop = await Live(village);
        await village.Hear("Sam", Garden, "/idees cacher");
        await village.Hear("Zéphyrine", Chat, "/idee verveine");
        await village.Hear("Sam", Village.ChatWith("Sam"), "/idee sauge");

        await village.Conversation.Forget(coop, Zephyrine);
        await village.Hear("Sam", Garden, "/idees ouvrir");

        var opened = slate.ReadIn(Garden)[^1];
        Assert.Contains("sauge", opened, StringComparison.Ordinal);
        Assert.DoesNotContain("verveine", opened, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_they_did_stays_unsigned_and_cards_are_drawn_anew()
    {
        await using var village = new Village(slate);
        var coop = await Live(village);
        await village.Hear("Zéphyrine", Garden, "/action planter");
        await village.Hear("Zéphyrine", Garden, "/fait planter");
        await village.Idle();
        Assert.Contains(slate.ReadIn(Garden), text => text.Contains("Quibuscumque", StringComparison.Ordinal));
        var before = slate.ReadIn(Garden).Count;

        await village.Conversation.Forget(coop, Zephyrine);
        await village.Conversation.Forget(coop, Zephyrine);
        await village.Idle();

        var card = Assert.Single(slate.ReadIn(Garden).Skip(before));
        Assert.Contains("ancien membre", card, StringComparison.Ordinal);
        await village.Hear("Sam", Village.ChatWith("Sam"), "/histoire semer");
        Assert.Contains("ancien membre", slate.ReadIn(Village.ChatWith("Sam"))[^1], StringComparison.Ordinal);
        await village.Hear("Sam", Village.ChatWith("Sam"), "/jour");
        var day = slate.ReadIn(Village.ChatWith("Sam"))[^1].Replace(Spacing.NoBreak, ' ');
        Assert.Contains("Note : « il gèle encore » (J1), ancien membre.", day, StringComparison.Ordinal);
        Assert.Contains("Pris : « semer » (A1), ancien membre.", day, StringComparison.Ordinal);
        Assert.All(
            slate.ReadIn(Garden).Skip(before).Concat(slate.ReadIn(Village.ChatWith("Sam")).TakeLast(2)),
            text => Assert.DoesNotContain("Quibuscumque", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_undo_brings_them_back_and_who_speaks_again_is_somebody_new()
    {
        await using var village = new Village(slate);
        var coop = await Live(village);
        await village.Hear("Sam", Garden, "/role_bot @quibuscumque aucun");

        await village.Conversation.Forget(coop, Zephyrine);
        for (var i = 0; i < 4; i++)
        {
            await village.Hear("Sam", Garden, "/oups");
        }

        await village.Hear("Zéphyrine", Garden, "/claim semer");
        var known = Coop.From(coop, village.Store.Load(coop));
        Assert.True(known.Find<Member>(Zephyrine)!.IsForgotten);
        Assert.Empty(known.Find<Member>(Zephyrine)!.Roles);
        Assert.Equal(["Sam", "Zéphyrine"], known.Live<Member>().Select(member => member.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(known.Accounts, entry => entry.Member == Zephyrine);
    }

    [Fact]
    public async Task What_they_had_in_hand_waits_for_somebody_again_and_nobody_is_asked_in_their_name()
    {
        await using var village = new Village(slate);
        var coop = await Live(village);
        await village.Hear("Sam", Garden, "/claim arroser");
        await village.Hear("Sam", Garden, "/passer arroser à quibuscumque");

        await village.Conversation.Forget(coop, Zephyrine);

        var known = Coop.From(coop, village.Store.Load(coop));
        Assert.True(known.Live<Actions.CoopAction>().Single(action => action.Title == "semer").IsFree);
        Assert.Empty(known.Live<Actions.Handing>());
        await village.Hear("Sam", Garden, "/claim semer");
        await village.Idle();
        Assert.Contains(slate.ReadIn(Garden), text => text.Replace(Spacing.NoBreak, ' ').Contains("Pris : « semer » (A1), Sam.", StringComparison.Ordinal));
    }

    [Fact]
    public void Somebody_is_named_where_their_name_is_a_word_of_its_own()
    {
        var lina = new Forgotten(1, ["Lina", "zoé-7", ""]);
        Assert.All(["Lina", "pour LINA !", "« lina »", "Sam, Lina", "{\"Who\":\"Lina\"}", "linaire, lina", "ZOE-7"], text => Assert.True(lina.IsNamedIn(text), text));
        Assert.All([null, "", "Carolina", "linaire", "Li na", "zoé"], text => Assert.False(lina.IsNamedIn(text), text));
    }

    [Fact]
    public void A_forgotten_member_is_named_in_the_readers_language()
    {
        var texts = TextBook.Load();
        var says = new Across.Past("ClaimAction", default, Member.NoName, null, null);
        Assert.Contains("ancien membre", texts.Write(says, Voice("fr")), StringComparison.Ordinal);
        Assert.Contains("former member", texts.Write(says, Voice("en")), StringComparison.Ordinal);
    }

    private static Voice Voice(string language) => new(language, Vous: false, NodaTime.DateTimeZone.Utc, default);

    /// <summary>Zéphyrine begins the coop; she and Sam do things, in the group and alone with the bot.</summary>
    private static async Task<string> Live(Village village)
    {
        await village.Hear("Zéphyrine", Garden, "/action semer");
        await village.Hear("Zéphyrine", Chat, "/moi Quibuscumque, iel-quelquechose");
        await village.Hear("Zéphyrine", Chat, "/claim moissonner");
        await village.Hear("Sam", Garden, "/aide claim");
        await village.Hear("Sam", Village.ChatWith("Sam"), "/aide claim");
        await village.Hear("Zéphyrine", Garden, "/role_bot @sam coordination");
        await village.Hear("Sam", Garden, "/action arroser");
        await village.Hear("Sam", Garden, "/claim semer pour quibuscumque");
        await village.Hear("Sam", Garden, "/lacher semer pour quibuscumque");
        await village.Hear("Zéphyrine", Garden, "/claim semer");
        await village.Hear("Zéphyrine", Garden, "/note semer sous le châssis");
        await village.Hear("Zéphyrine", Garden, "/journal il gèle encore");
        await village.Hear("Zéphyrine", Garden, "/tableau");
        return village.Store.CoopOf(Garden)!;
    }

    private bool Bytes(string words)
    {
        string[] spellings = [words, words.ToLowerInvariant(), words.ToUpperInvariant()];
        // The lock is held and empty.
        Assert.All(Directory.GetFiles(folder, "*.lock"), file => Assert.Equal(0, new FileInfo(file).Length));
        return Directory.GetFiles(folder).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal))
            .Any(file => spellings.Any(each => File.ReadAllBytes(file).AsSpan().IndexOf(Encoding.UTF8.GetBytes(each)) >= 0));
    }
}
