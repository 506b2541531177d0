using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Simulator.Protocol.Ethereum;

/// <summary>Keccak-256 of a message that arrives in pieces. <c>default</c> is the empty message.</summary>
/// <remarks>
/// A mutable struct so that hashing allocates nothing: keep it in a local and do not copy it while in use.
/// Rate 1088 bits, capacity 512, padding 0x01 … 0x80 (Keccak submission 3.0, before FIPS 202 changed the padding).
/// </remarks>
public struct Keccak256Sponge
{
    private const int RateBytes = 136;
    private const int RateLanes = RateBytes / sizeof(ulong);

    private State state;
    private Block pending;
    private int pendingLength;

    /// <summary>Continues the message with these bytes.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        if (pendingLength > 0)
        {
            int taken = Math.Min(RateBytes - pendingLength, bytes.Length);
            bytes[..taken].CopyTo(((Span<byte>)pending)[pendingLength..]);
            pendingLength += taken;
            bytes = bytes[taken..];
            if (pendingLength < RateBytes)
            {
                return;
            }

            Absorb(pending);
            pendingLength = 0;
        }

        while (bytes.Length >= RateBytes)
        {
            Absorb(bytes[..RateBytes]);
            bytes = bytes[RateBytes..];
        }

        bytes.CopyTo(pending);
        pendingLength = bytes.Length;
    }

    /// <summary>The hash of everything appended; the sponge is the empty message afterwards.</summary>
    public Hash32 Finish()
    {
        Span<byte> last = pending;
        last[pendingLength..].Clear();
        last[pendingLength] ^= 0x01;
        last[RateBytes - 1] ^= 0x80;
        Absorb(last);
        Span<byte> output = stackalloc byte[Hash32.Length];
        for (int i = 0; i < Hash32.Length / sizeof(ulong); i++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(output[(i * sizeof(ulong))..], state[i]);
        }

        this = default;
        return new Hash32(output);
    }

    private void Absorb(ReadOnlySpan<byte> block)
    {
        Span<ulong> lanes = state;
        for (int i = 0; i < RateLanes; i++)
        {
            lanes[i] ^= BinaryPrimitives.ReadUInt64LittleEndian(block[(i * sizeof(ulong))..]);
        }

        KeccakPermutation.Apply(lanes);
    }

    [InlineArray(KeccakPermutation.Lanes)]
    private struct State
    {
        private ulong first;
    }

    [InlineArray(RateBytes)]
    private struct Block
    {
        private byte first;
    }
}
