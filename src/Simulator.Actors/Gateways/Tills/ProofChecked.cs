using Simulator.Kernel;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>A signature on a proof of payment, or on a voucher, has been checked.</summary>
/// <param name="Call">The gateway's number for it.</param>
/// <param name="Valid">Whether it is by whom it should be.</param>
internal sealed record ProofChecked(ulong Call, bool Valid) : Message, IMessage<ProofChecked>
{
    public static ushort Number => 349;

    public override ushort TypeNumber => Number;

    public static ProofChecked Read(ref MessageReader reader) => new(reader.UInt64(), reader.Boolean());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Boolean(Valid);
    }
}
