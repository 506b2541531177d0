using System.Collections.Immutable;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Attestation;

/// <summary>The three registers that name an enclave image: image, kernel and bootstrap, application.</summary>
/// <remarks>
/// 48 bytes each in real documents (SHA-384); the chain accepts up to 64 and hashes longer ones to zero.
/// </remarks>
public sealed record EnclaveMeasurements(
    ImmutableArray<byte> Pcr0, ImmutableArray<byte> Pcr1, ImmutableArray<byte> Pcr2)
{
    public const int MaximumLength = 64;

    /// <summary>What the registry approves and revokes: keccak(PCR0 ‖ PCR1 ‖ PCR2).</summary>
    /// <remarks>Zero when a register is longer than 64 bytes: the chain's own quirk, kept.</remarks>
    public Hash32 Hash => Pcr0.Length > MaximumLength || Pcr1.Length > MaximumLength || Pcr2.Length > MaximumLength
        ? Hash32.Zero
        : Keccak256.Hash([.. Pcr0, .. Pcr1, .. Pcr2]);

    /// <exception cref="FormatException">Not hexadecimal.</exception>
    public static EnclaveMeasurements Parse(string pcr0, string pcr1, string pcr2) =>
        new([.. Hex.Decode(pcr0)], [.. Hex.Decode(pcr1)], [.. Hex.Decode(pcr2)]);
}
