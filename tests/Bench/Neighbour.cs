using System.Globalization;
using Bot.Core.Chat;
using Bot.Host;
using NodaTime;

namespace Bench;

/// <summary>
/// The people of one coop, who take actions on and give them back. A turn is one message from when it is heard until its commit
/// is flushed: read, matched, run, traced, answered in writing. One in two is a /claim whose title holds a typo, the other a
/// /lacher of the same action by the same member. The Postman carries the answers meanwhile, as it does for people.
/// </summary>
/// <param name="bot">The bot.</param>
/// <param name="platform">Where it answers.</param>
/// <param name="coop">The coop's id.</param>
internal sealed class Neighbour(Babillard bot, SilentPlatform platform, string coop)
{
    private readonly Place room = Village.Room(coop);
    private int turns;

    /// <summary>Takes one turn.</summary>
    public Task Speak()
    {
        var pair = turns / 2;
        var member = (pair % Village.Members) + 1;
        var title = Village.Title(pair % Village.LiveActions);
        var text = turns % 2 == 0 ? $"/claim {WithTypo(title)}" : $"/lacher {title}";
        var id = string.Create(CultureInfo.InvariantCulture, $"{coop}:{turns++}");
        var by = new Speaker(Village.Account(coop, member), "Membre");
        return bot.Conversation.Hear(new Said(
            $"{SilentPlatform.PlatformName}:{id}", room, by, Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()), id, text));
    }

    /// <summary>Takes every action on once and gives it back, and looks whether that is what happened.</summary>
    public async Task Rehearse()
    {
        for (var n = 0; n < 2 * Village.LiveActions; n++)
        {
            var expected = turns % 2 == 0 ? "Pris" : "Ok";
            await Speak();
            await bot.Postman.Idle();
            if (!platform.LastText.StartsWith(expected, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"Turn {turns} of {coop} was answered: {platform.LastText}");
            }
        }
    }

    // Two neighbouring letters change places in the middle of the first word.
    private static string WithTypo(string title) => string.Create(title.Length, title, (typed, right) =>
    {
        right.CopyTo(typed);
        (typed[2], typed[3]) = (typed[3], typed[2]);
    });
}
