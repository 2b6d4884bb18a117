using Bot.Core.Chat;

namespace Bot.Core.Tests.Decisions;

/// <summary>Which votes a platform may show as a poll of its own: those where one tap says it all, for all to see.</summary>
public sealed class ShownAsPollTests
{
    private static readonly Capabilities Words = new(Buttons: false, Edits: true, Whispers: false, IdempotentSends: true);

    [Theory]
    [InlineData("/consentement acheter une tondeuse", true)]
    [InlineData("/sondage quelle couleur ? bleu, vert, rouge", true)]
    [InlineData("/sondage quels jours ? lundi, mardi, jeudi plusieurs choix", false)]
    [InlineData("/vote élire Paul à la coordination, à bulletin secret", false)]
    [InlineData("/classement quel nom ? Ruche, Fil, Lien", false)]
    public async Task A_vote_is_a_poll_where_one_choice_is_the_whole_answer(string opened, bool isPoll)
    {
        await using var world = new World(("polls", Words with { Polls = true }), ("words", Words));
        foreach (var platform in world.Platforms)
        {
            await world.Hear(world.Says(platform, "Awa", opened));
        }

        Assert.Equal(isPoll ? ["D1"] : [], world.Platforms[0].Polls);
        Assert.Empty(world.Platforms[1].Polls);
        Assert.Single(world.Platforms[1].ReadIn(World.Group(world.Platforms[1])), text => text.Contains("D1", StringComparison.Ordinal));
    }
}
