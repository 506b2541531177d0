using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.Responses;

/// <summary>The message hashes an enclave signs. Timestamps: Unix seconds, not negative.</summary>
public static class TeeMessage
{
    /// <summary>
    /// keccak(request hash ‖ output hash ‖ u256(timestamp)); the chain's <c>computeMessageHash</c> too.
    /// </summary>
    public static Hash32 OfAnswer(Hash32 requestHash, Hash32 outputHash, long timestamp)
    {
        Span<byte> message = stackalloc byte[96];
        requestHash.CopyTo(message);
        outputHash.CopyTo(message[32..]);
        WriteWord(timestamp, message[64..]);
        return Keccak256.Hash(message);
    }

    /// <summary>keccak(tee id ‖ u256(timestamp)); the sender sets the timestamp back by its buffer first.</summary>
    public static Hash32 OfHeartbeat(Hash32 teeId, long timestamp)
    {
        Span<byte> message = stackalloc byte[64];
        teeId.CopyTo(message);
        WriteWord(timestamp, message[32..]);
        return Keccak256.Hash(message);
    }

    internal static void WriteWord(long value, Span<byte> destination)
    {
        Invariant.That(value >= 0);
        ((UInt256)(ulong)value).WriteBigEndian(destination);
    }
}
