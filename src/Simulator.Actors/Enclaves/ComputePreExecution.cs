using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Enclaves;

/// <summary>An on-chain request, handed to the same compute queue as paid questions.</summary>
/// <param name="Ticket">The gateway's number of this piece of work.</param>
/// <param name="Request">Keccak-256 of the transaction hash.</param>
/// <param name="CallData">The transaction's call of the hub contract.</param>
public sealed record ComputePreExecution(ulong Ticket, Hash32 Request, byte[] CallData)
    : Message, IMessage<ComputePreExecution>
{
    public static ushort Number => 332;

    public override ushort TypeNumber => Number;

    public static ComputePreExecution Read(ref MessageReader reader) =>
        new(reader.UInt64(), reader.Hash(), reader.Bytes());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Ticket);
        writer.Hash(Request);
        writer.Bytes(CallData);
    }
}
