using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using ECPoint = Org.BouncyCastle.Math.EC.ECPoint;

namespace Simulator.Protocol.Attestation;

/// <summary>An ECDSA key on P-384 whose signatures with SHA-384 are deterministic (RFC 6979).</summary>
/// <remarks>
/// The base class library signs with a random nonce, so that two runs would differ. Safe for concurrent use.
/// </remarks>
public sealed class P384SigningKey
{
    public const int CoordinateLength = 48;
    public const int SignatureLength = 2 * CoordinateLength;

    private static readonly X9ECParameters Curve = CustomNamedCurves.GetByName("secp384r1");
    private static readonly ECDomainParameters Domain = new(Curve.Curve, Curve.G, Curve.N, Curve.H);

    private readonly ECPrivateKeyParameters key;

    private P384SigningKey(BigInteger scalar)
    {
        key = new ECPrivateKeyParameters(scalar, Domain);
        ECPoint point = Domain.G.Multiply(scalar).Normalize();
        using ECDsa publicKey = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP384,
            Q = { X = point.AffineXCoord.GetEncoded(), Y = point.AffineYCoord.GetEncoded() },
        });
        PublicKey = new PublicKey(publicKey);
    }

    public PublicKey PublicKey { get; }

    /// <summary>The key that belongs to a name: the same everywhere, and public knowledge.</summary>
    public static P384SigningKey FromName(string name)
    {
        byte[] seed = Encoding.UTF8.GetBytes(name);
        byte[] wide = [.. SHA512.HashData([0, .. seed]), .. SHA512.HashData([1, .. seed])];
        return new P384SigningKey(new BigInteger(1, wide).Mod(Domain.N.Subtract(BigInteger.One)).Add(BigInteger.One));
    }

    /// <param name="scalar">Big-endian, in [1, n).</param>
    /// <exception cref="ArgumentOutOfRangeException">Zero or not below the order of the curve.</exception>
    public static P384SigningKey FromScalar(ReadOnlySpan<byte> scalar)
    {
        BigInteger value = new(1, scalar.ToArray());
        ArgumentOutOfRangeException.ThrowIfLessThan(value.SignValue, 1, nameof(scalar));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(value.CompareTo(Domain.N), 0, nameof(scalar));
        return new P384SigningKey(value);
    }

    /// <summary>r ‖ s over SHA-384 of the message, 96 bytes (RFC 9053 §2.1).</summary>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        ECDsaSigner signer = new(new HMacDsaKCalculator(new Sha384Digest()));
        signer.Init(forSigning: true, key);
        BigInteger[] parts = signer.GenerateSignature(SHA384.HashData(message));
        return [.. Padded(parts[0]), .. Padded(parts[1])];
    }

    /// <summary>The same as a DER sequence of two integers (RFC 5480), the form of certificates.</summary>
    public byte[] SignDer(ReadOnlySpan<byte> message)
    {
        byte[] signature = Sign(message);
        AsnWriter writer = new(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteIntegerUnsigned(WithoutZeros(signature.AsSpan(0, CoordinateLength)));
            writer.WriteIntegerUnsigned(WithoutZeros(signature.AsSpan(CoordinateLength)));
        }

        return writer.Encode();
    }

    private static ReadOnlySpan<byte> WithoutZeros(ReadOnlySpan<byte> number) => number.TrimStart((byte)0);

    private static byte[] Padded(BigInteger value)
    {
        byte[] digits = value.ToByteArrayUnsigned();
        return [.. new byte[CoordinateLength - digits.Length], .. digits];
    }
}
