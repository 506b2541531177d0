using System.Numerics;
using System.Security.Cryptography;
using Simulator.Primitives;

namespace Simulator.Protocol.Enclaves;

/// <summary>From two primes to a whole RSA private key (RFC 8017 §3.2).</summary>
internal static class RsaPrimes
{
    private const int HalfLength = EnclaveSigningKey.ModulusBits / 16;

    public static RSAParameters ToParameters(BigInteger first, BigInteger second)
    {
        BigInteger p = BigInteger.Max(first, second);
        BigInteger q = BigInteger.Min(first, second);
        BigInteger modulus = p * q;
        Invariant.That(p != q);
        Invariant.That(modulus.GetBitLength() == EnclaveSigningKey.ModulusBits);
        BigInteger d = Inverse(EnclaveSigningKey.PublicExponent, (p - 1) * (q - 1));
        return new RSAParameters
        {
            Modulus = Bytes(modulus, 2 * HalfLength),
            Exponent = [1, 0, 1],
            D = Bytes(d, 2 * HalfLength),
            P = Bytes(p, HalfLength),
            Q = Bytes(q, HalfLength),
            DP = Bytes(d % (p - 1), HalfLength),
            DQ = Bytes(d % (q - 1), HalfLength),
            InverseQ = Bytes(Inverse(q, p), HalfLength),
        };
    }

    /// <summary>Big-endian, left-padded with zeros to exactly <paramref name="length"/> bytes.</summary>
    public static byte[] Bytes(BigInteger value, int length)
    {
        byte[] bytes = new byte[length];
        int used = value.GetByteCount(isUnsigned: true);
        Invariant.That(value.TryWriteBytes(bytes.AsSpan(length - used), out _, isUnsigned: true, isBigEndian: true));
        return bytes;
    }

    private static BigInteger Inverse(BigInteger value, BigInteger modulus)
    {
        (BigInteger previous, BigInteger current) = (modulus, value);
        (BigInteger previousFactor, BigInteger factor) = (BigInteger.Zero, BigInteger.One);
        while (!current.IsZero)
        {
            BigInteger quotient = previous / current;
            (previous, current) = (current, previous - (quotient * current));
            (previousFactor, factor) = (factor, previousFactor - (quotient * factor));
        }

        Invariant.That(previous.IsOne);
        return previousFactor.Sign < 0 ? previousFactor + modulus : previousFactor;
    }
}
