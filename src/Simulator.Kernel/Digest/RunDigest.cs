using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Simulator.Kernel;

/// <summary>The run's digest from its actors' hashes.</summary>
/// <remarks>
/// SHA-256 over, per actor in ordinal order of names: name length 4 (little-endian), name in UTF-8, hash 32.
/// </remarks>
internal static class RunDigest
{
    /// <param name="names">In ordinal order.</param>
    /// <param name="hashes">32 bytes for each name.</param>
    public static byte[] Of(IReadOnlyList<string> names, ReadOnlySpan<byte> hashes)
    {
        using var hasher = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> length = stackalloc byte[4];
        for (int i = 0; i < names.Count; i++)
        {
            byte[] name = Encoding.UTF8.GetBytes(names[i]);
            BinaryPrimitives.WriteInt32LittleEndian(length, name.Length);
            hasher.AppendData(length);
            hasher.AppendData(name);
            hasher.AppendData(hashes.Slice(i * DigestChain.HashLength, DigestChain.HashLength));
        }

        return hasher.GetHashAndReset();
    }
}
