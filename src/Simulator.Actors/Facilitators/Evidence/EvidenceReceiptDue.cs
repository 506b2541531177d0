using Simulator.Kernel;

namespace Simulator.Actors.Facilitators.Evidence;

/// <summary>It is time to ask for the receipt of a settlement transaction.</summary>
internal sealed record EvidenceReceiptDue(ulong Step) : Message, IMessage<EvidenceReceiptDue>
{
    public static ushort Number => 314;

    public override ushort TypeNumber => Number;

    public static EvidenceReceiptDue Read(ref MessageReader reader) => new(reader.UInt64());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Step);
    }
}
