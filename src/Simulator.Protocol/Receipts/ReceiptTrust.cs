using System.Collections.Immutable;
using System.Security.Cryptography;

using Simulator.Protocol.Attestation;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Receipts;

/// <summary>Whose word counts: the hardware vendors' root certificates, by SHA-256 of their DER form.</summary>
/// <remarks>
/// A receipt carries the root that its document needs, but trust in a root never comes from the receipt.
/// </remarks>
public sealed class ReceiptTrust
{
    /// <summary>SHA-256 of the real vendor's root, valid from 2019 to 2049.</summary>
    public static readonly Hash32 AwsNitro =
        Hash32.Parse("0x641a0321a3e244efe456463195d606317ed7cdcc3c1756e09893f3c68f79bb5b");

    private readonly ImmutableArray<Hash32> roots;

    private ReceiptTrust(ImmutableArray<Hash32> roots)
    {
        this.roots = roots;
    }

    /// <summary>The real vendor and the simulated one.</summary>
    public static ReceiptTrust Default { get; } = new([AwsNitro, Fingerprint(SimulatedVendor.Default.RootPem)!.Value]);

    /// <summary>Exactly the given roots.</summary>
    /// <param name="rootPems">PEM texts, one certificate in each.</param>
    /// <exception cref="FormatException">A text holds no certificate.</exception>
    public static ReceiptTrust Of(params IEnumerable<string> rootPems) => new(
        [.. rootPems.Select(pem => Fingerprint(pem) ?? throw new FormatException("no certificate in the PEM text"))]);

    /// <summary>Whether a text holds exactly one certificate, and that one is trusted.</summary>
    public bool Covers(string rootPem) => Fingerprint(rootPem) is { } fingerprint && roots.Contains(fingerprint);

    private static Hash32? Fingerprint(string pem)
    {
        if (!PemEncoding.TryFind(pem, out PemFields fields)
            || !pem.AsSpan()[fields.Label].SequenceEqual("CERTIFICATE")
            || PemEncoding.TryFind(pem.AsSpan()[fields.Location.End..], out _))
        {
            return null;
        }

        return new Hash32(SHA256.HashData(Convert.FromBase64String(pem[fields.Base64Data])));
    }
}
