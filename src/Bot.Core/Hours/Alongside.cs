using System.Globalization;
using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Turns;

namespace Bot.Core.Hours;

/// <summary>Who else worked, and as long: « @lea @sam », « avec Sam et Noé ».</summary>
/// <param name="Members">The members.</param>
public sealed record Alongside(IReadOnlyList<Member> Members) : IReadable<Alongside>
{
    /// <inheritdoc/>
    public static Alongside? Read(Words words, Asked how, Turn turn)
    {
        var members = new List<Member>();
        if (how.IsAlone)
        {
            // Those who were clear stand before the one who was asked for.
            while (words.Left.Count > 1 && words.Left[0].Text is ['#', .. var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id) && turn.Find<Member>(id) is { } known)
            {
                words.Take(0, 1);
                members.Add(known);
            }

            return Names.Take(words, 0, turn, isSurelyAName: true) is { } only ? new Alongside([.. members, only]) : null;
        }

        Doubt? unclear = null;
        for (var i = 0; i < words.Left.Count;)
        {
            var before = words.Left.Count;
            try
            {
                // « pour @amina » is for her, and not with her.
                if ((i == 0 || !turn.Parts.Texts.Words("OnBehalf.words").Contains(words.Left[i - 1].Folded)) && Names.Take(words, i, turn, isSurelyAName: false) is { } named)
                {
                    members.Add(named);
                }
            }
            catch (Doubt doubt)
            {
                unclear ??= doubt;
            }

            i += words.Left.Count == before ? 1 : 0;
        }

        members.AddRange(Together.Read(words, how, turn)?.Members ?? []);
        if (unclear is not null)
        {
            throw new Doubt(unclear.Question, [.. unclear.Ways.Select(way => way.Value is null || members.Count == 0 ? way : way with { Value = $"{Typed(members)} {way.Value}" })]);
        }

        return members.Count == 0 ? null : new Alongside([.. members.DistinctBy(member => member.Id)]);
    }

    private static string Typed(IEnumerable<Member> members) => string.Join(' ', members.Select(member => string.Create(CultureInfo.InvariantCulture, $"#{member.Id}")));
}
