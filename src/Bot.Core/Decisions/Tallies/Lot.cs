using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bot.Core.Decisions;

/// <summary>
/// A draw that anybody can do again: of those in it, the one whose SHA-256 of « seed:number » comes first in the order of its hexadecimal
/// digits. The seed is published with the outcome; nobody who votes knows it before.
/// </summary>
/// <param name="Seed">The seed.</param>
public sealed record Lot(string Seed)
{
    /// <summary>The one that is drawn.</summary>
    /// <param name="options">The numbers of those in the draw; at least one.</param>
    public int Draw(IEnumerable<int> options) => options.MinBy(Place, StringComparer.Ordinal);

    /// <summary>All of them, in the order they would be drawn.</summary>
    /// <param name="options">The numbers of those in the draw.</param>
    public IReadOnlyList<int> Order(IEnumerable<int> options) => [.. options.OrderBy(Place, StringComparer.Ordinal)];

    private string Place(int option) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Seed}:{option}"))));
}
