using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto.Digests;
using Org.BouncyCastle.Crypto.EC;
using Org.BouncyCastle.Crypto.Signers;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Math.EC;
using Org.BouncyCastle.Math.EC.Multiplier;

using Simulator.Primitives;

namespace Simulator.Protocol.Ethereum;

/// <summary>
/// The same curve by the managed library, for machines without libsecp256k1; about twenty times slower.
/// </summary>
/// <remarks>
/// ECDSA itself is written out because the library's signer does not report the nonce point's parity (SEC 1 §4.1).
/// </remarks>
internal sealed class ManagedSecp256k1 : ISecp256k1Backend
{
    private static readonly X9ECParameters Curve = CustomNamedCurves.GetByName("secp256k1");
    private static readonly FixedPointCombMultiplier BaseMultiplier = new();

    public string Name => "managed";

    private static BigInteger Order => Curve.N;

    public int Sign(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> key, Span<byte> compact)
    {
        byte[] message = digest.ToArray();
        BigInteger secret = new(1, key.ToArray());
        HMacDsaKCalculator nonces = new(new Sha256Digest());
        nonces.Init(Order, secret, message);
        while (true)
        {
            BigInteger nonce = nonces.NextK();
            ECPoint point = BaseMultiplier.Multiply(Curve.G, nonce).Normalize();
            BigInteger x = point.AffineXCoord.ToBigInteger();
            BigInteger sum = new BigInteger(1, message).Add(secret.Multiply(x));
            BigInteger s = nonce.ModInverse(Order).Multiply(sum).Mod(Order);
            if (x.CompareTo(Order) >= 0 || x.SignValue == 0 || s.SignValue == 0)
            {
                continue;
            }

            bool isHigh = s.CompareTo(Order.ShiftRight(1)) > 0;
            Write(x, compact[..32]);
            Write(isHigh ? Order.Subtract(s) : s, compact[32..]);
            return point.AffineYCoord.TestBitZero() != isHigh ? 1 : 0;
        }
    }

    public bool TryRecover(ReadOnlySpan<byte> digest, ReadOnlySpan<byte> compact, int parity, Span<byte> publicKey)
    {
        BigInteger r = new(1, compact[..32].ToArray());
        BigInteger s = new(1, compact[32..64].ToArray());
        if (!IsScalar(r) || !IsScalar(s) || !TryDecompress(r, parity, out ECPoint? point))
        {
            return false;
        }

        // Q = r⁻¹(sR − zG)
        BigInteger inverse = r.ModInverse(Order);
        BigInteger z = new(1, digest.ToArray());
        ECPoint key = ECAlgorithms.SumOfTwoMultiplies(
            Curve.G,
            z.Negate().Multiply(inverse).Mod(Order),
            point!,
            s.Multiply(inverse).Mod(Order));
        if (key.IsInfinity)
        {
            return false;
        }

        WritePoint(key.Normalize(), publicKey);
        return true;
    }

    public void PublicKeyOf(ReadOnlySpan<byte> key, Span<byte> publicKey) =>
        WritePoint(BaseMultiplier.Multiply(Curve.G, new BigInteger(1, key.ToArray())).Normalize(), publicKey);

    private static bool IsScalar(BigInteger number) => number.SignValue > 0 && number.CompareTo(Order) < 0;

    // Half of all x have no point on the curve; asking for the square root first keeps that case free of exceptions.
    private static bool TryDecompress(BigInteger x, int parity, out ECPoint? point)
    {
        ECFieldElement abscissa = Curve.Curve.FromBigInteger(x);
        ECFieldElement? root = abscissa.Square().Multiply(abscissa).Add(Curve.Curve.B).Sqrt();
        point = null;
        if (root is null)
        {
            return false;
        }

        BigInteger y = (root.TestBitZero() ? 1 : 0) == parity ? root.ToBigInteger() : root.Negate().ToBigInteger();
        point = Curve.Curve.CreatePoint(x, y);
        return true;
    }

    private static void WritePoint(ECPoint point, Span<byte> publicKey)
    {
        Invariant.That(!point.IsInfinity);
        Write(point.AffineXCoord.ToBigInteger(), publicKey[..32]);
        Write(point.AffineYCoord.ToBigInteger(), publicKey[32..64]);
    }

    private static void Write(BigInteger number, Span<byte> destination)
    {
        byte[] bytes = number.ToByteArrayUnsigned();
        destination.Clear();
        bytes.CopyTo(destination[(destination.Length - bytes.Length)..]);
    }
}
