using Bot.Core.Commands;
using Bot.Core.Memory;
using Bot.Core.Texts;
using Bot.Core.Turns;

namespace Bot.Core.Bookings;

/// <summary>Something with nearly that name is known: whether it is meant.</summary>
/// <param name="Typed">What was typed.</param>
public sealed record WhichThing(string Typed) : Says;

/// <summary>That it is something else, on a button.</summary>
public sealed record AnotherThing : Says;

/// <summary>What a thing is called, on a button.</summary>
/// <param name="Title">Its name.</param>
public sealed record ThatThing(string Title) : Says;

/// <summary>A room or a tool of the coop, known from the first time somebody needs it.</summary>
[Kind("thing", Letter = 'O')]
public sealed record SharedThing : Document, ITitled
{
    private const char New = '+';
    private const int MostWays = 3;

    /// <inheritdoc/>
    public required string Title { get; init; }

    /// <summary>The thing that is meant; who names one that is not known makes it known.</summary>
    /// <typeparam name="TCommand">The command that was typed; its parameter is called Title.</typeparam>
    /// <param name="typed">Its name.</param>
    /// <param name="again">The same, with another name.</param>
    /// <param name="turn">The turn.</param>
    /// <exception cref="Doubt">Several are called so, or something nearly.</exception>
    internal static SharedThing Named<TCommand>(string typed, Func<string, Intent> again, Turn turn) where TCommand : ICommand
    {
        var title = Titles.Of<TCommand>(typed.TrimStart(New));
        var folded = FoldedTitle.Of(title);
        var known = turn.Live<SharedThing>().Select(thing => (Thing: thing, Fit: Matching.Compare(folded, turn.TitleOf(thing)))).Where(each => each.Fit != Fit.None).OrderBy(each => each.Fit).ToList();
        if (known is [{ Fit: Fit.Exact } exact, ..])
        {
            return exact.Thing;
        }

        if (known.Count > 0 && typed[0] != New)
        {
            throw new Doubt(new WhichThing(Plain.Short(title)), [.. known.Take(MostWays).Select(each => new Way(new ThatThing(Plain.Short(each.Thing.Title)), Instead: again(each.Thing.Title))), new Way(new AnotherThing(), Instead: again(New + title))]) { Parameter = "Title" };
        }

        var thing = new SharedThing { Id = turn.NextId<SharedThing>(), Title = title };
        turn.Keep(thing);
        return thing;
    }
}
