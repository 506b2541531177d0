using System.Numerics;
using System.Security.Cryptography;
using Simulator.Primitives;

namespace Simulator.Protocol.Enclaves;

/// <summary>
/// The private operation by the Chinese remainder theorem (RFC 8017 §5.1.2, 2b), for machines without OpenSSL 3.
/// </summary>
/// <remarks>
/// Not constant-time: the keys of a simulated enclave are derived from a public seed and guard nothing.
/// </remarks>
internal sealed class ManagedRawRsa(RSAParameters key) : RawRsa
{
    private readonly BigInteger p = Unsigned(key.P!);
    private readonly BigInteger q = Unsigned(key.Q!);
    private readonly BigInteger dp = Unsigned(key.DP!);
    private readonly BigInteger dq = Unsigned(key.DQ!);
    private readonly BigInteger inverseQ = Unsigned(key.InverseQ!);

    public override void Apply(ReadOnlySpan<byte> encoded, Span<byte> signature)
    {
        BigInteger message = new(encoded, isUnsigned: true, isBigEndian: true);
        BigInteger first = BigInteger.ModPow(message % p, dp, p);
        BigInteger second = BigInteger.ModPow(message % q, dq, q);
        BigInteger lift = (first - second) * inverseQ % p;
        BigInteger result = second + (q * (lift.Sign < 0 ? lift + p : lift));
        signature.Clear();
        int length = result.GetByteCount(isUnsigned: true);
        Invariant.That(result.TryWriteBytes(signature[^length..], out _, isUnsigned: true, isBigEndian: true));
    }

    private static BigInteger Unsigned(byte[] bigEndian) => new(bigEndian, isUnsigned: true, isBigEndian: true);
}
