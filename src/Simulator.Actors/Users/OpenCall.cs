using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Users;

/// <summary>An on-chain request that has not reached its final state.</summary>
internal sealed class OpenCall(byte[] callData)
{
    public byte[] CallData => callData;

    /// <summary>The transaction that carries it, once it is signed.</summary>
    public Hash32? Transaction { get; set; }

    /// <summary>A receipt has been read; nothing more is asked for.</summary>
    public bool IsAnswered { get; set; }

    public TimerId Patience { get; set; }
}
