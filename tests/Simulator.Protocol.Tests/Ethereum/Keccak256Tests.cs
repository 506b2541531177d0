using Org.BouncyCastle.Crypto.Digests;

using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Tests.Ethereum;

public sealed class Keccak256Tests
{
    // Source: Keccak team's known answers (empty message) and Solidity's documented selectors.
    [Theory]
    [InlineData("", "0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470")]
    [InlineData("Permit2", "0x9ac997416e8ff9d2ff6bebeb7149f65cdae5e32e2b90440b566bb3044041d36a")]
    [InlineData("Hello, world!", "0xb6e16d27ac5ab427a7f68900ac5559ce272dc6c37c82b3e052246c82244c50e4")]
    [InlineData(
        "Transfer(address,address,uint256)",
        "0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef")]
    public void The_hash_of_a_known_text_is_the_published_one(string text, string expected) =>
        Assert.Equal(Hash32.Parse(expected), Keccak256.HashText(text));

    [Fact]
    public void Every_length_across_three_blocks_agrees_with_an_independent_implementation()
    {
        byte[] message = new byte[3 * 136 + 2];
        for (int i = 0; i < message.Length; i++)
        {
            message[i] = unchecked((byte)(i * 167 + 13));
        }

        for (int length = 0; length <= message.Length; length++)
        {
            KeccakDigest digest = new(256);
            digest.BlockUpdate(message, 0, length);
            byte[] expected = new byte[32];
            digest.DoFinal(expected, 0);

            Assert.Equal(new Hash32(expected), Keccak256.Hash(message.AsSpan(0, length)));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(135)]
    [InlineData(136)]
    [InlineData(137)]
    [InlineData(1000)]
    public void Pieces_of_any_size_hash_as_the_whole(int piece)
    {
        byte[] message = new byte[777];
        for (int i = 0; i < message.Length; i++)
        {
            message[i] = unchecked((byte)(i ^ 0x5A));
        }

        Keccak256Sponge sponge = default;
        for (int start = 0; start < message.Length; start += piece)
        {
            sponge.Append(message.AsSpan(start, Math.Min(piece, message.Length - start)));
        }

        Assert.Equal(Keccak256.Hash(message), sponge.Finish());
        Assert.Equal(Keccak256.Hash([]), sponge.Finish());
    }

    [Fact]
    public void Hashing_allocates_nothing()
    {
        byte[] message = new byte[1000];
        Keccak256.Hash(message);
        long before = GC.GetAllocatedBytesForCurrentThread();

        Keccak256.Hash(message);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
