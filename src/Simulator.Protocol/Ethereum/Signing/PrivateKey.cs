namespace Simulator.Protocol.Ethereum;

/// <summary>A secp256k1 private key: a number in [1, n−1]. <c>default</c> is no key.</summary>
/// <remarks>Never printed. The keys of simulated people come from <see cref="FromSeed"/> and protect nothing.</remarks>
public readonly record struct PrivateKey
{
    public const int Length = 32;

    private readonly UInt256 number;

    private PrivateKey(UInt256 number) => this.number = number;

    /// <summary>False for <c>default</c>, which signs nothing.</summary>
    public bool IsValid => !number.IsZero;

    internal UInt256 Number => number;

    /// <summary>A key from 32 bytes, big-endian; false for any other length, zero, or n and above.</summary>
    public static bool TryCreate(ReadOnlySpan<byte> bytes, out PrivateKey key)
    {
        key = default;
        if (bytes.Length != Length)
        {
            return false;
        }

        UInt256 number = UInt256.FromBigEndian(bytes);
        if (number.IsZero || number >= Secp256k1.Order)
        {
            return false;
        }

        key = new PrivateKey(number);
        return true;
    }

    /// <exception cref="FormatException">Not 64 hexadecimal digits, zero, or n and above.</exception>
    public static PrivateKey Parse(string text) =>
        Hex.TryDecode(text, out byte[] bytes) && TryCreate(bytes, out PrivateKey key)
            ? key
            : throw new FormatException("not a private key");

    /// <summary>
    /// The key of a name: Keccak-256 of its UTF-8 text, hashed again in the unlikely case of a number outside the
    /// range.
    /// </summary>
    public static PrivateKey FromSeed(string seed)
    {
        Hash32 candidate = Keccak256.HashText(seed);
        Span<byte> bytes = stackalloc byte[Length];
        while (true)
        {
            candidate.CopyTo(bytes);
            if (TryCreate(bytes, out PrivateKey key))
            {
                return key;
            }

            candidate = Keccak256.Hash(bytes);
        }
    }

    /// <summary>32 bytes, big-endian.</summary>
    public void CopyTo(Span<byte> destination) => number.WriteBigEndian(destination);

    public byte[] ToArray()
    {
        byte[] bytes = new byte[Length];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Says whether there is a key, not which.</summary>
    public override string ToString() => IsValid ? "PrivateKey" : "no PrivateKey";
}
