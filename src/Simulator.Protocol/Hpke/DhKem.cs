namespace Simulator.Protocol.Hpke;

/// <summary>DHKEM(X25519, HKDF-SHA256), base mode (RFC 9180 §4.1).</summary>
public static class DhKem
{
    /// <summary>
    /// The shared secret for a recipient's public key; the encapsulated key is the ephemeral public key.
    /// </summary>
    /// <remarks>The ephemeral pair must be fresh; using one twice for one recipient breaks confidentiality.</remarks>
    /// <returns>False when the recipient's key has small order.</returns>
    public static bool TryEncapsulate(
        ReadOnlySpan<byte> recipientPublicKey,
        HpkeKeyPair ephemeral,
        out byte[] sharedSecret)
    {
        bool agreed = X25519.TryAgree(ephemeral.PrivateKey, recipientPublicKey, out byte[] agreement);
        sharedSecret = agreed ? Extract(agreement, ephemeral.PublicKey, recipientPublicKey) : [];
        return agreed;
    }

    /// <returns>False when the encapsulated key has small order.</returns>
    public static bool TryDecapsulate(
        ReadOnlySpan<byte> encapsulatedKey,
        HpkeKeyPair recipient,
        out byte[] sharedSecret)
    {
        bool agreed = X25519.TryAgree(recipient.PrivateKey, encapsulatedKey, out byte[] agreement);
        sharedSecret = agreed ? Extract(agreement, encapsulatedKey, recipient.PublicKey) : [];
        return agreed;
    }

    private static byte[] Extract(byte[] agreement, ReadOnlySpan<byte> encapsulatedKey, ReadOnlySpan<byte> recipient)
    {
        byte[] pseudorandomKey = LabeledHkdf.ForKem.Extract([], "eae_prk", agreement);
        byte[] kemContext = [.. encapsulatedKey, .. recipient];
        return LabeledHkdf.ForKem.Expand(pseudorandomKey, "shared_secret", kemContext, 32);
    }
}
