using System.Security.Cryptography;
using System.Text;

namespace Simulator.Protocol.Tests.Vectors;

/// <summary>Arbitrary bytes that are the same in every run: SHA-256 in counter mode over a name.</summary>
internal static class SampleBytes
{
    public static byte[] Of(int number, string purpose, int length)
    {
        List<byte> bytes = [];
        for (int block = 0; bytes.Count < length; block++)
        {
            bytes.AddRange(SHA256.HashData(Encoding.UTF8.GetBytes($"{number}/{purpose}/{block}")));
        }

        return [.. bytes.Take(length)];
    }
}
