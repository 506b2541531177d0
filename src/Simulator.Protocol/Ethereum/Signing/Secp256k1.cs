using System.Globalization;
using System.Runtime.CompilerServices;

using Simulator.Primitives;

namespace Simulator.Protocol.Ethereum;

/// <summary>Ethereum's signatures: deterministic ECDSA over secp256k1 with recovery of the signer.</summary>
/// <remarks>
/// Thread safe; allocates nothing where libsecp256k1 is installed. Sources: SEC 2 §2.4.1 (curve), RFC 6979 (nonce),
/// EIP-2 (low s), Yellow Paper appendix F (recovery and address).
/// </remarks>
public static class Secp256k1
{
    /// <summary>Set to <c>managed</c> to leave libsecp256k1 unused, for comparing the two.</summary>
    public const string BackendVariable = "OPGSIM_SECP256K1";

    /// <summary>n, the number of points of the curve.</summary>
    public static readonly UInt256 Order = new(
        UInt128.Parse("FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFE", NumberStyles.HexNumber, CultureInfo.InvariantCulture),
        UInt128.Parse("BAAEDCE6AF48A03BBFD25E8CD0364141", NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    /// <summary>⌊n/2⌋: s up to here is low.</summary>
    public static readonly UInt256 HalfOrder = new(Order.High >> 1, (Order.Low >> 1) | (Order.High << 127));

    private static readonly ISecp256k1Backend Curve = Choose();

    /// <summary>
    /// <c>libsecp256k1</c> or <c>managed</c>: which arithmetic this process uses. Both give the same bytes.
    /// </summary>
    public static string Backend => Curve.Name;

    /// <summary>
    /// Signs a digest. The same digest and key always give the same signature; s is low and v is 27 or 28.
    /// </summary>
    public static EthereumSignature Sign(Hash32 digest, PrivateKey key) => Sign(Curve, digest, key);

    /// <summary>The signer of a digest. Accepts high s, as the chain's <c>ecrecover</c> does.</summary>
    /// <returns>False when v is not 27 or 28, r or s is outside [1, n−1], or no such point exists.</returns>
    public static bool TryRecover(Hash32 digest, EthereumSignature signature, out Address signer) =>
        TryRecover(Curve, digest, signature, out signer);

    /// <summary>The account a key controls: the last 20 bytes of Keccak-256 of the public key.</summary>
    public static Address AddressOf(PrivateKey key) => AddressOf(Curve, key);

    [SkipLocalsInit]
    internal static EthereumSignature Sign(ISecp256k1Backend curve, Hash32 digest, PrivateKey key)
    {
        Invariant.That(key.IsValid);
        Span<byte> digestBytes = stackalloc byte[Hash32.Length];
        Span<byte> keyBytes = stackalloc byte[PrivateKey.Length];
        Span<byte> compact = stackalloc byte[EthereumSignature.CompactLength];
        WriteReduced(digest, digestBytes);
        key.CopyTo(keyBytes);
        int parity = curve.Sign(digestBytes, keyBytes, compact);
        keyBytes.Clear();
        Invariant.That(parity is 0 or 1);
        return new EthereumSignature(
            UInt256.FromBigEndian(compact[..32]),
            UInt256.FromBigEndian(compact[32..]),
            (byte)(27 + parity));
    }

    [SkipLocalsInit]
    internal static bool TryRecover(
        ISecp256k1Backend curve, Hash32 digest, EthereumSignature signature, out Address signer)
    {
        signer = default;
        if (signature.V is not (27 or 28) || !IsScalar(signature.R) || !IsScalar(signature.S))
        {
            return false;
        }

        Span<byte> digestBytes = stackalloc byte[Hash32.Length];
        Span<byte> compact = stackalloc byte[EthereumSignature.CompactLength];
        Span<byte> publicKey = stackalloc byte[64];
        WriteReduced(digest, digestBytes);
        signature.R.WriteBigEndian(compact);
        signature.S.WriteBigEndian(compact[32..]);
        if (!curve.TryRecover(digestBytes, compact, signature.V - 27, publicKey))
        {
            return false;
        }

        signer = AddressOfPublicKey(publicKey);
        return true;
    }

    [SkipLocalsInit]
    internal static Address AddressOf(ISecp256k1Backend curve, PrivateKey key)
    {
        Invariant.That(key.IsValid);
        Span<byte> keyBytes = stackalloc byte[PrivateKey.Length];
        Span<byte> publicKey = stackalloc byte[64];
        key.CopyTo(keyBytes);
        curve.PublicKeyOf(keyBytes, publicKey);
        keyBytes.Clear();
        return AddressOfPublicKey(publicKey);
    }

    private static Address AddressOfPublicKey(ReadOnlySpan<byte> publicKey)
    {
        Span<byte> hash = stackalloc byte[Hash32.Length];
        Keccak256.Hash(publicKey).CopyTo(hash);
        return new Address(hash[12..]);
    }

    private static bool IsScalar(UInt256 number) => !number.IsZero && number < Order;

    // ECDSA works on the digest modulo n. RFC 6979 feeds the reduced digest to the nonce generator (bits2octets), some
    // versions of libsecp256k1 the unreduced one: reducing first makes all of them agree.
    private static void WriteReduced(Hash32 digest, Span<byte> destination)
    {
        digest.CopyTo(destination);
        UInt256 number = UInt256.FromBigEndian(destination);
        if (number >= Order)
        {
            (number - Order).WriteBigEndian(destination);
        }
    }

    private static ISecp256k1Backend Choose()
    {
        bool managedOnly = Environment.GetEnvironmentVariable(BackendVariable) == "managed";
        return (managedOnly ? null : NativeSecp256k1.TryLoad()) ?? (ISecp256k1Backend)new ManagedSecp256k1();
    }
}
