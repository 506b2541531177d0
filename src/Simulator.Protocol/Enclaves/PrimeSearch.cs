using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using Simulator.Primitives;

namespace Simulator.Protocol.Enclaves;

/// <summary>
/// Finds the 1024-bit primes of a key from a 64-bit seed: the same seed gives the same primes everywhere.
/// </summary>
/// <remarks>
/// The start of the search comes from Philox under the seed, its two highest bits and its lowest bit set; the primes
/// are the first odd numbers from there on that a library calls prime and whose predecessor is coprime to 65537.
/// Nothing but the truth about primality enters the result, so every library gives the same one.
/// </remarks>
internal static class PrimeSearch
{
    private const int Bits = EnclaveSigningKey.ModulusBits / 2;
    private const int WindowLength = 8192;
    private static readonly int[] SmallPrimes = ListSmallPrimes(1 << 15);

    public static BigInteger Find(ulong seed) => Find(seed, IsPrime);

    public static BigInteger Find(ulong seed, Func<BigInteger, bool> isPrime)
    {
        BigInteger start = Start(seed);
        while (true)
        {
            foreach (int offset in Survivors(start))
            {
                BigInteger candidate = start + offset;
                if ((candidate - 1) % EnclaveSigningKey.PublicExponent != 0 && isPrime(candidate))
                {
                    return candidate;
                }
            }

            start += WindowLength;
        }
    }

    private static BigInteger Start(ulong seed)
    {
        byte[] bytes = new byte[Bits / 8];
        for (int block = 0; block < bytes.Length / 16; block++)
        {
            (ulong low, ulong high) = Philox.Block((ulong)block, 0, seed);
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(16 * block), low);
            BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan((16 * block) + 8), high);
        }

        bytes[0] |= 0xC0;
        bytes[^1] |= 1;
        return new BigInteger(bytes, isUnsigned: true, isBigEndian: true);
    }

    /// <summary>Even offsets below the window's end at which no small prime divides.</summary>
    private static List<int> Survivors(BigInteger start)
    {
        bool[] composite = new bool[WindowLength];
        foreach (int prime in SmallPrimes)
        {
            int rest = (int)(start % prime);
            for (int offset = rest == 0 ? 0 : prime - rest; offset < WindowLength; offset += prime)
            {
                composite[offset] = true;
            }
        }

        List<int> offsets = [];
        for (int offset = 0; offset < WindowLength; offset += 2)
        {
            if (!composite[offset])
            {
                offsets.Add(offset);
            }
        }

        return offsets;
    }

    private static bool IsPrime(BigInteger candidate)
    {
        byte[] bytes = candidate.ToByteArray(isUnsigned: true, isBigEndian: true);
        if (!LibCrypto.IsAvailable)
        {
            return new Org.BouncyCastle.Math.BigInteger(1, bytes).IsProbablePrime(128);
        }

        nint number = LibCrypto.NewNumber(ref MemoryMarshal.GetArrayDataReference(bytes), bytes.Length, 0);
        int verdict = LibCrypto.CheckPrime(number, 0, 0);
        LibCrypto.FreeNumber(number);
        Invariant.That(verdict is 0 or 1);
        return verdict == 1;
    }

    private static int[] ListSmallPrimes(int limit)
    {
        List<int> primes = [];
        for (int candidate = 3; candidate < limit; candidate += 2)
        {
            if (primes.TakeWhile(prime => prime * prime <= candidate).All(prime => candidate % prime != 0))
            {
                primes.Add(candidate);
            }
        }

        return [.. primes];
    }
}
