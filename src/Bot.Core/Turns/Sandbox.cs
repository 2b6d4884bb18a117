using Bot.Core.Chat;
using Bot.Core.Memory;
using Bot.Core.Texts;

namespace Bot.Core.Turns;

/// <summary>What a sandbox is called.</summary>
public sealed record SandboxName : Says;

/// <summary>Makes a sandbox that begins look like a coop in which people have lived for a while.</summary>
internal static class Sandbox
{
    private const int MostNeighbours = 3;

    /// <summary>Settles it, and lets all slices put something there.</summary>
    /// <param name="turn">The turn in which it begins; its person is known.</param>
    /// <param name="visitor">Whose it is.</param>
    /// <param name="defaults">What a new coop starts with.</param>
    public static void Furnish(Turn turn, Speaker visitor, Defaults defaults)
    {
        var settings = Settings(turn, visitor, defaults);
        var voice = new Voice(settings.Language, settings.Vous, NodaTime.DateTimeZone.Utc, default);
        turn.KeepQuietly(settings with { Name = turn.Parts.Texts.Write(new SandboxName(), voice) });

        // Two people of the same name would make each command ask who is meant.
        var names = turn.Parts.Texts.Words(settings.Language, "Neighbours.words")
            .Where(name => Folding.FoldName(name) != Folding.FoldName(turn.Member.Name.Split(' ')[0]));
        List<Member> neighbours = [.. names.Take(MostNeighbours).Select(name => new Member { Id = turn.NextId<Member>(), Name = name })];
        foreach (var document in neighbours.Concat(turn.Parts.Furnishers.SelectMany(each => each.Furniture(turn, neighbours))))
        {
            turn.KeepQuietly(document);
        }
    }

    // As the coop that their private chat is about speaks to them; to who is in none, as their platform does.
    private static CoopSettings Settings(Turn turn, Speaker visitor, Defaults defaults)
    {
        var usual = turn.Entries.Count == 0 ? null : turn.Entries[0];
        var settings = (usual is null ? null : turn.FindIn<CoopSettings>(usual.Coop, 1)) ?? new CoopSettings { Language = defaults.Language, Zone = defaults.Zone };
        var chosen = usual is null ? null : turn.FindIn<Member>(usual.Coop, usual.Member)?.Language;
        return new CoopSettings
        {
            Id = 1,
            Language = chosen ?? turn.Parts.Texts.Spoken(visitor.Locale)?.Code ?? settings.Language,
            Zone = settings.Zone,
            Vous = settings.Vous,
        };
    }
}
