using System.Runtime.InteropServices;

namespace Bot.Core.Language;

/// <summary>An amount of money, in whole cents.</summary>
/// <param name="Cents">How many hundredths.</param>
/// <param name="Currency">Of what, as ISO 4217 writes it: "EUR".</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Money(long Cents, string Currency);
