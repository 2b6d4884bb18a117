using System.Numerics;

namespace Bot.Core.Decisions;

/// <summary>A number that is a part of another, exactly.</summary>
public readonly record struct Fraction : IComparable<Fraction>
{
    private Fraction(BigInteger parts, BigInteger of)
    {
        var common = BigInteger.GreatestCommonDivisor(parts, of);
        (Parts, Of) = (parts / common, of / common);
    }

    /// <summary>How many parts.</summary>
    public BigInteger Parts { get; }

    /// <summary>Of how many that make a whole; more than 0.</summary>
    public BigInteger Of { get; }

    /// <summary>A whole number.</summary>
    public static Fraction Whole(int number) => new(number, 1);

    /// <summary>The sum.</summary>
    public static Fraction operator +(Fraction one, Fraction other) => new((one.Parts * other.Of) + (other.Parts * one.Of), one.Of * other.Of);

    /// <summary>The difference.</summary>
    public static Fraction operator -(Fraction one, Fraction other) => new((one.Parts * other.Of) - (other.Parts * one.Of), one.Of * other.Of);

    /// <summary>The product.</summary>
    public static Fraction operator *(Fraction one, Fraction other) => new(one.Parts * other.Parts, one.Of * other.Of);

    /// <summary>The quotient; the second is more than 0.</summary>
    public static Fraction operator /(Fraction one, Fraction other) => new(one.Parts * other.Of, one.Of * other.Parts);

    /// <summary>Whether it is less.</summary>
    public static bool operator <(Fraction one, Fraction other) => one.CompareTo(other) < 0;

    /// <summary>Whether it is more.</summary>
    public static bool operator >(Fraction one, Fraction other) => one.CompareTo(other) > 0;

    /// <summary>Whether it is not more.</summary>
    public static bool operator <=(Fraction one, Fraction other) => one.CompareTo(other) <= 0;

    /// <summary>Whether it is not less.</summary>
    public static bool operator >=(Fraction one, Fraction other) => one.CompareTo(other) >= 0;

    /// <inheritdoc/>
    public int CompareTo(Fraction other) => (Parts * other.Of).CompareTo(other.Parts * Of);
}
