using System.Diagnostics.CodeAnalysis;

using Simulator.Primitives;

namespace Simulator.Protocol.Hpke;

/// <summary>
/// What both ends of a base-mode encapsulation share: the AEAD key schedule and the exporter (RFC 9180 §5).
/// </summary>
/// <remarks>One direction only. Sequence numbers count up from zero, separately for sealing and for opening.</remarks>
public sealed class HpkeContext
{
    private readonly byte[] key;
    private readonly byte[] baseNonce;
    private readonly byte[] exporterSecret;
    private ulong sealedCount;
    private ulong openedCount;

    private HpkeContext(byte[] encapsulatedKey, byte[] sharedSecret, ReadOnlySpan<byte> info)
    {
        EncapsulatedKey = encapsulatedKey;
        LabeledHkdf suite = LabeledHkdf.ForSuite;
        byte[] pskIdHash = suite.Extract([], "psk_id_hash", []);
        byte[] infoHash = suite.Extract([], "info_hash", info);
        byte[] context = [0, .. pskIdHash, .. infoHash];
        byte[] secret = suite.Extract(sharedSecret, "secret", []);
        key = suite.Expand(secret, "key", context, HpkeSuite.KeyLength);
        baseNonce = suite.Expand(secret, "base_nonce", context, HpkeSuite.NonceLength);
        exporterSecret = suite.Expand(secret, "exp", context, 32);
    }

    /// <summary>32 bytes: the sender's ephemeral public key.</summary>
    public byte[] EncapsulatedKey { get; }

    /// <summary>SetupBaseS: the sender's end.</summary>
    /// <returns>False when the recipient's public key has small order.</returns>
    public static bool TrySetupSender(
        ReadOnlySpan<byte> recipientPublicKey,
        ReadOnlySpan<byte> info,
        HpkeKeyPair ephemeral,
        [NotNullWhen(true)] out HpkeContext? context)
    {
        bool agreed = DhKem.TryEncapsulate(recipientPublicKey, ephemeral, out byte[] sharedSecret);
        context = agreed ? new(ephemeral.PublicKey, sharedSecret, info) : null;
        return agreed;
    }

    /// <summary>SetupBaseR: the recipient's end.</summary>
    /// <returns>False when the encapsulated key has small order.</returns>
    public static bool TrySetupRecipient(
        ReadOnlySpan<byte> encapsulatedKey,
        ReadOnlySpan<byte> info,
        HpkeKeyPair recipient,
        [NotNullWhen(true)] out HpkeContext? context)
    {
        bool agreed = DhKem.TryDecapsulate(encapsulatedKey, recipient, out byte[] sharedSecret);
        context = agreed ? new(encapsulatedKey.ToArray(), sharedSecret, info) : null;
        return agreed;
    }

    /// <summary>Encrypts the next message; the result is 16 bytes longer than the plaintext.</summary>
    public byte[] Seal(ReadOnlySpan<byte> associatedData, ReadOnlySpan<byte> plaintext)
    {
        Invariant.That(sealedCount < ulong.MaxValue);
        return Aead.Seal(key, Aead.Nonce(baseNonce, sealedCount++), associatedData, plaintext);
    }

    /// <summary>Decrypts the next message. A failure leaves the sequence number where it was (RFC 9180 §5.2).</summary>
    public bool TryOpen(
        ReadOnlySpan<byte> associatedData,
        ReadOnlySpan<byte> ciphertext,
        [NotNullWhen(true)] out byte[]? plaintext)
    {
        bool opened = Aead.TryOpen(key, Aead.Nonce(baseNonce, openedCount), associatedData, ciphertext, out plaintext);
        openedCount += opened ? 1UL : 0;
        return opened;
    }

    /// <summary>A secret for other uses, the same at both ends (RFC 9180 §5.3).</summary>
    /// <param name="exporterContext">What the secret is for.</param>
    /// <param name="length">Bytes wanted, at most <see cref="HpkeSuite.ExportLengthMax"/>.</param>
    public byte[] Export(ReadOnlySpan<byte> exporterContext, int length)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(length, HpkeSuite.ExportLengthMax);
        return LabeledHkdf.ForSuite.Expand(exporterSecret, "sec", exporterContext, length);
    }

    /// <summary>Key, base nonce and exporter secret, for comparison with published vectors.</summary>
    internal (byte[] Key, byte[] BaseNonce, byte[] ExporterSecret) Schedule => (key, baseNonce, exporterSecret);
}
