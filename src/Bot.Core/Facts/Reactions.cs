using System.Reflection;
using Bot.Core.Turns;

namespace Bot.Core.Facts;

/// <summary>Carries facts to those who react: breadth first in the order raised, reactors in the order of their names.</summary>
public sealed class Reactions
{
    private const int MostFactsInATurn = 32;
    private readonly Dictionary<Type, List<Action<object, Turn>>> reactors = [];

    /// <summary>Finds the reactors of some assemblies.</summary>
    /// <param name="assemblies">Where they are.</param>
    public Reactions(params IEnumerable<Assembly> assemblies)
    {
        foreach (var type in assemblies.SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsAbstract: false, IsInterface: false })
            .OrderBy(type => type.Name, StringComparer.Ordinal))
        {
            foreach (var interest in type.GetInterfaces()
                .Where(each => each.IsGenericType && each.GetGenericTypeDefinition() == typeof(IReactTo<>)))
            {
                var fact = interest.GetGenericArguments()[0];
                var reactor = Activator.CreateInstance(type)!;
                if (!reactors.TryGetValue(fact, out var those))
                {
                    reactors[fact] = those = [];
                }

                those.Add((Action<object, Turn>)Make.MakeGenericMethod(fact).Invoke(null, [reactor])!);
            }
        }
    }

    private static MethodInfo Make => typeof(Reactions).GetMethod(nameof(Call), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Delivers what a turn raised, and what is raised meanwhile.</summary>
    /// <param name="facts">The facts that were raised; grows while they are delivered.</param>
    /// <param name="turn">The turn.</param>
    /// <exception cref="InvalidOperationException">More than 32 facts in a turn: a loop.</exception>
    internal void Deliver(IReadOnlyList<object> facts, Turn turn)
    {
        for (var i = 0; i < facts.Count; i++)
        {
            if (i == MostFactsInATurn)
            {
                throw new InvalidOperationException($"More than {MostFactsInATurn} facts in one turn; the last was {facts[i].GetType().Name}.");
            }

            foreach (var react in reactors.GetValueOrDefault(facts[i].GetType()) ?? [])
            {
                react(facts[i], turn);
            }
        }
    }

    private static Action<object, Turn> Call<TFact>(IReactTo<TFact> reactor) => (fact, turn) => reactor.When((TFact)fact, turn);
}
