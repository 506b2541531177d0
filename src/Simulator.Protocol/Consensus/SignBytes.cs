using System.Buffers.Binary;
using System.Text;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Consensus;

/// <summary>What votes and proposals sign: CometBFT's canonical messages, delimited by their length.</summary>
/// <remarks>
/// Protobuf CanonicalVote and CanonicalProposal; CometBFT's own vectors are in the tests. A block of this network
/// travels whole, so its part-set header is one part with the block's hash.
/// </remarks>
public static class SignBytes
{
    private const byte ProposalType = 32;
    private const int MaxLength = 512;
    private const long NanosecondsPerSecond = 1_000_000_000;

    public static byte[] Of(Vote vote, string chainId)
    {
        Span<byte> buffer = stackalloc byte[MaxLength];
        Canonical canonical = new(buffer);
        canonical.Enumeration(1, (int)vote.Type);
        canonical.Fixed(2, vote.Height);
        canonical.Fixed(3, vote.Round);
        canonical.BlockId(4, vote.Block);
        canonical.Timestamp(5, vote.UnixNanoseconds);
        canonical.Text(6, chainId);
        return canonical.Delimited();
    }

    public static byte[] Of(Proposal proposal, string chainId)
    {
        Span<byte> buffer = stackalloc byte[MaxLength];
        Canonical canonical = new(buffer);
        canonical.Enumeration(1, ProposalType);
        canonical.Fixed(2, proposal.Height);
        canonical.Fixed(3, proposal.Round);
        canonical.Number(4, proposal.PolRound);
        canonical.BlockId(5, proposal.Block);
        canonical.Timestamp(6, proposal.UnixNanoseconds);
        canonical.Text(7, chainId);
        return canonical.Delimited();
    }

    /// <summary>Protobuf fields in order; a field of value zero is left out, as proto3 does.</summary>
    private ref struct Canonical(Span<byte> buffer)
    {
        private const int VarintField = 0;
        private const int Fixed64Field = 1;
        private const int BytesField = 2;

        private readonly Span<byte> buffer = buffer;
        private int length;

        public void Enumeration(int field, int value) => Number(field, value);

        public void Number(int field, long value)
        {
            if (value != 0)
            {
                Varint((ulong)((field << 3) | VarintField));
                Varint(unchecked((ulong)value));
            }
        }

        public void Fixed(int field, long value)
        {
            if (value != 0)
            {
                Varint((ulong)((field << 3) | Fixed64Field));
                BinaryPrimitives.WriteInt64LittleEndian(buffer[length..], value);
                length += sizeof(long);
            }
        }

        /// <summary>Nothing for nil, as CometBFT leaves out a zero block id.</summary>
        public void BlockId(int field, Hash32 block)
        {
            if (block != Hash32.Zero)
            {
                Span<byte> inner = stackalloc byte[128];
                Canonical id = new(inner);
                id.Hash(1, block);
                id.PartSet(2, block);
                Bytes(field, id.buffer[..id.length]);
            }
        }

        public void Timestamp(int field, long unixNanoseconds)
        {
            long nanoseconds = unixNanoseconds % NanosecondsPerSecond;
            nanoseconds += nanoseconds < 0 ? NanosecondsPerSecond : 0;
            Span<byte> inner = stackalloc byte[32];
            Canonical time = new(inner);
            time.Number(1, (unixNanoseconds - nanoseconds) / NanosecondsPerSecond);
            time.Number(2, nanoseconds);
            Bytes(field, time.buffer[..time.length]);
        }

        public void Text(int field, string text)
        {
            if (text.Length > 0)
            {
                Bytes(field, Encoding.UTF8.GetBytes(text));
            }
        }

        public readonly byte[] Delimited()
        {
            Span<byte> prefix = stackalloc byte[10];
            Canonical delimiter = new(prefix);
            delimiter.Varint((ulong)length);
            return [.. delimiter.buffer[..delimiter.length], .. buffer[..length]];
        }

        private void PartSet(int field, Hash32 hash)
        {
            Span<byte> inner = stackalloc byte[64];
            Canonical header = new(inner);
            header.Number(1, 1);
            header.Hash(2, hash);
            Bytes(field, header.buffer[..header.length]);
        }

        private void Hash(int field, Hash32 hash)
        {
            Span<byte> bytes = stackalloc byte[Hash32.Length];
            hash.CopyTo(bytes);
            Bytes(field, bytes);
        }

        private void Bytes(int field, scoped ReadOnlySpan<byte> bytes)
        {
            Varint((ulong)((field << 3) | BytesField));
            Varint((ulong)bytes.Length);
            bytes.CopyTo(buffer[length..]);
            length += bytes.Length;
        }

        private void Varint(ulong value)
        {
            while (value >= 0x80)
            {
                buffer[length++] = (byte)(value & 0x7F | 0x80);
                value >>= 7;
            }

            buffer[length++] = (byte)value;
        }
    }
}
