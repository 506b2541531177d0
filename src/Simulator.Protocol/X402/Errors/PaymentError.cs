using System.Diagnostics.CodeAnalysis;

namespace Simulator.Protocol.X402;

/// <summary>
/// The name of a refused payment, exactly as it travels in <c>invalidReason</c> and <c>errorReason</c>.
/// </summary>
/// <remarks>
/// A closed list: there is no way to make another. No error is null, so no value of this type means success.
/// Sources: x402 specification v2, and the names its EVM implementation emits.
/// </remarks>
public sealed partial class PaymentError
{
    private PaymentError(string name)
    {
        Name = name;
        Catalogue.ByName.Add(name, this);
    }

    /// <summary>Every error, in ordinal order of names.</summary>
    public static IReadOnlyCollection<PaymentError> All => Catalogue.ByName.Values;

    /// <summary>The text on the wire.</summary>
    public string Name { get; }

    public static bool TryFind(string? name, [NotNullWhen(true)] out PaymentError? error)
    {
        error = null;
        return name is not null && Catalogue.ByName.TryGetValue(name, out error);
    }

    public override string ToString() => Name;

    // A class of its own, so that it exists before the first error registers itself.
    private static class Catalogue
    {
        public static readonly SortedDictionary<string, PaymentError> ByName = new(StringComparer.Ordinal);
    }
}
