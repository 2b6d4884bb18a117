using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Turns;

namespace Bot.Core.Ideas;

/// <summary>A few ideas of the neighbours, for who only tries.</summary>
public sealed class SampleIdeas : IFurnish
{
    /// <inheritdoc/>
    public IEnumerable<Document> Furniture(Turn turn, IReadOnlyList<Member> neighbours) =>
        turn.Parts.Texts.Words(turn.Settings.Language, "SampleIdeas.words").Select((title, index) =>
            new Idea { Id = turn.NextId<Idea>(), Title = title, Author = neighbours[index % neighbours.Count].Id, At = turn.Now, Room = turn.Settings.Home });

    /// <inheritdoc/>
    public IEnumerable<Offer> ToTry(Turn turn) => [];
}
