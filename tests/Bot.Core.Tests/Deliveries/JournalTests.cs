using Bot.Core.Chat;
using Bot.Core.Memory;
using NodaTime;

namespace Bot.Core.Tests.Deliveries;

/// <summary>The journal, when messages come late.</summary>
public sealed class JournalTests
{
    private static readonly Place Garden = Village.Group("garden");
    private readonly Slate slate = new();

    [Fact]
    public async Task What_was_said_while_the_bot_was_away_belongs_to_the_day_it_was_said()
    {
        await using var village = new Village(slate);
        await village.Hear("Lina", Garden, "/action semer");
        var evening = village.Time.GetCurrentInstant() + Duration.FromHours(10);
        village.Time.MoveTo(evening + Duration.FromHours(10));
        await village.Hear("Lina", Garden, "/journal dimanche");
        await village.Conversation.Hear(village.Says("Sam", Garden, "/fait semer") with { SentAt = evening });
        await village.Conversation.Hear(village.Says("Sam", Garden, "/journal belle journée") with { SentAt = evening });
        await village.Hear("Lina", Garden, "/jour hier");
        await village.Hear("Lina", Garden, "/jour");

        var read = slate.ReadIn(Garden).Select(text => text.Replace('\u00A0', ' ')).TakeLast(3).ToList();
        Assert.StartsWith("Ajouté au journal du sam. 21 nov. (J2)", read[0], StringComparison.Ordinal);
        Assert.Equal("Sam. 21 nov. : 1 action faite et 1 note.\nFait : « semer » (A1), Sam.\nNote : « belle journée » (J2), Sam.", read[1]);
        Assert.Equal("Dim. 22 nov. : 1 note.\nNote : « dimanche » (J1), Lina.", read[2]);
    }
}
