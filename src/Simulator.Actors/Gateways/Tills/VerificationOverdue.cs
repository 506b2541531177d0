using Simulator.Kernel;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>A facilitator has not answered about a payment for too long.</summary>
/// <param name="Call">The gateway's number for the call.</param>
internal sealed record VerificationOverdue(ulong Call) : Message, IMessage<VerificationOverdue>
{
    public static ushort Number => 341;

    public override ushort TypeNumber => Number;

    public static VerificationOverdue Read(ref MessageReader reader) => new(reader.UInt64());

    public override void Write(ref MessageWriter writer) => writer.UInt64(Call);
}
