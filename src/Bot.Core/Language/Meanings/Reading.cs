namespace Bot.Core.Language.Meanings;

/// <summary>What was read: the likeliest, what else it may be, and why one can't be sure.</summary>
/// <typeparam name="T">What it names.</typeparam>
internal sealed class Reading<T>
{
    private readonly T value;

    private Reading(T value, IReadOnlyList<T> others, Unsure unsure)
    {
        this.value = value;
        Others = others;
        Unsure = unsure;
    }

    /// <summary>What it most likely is.</summary>
    public T Value => IsPossible ? value : throw new InvalidOperationException($"Nothing was read: {Unsure}.");

    /// <summary>What else it may be.</summary>
    public IReadOnlyList<T> Others { get; }

    /// <summary>Why one can't be sure.</summary>
    public Unsure Unsure { get; }

    /// <summary>Whether anything was read.</summary>
    public bool IsPossible => Unsure < Unsure.Future;

    /// <summary>What is beyond doubt.</summary>
    public static Reading<T> Sure(T value) => new(value, [], Unsure.No);

    /// <summary>What may be something else; without any other reading it is sure unless it must be asked anyway.</summary>
    public static Reading<T> Of(T value, Unsure unsure, params IReadOnlyList<T> others) =>
        new(value, others, unsure is Unsure.Otherwise && others.Count == 0 ? Unsure.No : unsure);

    /// <summary>What cannot be; the others are what may have been meant.</summary>
    public static Reading<T> Not(Unsure why, params IReadOnlyList<T> others) => new(default!, others, why);

    /// <summary>The same readings, each as something else.</summary>
    public Reading<TOther> Select<TOther>(Func<T, TOther> with) => IsPossible
        ? Reading<TOther>.Of(with(value), Unsure, [.. Others.Select(with)])
        : Reading<TOther>.Not(Unsure, [.. Others.Select(with)]);

    /// <summary>Reads on from each reading.</summary>
    public Reading<TOther> Then<TOther>(Func<T, Reading<TOther>> next)
    {
        var more = Others.Select(next).Where(reading => reading.IsPossible).Select(reading => reading.Value);
        if (!IsPossible)
        {
            return Reading<TOther>.Not(Unsure, [.. more]);
        }

        var first = next(value);
        var others = first.Others.Concat(more).ToList();
        var worst = first.Unsure > Unsure ? first.Unsure : Unsure;
        return first.IsPossible ? Reading<TOther>.Of(first.Value, worst, others) : Reading<TOther>.Not(first.Unsure, others);
    }

    /// <summary>Without those others that cannot be meant.</summary>
    public Reading<T> Where(Func<T, bool> fits) => IsPossible
        ? Of(value, Unsure, [.. Others.Where(fits)])
        : this;
}
