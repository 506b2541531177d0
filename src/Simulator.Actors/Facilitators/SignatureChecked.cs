using Simulator.Kernel;

namespace Simulator.Actors.Facilitators;

/// <summary>The signature of an authorisation was checked.</summary>
/// <param name="Case">The facilitator's own number of the case.</param>
/// <param name="Valid">The payer signed it.</param>
internal sealed record SignatureChecked(ulong Case, bool Valid) : Message, IMessage<SignatureChecked>
{
    public static ushort Number => 170;

    public override ushort TypeNumber => Number;

    public static SignatureChecked Read(ref MessageReader reader) => new(reader.UInt64(), reader.Boolean());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Case);
        writer.Boolean(Valid);
    }
}
