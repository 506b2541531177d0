namespace Simulator.Protocol.Hpke;

/// <summary>An X25519 key pair for HPKE. Keys always come from the caller; nothing here draws randomness.</summary>
public sealed record HpkeKeyPair
{
    private HpkeKeyPair(byte[] privateKey)
    {
        PrivateKey = privateKey;
        PublicKey = X25519.PublicKey(privateKey);
    }

    /// <summary>32 bytes, as given (unclamped).</summary>
    public byte[] PrivateKey { get; }

    /// <summary>32 bytes.</summary>
    public byte[] PublicKey { get; }

    /// <param name="privateKey">Exactly 32 bytes.</param>
    public static HpkeKeyPair FromPrivateKey(ReadOnlySpan<byte> privateKey) => new(privateKey.ToArray());

    /// <summary>DeriveKeyPair of RFC 9180 §7.1.3.</summary>
    /// <param name="keyMaterial">Input keying material; at least 32 bytes of entropy for real use.</param>
    public static HpkeKeyPair Derive(ReadOnlySpan<byte> keyMaterial)
    {
        byte[] pseudorandomKey = LabeledHkdf.ForKem.Extract([], "dkp_prk", keyMaterial);
        return new(LabeledHkdf.ForKem.Expand(pseudorandomKey, "sk", [], X25519.Length));
    }
}
