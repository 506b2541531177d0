using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Rpc;

/// <summary>eth_blockNumber.</summary>
/// <param name="Call">The caller's number for this call.</param>
public sealed record GetBlockNumber(ulong Call) : Message, IMessage<GetBlockNumber>
{
    public static ushort Number => 174;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(70);

    public static GetBlockNumber Read(ref MessageReader reader) => new(reader.UInt64());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
    }
}
