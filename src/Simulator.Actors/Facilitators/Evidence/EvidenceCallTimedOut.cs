using Simulator.Kernel;

namespace Simulator.Actors.Facilitators.Evidence;

/// <summary>A call to storage or to the chain has not been answered in time.</summary>
internal sealed record EvidenceCallTimedOut(ulong Step) : Message, IMessage<EvidenceCallTimedOut>
{
    public static ushort Number => 311;

    public override ushort TypeNumber => Number;

    public static EvidenceCallTimedOut Read(ref MessageReader reader) => new(reader.UInt64());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Step);
    }
}
