using Org.BouncyCastle.Crypto.Digests;

namespace Simulator.Protocol.Ethereum;

/// <summary>Keccak-256 with the original padding, as Ethereum uses it (not SHA3-256).</summary>
public static class Keccak256
{
    public static Hash32 Hash(ReadOnlySpan<byte> bytes)
    {
        KeccakDigest digest = new(256);
        byte[] input = bytes.ToArray();
        digest.BlockUpdate(input, 0, input.Length);
        byte[] output = new byte[Hash32.Length];
        digest.DoFinal(output, 0);
        return new Hash32(output);
    }
}
