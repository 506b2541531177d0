using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Simulator.Protocol.Enclaves;

/// <summary>Found primes on disk, one file per key: both primes and a SHA-256 over index and primes.</summary>
/// <remarks>
/// A file that is missing, short or fails its checksum is searched anew. The cache only saves time: when the folder
/// cannot be read or written, runs go on without it.
/// </remarks>
internal sealed class PrimeCache(string folder)
{
    private const int PrimeLength = EnclaveSigningKey.ModulusBits / 16;
    private const int FileLength = (2 * PrimeLength) + SHA256.HashSizeInBytes;

    public static string DefaultFolder()
    {
        string? cacheHome = Environment.GetEnvironmentVariable("XDG_CACHE_HOME");
        string root = string.IsNullOrEmpty(cacheHome) || !Path.IsPathRooted(cacheHome)
            ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache")
            : cacheHome;
        return Path.Combine(root, "opgsim", "keys");
    }

    public bool TryRead(int index, out BigInteger first, out BigInteger second)
    {
        (first, second) = (BigInteger.Zero, BigInteger.Zero);
        try
        {
            byte[] file = File.Exists(PathOf(index)) ? File.ReadAllBytes(PathOf(index)) : [];
            if (file.Length != FileLength || !IsIntact(index, file))
            {
                return false;
            }

            first = new BigInteger(file.AsSpan(0, PrimeLength), isUnsigned: true, isBigEndian: true);
            second = new BigInteger(file.AsSpan(PrimeLength, PrimeLength), isUnsigned: true, isBigEndian: true);
            return true;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    public void Write(int index, BigInteger first, BigInteger second)
    {
        byte[] primes = [.. RsaPrimes.Bytes(first, PrimeLength), .. RsaPrimes.Bytes(second, PrimeLength)];
        string temporary = PathOf(index) + "." + Environment.ProcessId.ToString(CultureInfo.InvariantCulture)
            + "-" + Environment.CurrentManagedThreadId.ToString(CultureInfo.InvariantCulture);
        try
        {
            Directory.CreateDirectory(folder);
            File.WriteAllBytes(temporary, [.. primes, .. Checksum(index, primes)]);
            File.Move(temporary, PathOf(index), overwrite: true);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            // Another run, or this one tomorrow, searches again.
        }
    }

    private static bool IsIntact(int index, ReadOnlySpan<byte> file) =>
        file[(2 * PrimeLength)..].SequenceEqual(Checksum(index, file[..(2 * PrimeLength)]));

    private static byte[] Checksum(int index, ReadOnlySpan<byte> primes)
    {
        byte[] input = new byte[sizeof(int) + primes.Length];
        BinaryPrimitives.WriteInt32BigEndian(input, index);
        primes.CopyTo(input.AsSpan(sizeof(int)));
        return SHA256.HashData(input);
    }

    private string PathOf(int index) =>
        Path.Combine(folder, "v1-" + index.ToString("D10", CultureInfo.InvariantCulture) + ".primes");
}
