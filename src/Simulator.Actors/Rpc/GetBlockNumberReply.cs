using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Rpc;

/// <summary>Height of the newest block.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Height">Counted from 0, the genesis block.</param>
public sealed record GetBlockNumberReply(ulong Call, long Height) : Message, IMessage<GetBlockNumberReply>
{
    public static ushort Number => 175;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(50);

    public static GetBlockNumberReply Read(ref MessageReader reader) => new(reader.UInt64(), reader.Int64());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Int64(Height);
    }
}
