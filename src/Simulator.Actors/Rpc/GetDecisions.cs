using Simulator.Actors.Wire;
using Simulator.Kernel;

namespace Simulator.Actors.Rpc;

/// <summary>
/// eth_getLogs and eth_blockNumber in one batch: what the verification contract has decided about answers.
/// </summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="FromBlock">The first block to look into.</param>
public sealed record GetDecisions(ulong Call, long FromBlock) : Message, IMessage<GetDecisions>
{
    public static ushort Number => 440;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(300);

    public static GetDecisions Read(ref MessageReader reader) => new(reader.UInt64(), reader.Int64());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Int64(FromBlock);
    }
}
