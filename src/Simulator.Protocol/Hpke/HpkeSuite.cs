namespace Simulator.Protocol.Hpke;

/// <summary>The one suite in use: DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, ChaCha20-Poly1305 (RFC 9180 §7).</summary>
public static class HpkeSuite
{
    public const int KemId = 0x0020;

    public const int KdfId = 0x0001;

    public const int AeadId = 0x0003;

    /// <summary>Nk: bytes of an AEAD key.</summary>
    public const int KeyLength = 32;

    /// <summary>Nn: bytes of an AEAD nonce.</summary>
    public const int NonceLength = 12;

    /// <summary>Nt: bytes of an AEAD tag, by which a ciphertext is longer than its plaintext.</summary>
    public const int TagLength = 16;

    /// <summary>Nenc: bytes of an encapsulated key.</summary>
    public const int EncapsulatedKeyLength = 32;

    /// <summary>The longest export: 255 hash lengths (RFC 9180 §5.3).</summary>
    public const int ExportLengthMax = 255 * 32;
}
