using System.Security.Cryptography;

namespace Simulator.Protocol.Enclaves;

/// <summary>RSASP1 of RFC 8017 §5.2.1: the private operation m^d mod n on an already encoded message.</summary>
/// <remarks>Implementations are safe for concurrent use and agree byte for byte.</remarks>
internal abstract class RawRsa
{
    /// <summary>
    /// OpenSSL where it is installed, managed arithmetic otherwise (same bytes, slower).
    /// </summary>
    public static RawRsa Create(RSAParameters key) =>
        LibCrypto.IsAvailable ? new NativeRawRsa(key) : new ManagedRawRsa(key);

    /// <param name="encoded">As long as the modulus and numerically below it; big-endian.</param>
    /// <param name="signature">As long as the modulus.</param>
    public abstract void Apply(ReadOnlySpan<byte> encoded, Span<byte> signature);
}
