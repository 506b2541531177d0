using Simulator.Chain.Consensus;
using Simulator.Kernel;

namespace Simulator.Actors.FullNodes;

/// <summary>A validator has waited long enough in a step.</summary>
internal sealed record TimeoutDue(TimeoutKind Kind, long Height, int Round) : Message, IMessage<TimeoutDue>
{
    public static ushort Number => 203;

    public override ushort TypeNumber => Number;

    public static TimeoutDue Read(ref MessageReader reader) =>
        new((TimeoutKind)reader.Byte(), reader.Int64(), reader.Small());

    public override void Write(ref MessageWriter writer)
    {
        writer.Byte((byte)Kind);
        writer.Int64(Height);
        writer.VarUInt((ulong)Round);
    }
}
