using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Rpc;

/// <summary>eth_getTransactionReceipt and eth_blockNumber in one batch: the OPG that a transaction moved, and how deep it lies.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Transaction">Transaction hash.</param>
public sealed record GetTransfer(ulong Call, Hash32 Transaction) : Message, IMessage<GetTransfer>
{
    public static ushort Number => 342;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(220);

    public static GetTransfer Read(ref MessageReader reader) => new(reader.UInt64(), reader.Hash());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Hash(Transaction);
    }
}
