using Simulator.Kernel;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>It is time to claim on the vouchers that have come in.</summary>
internal sealed record ClaimDue : Message, IMessage<ClaimDue>
{
    public static ushort Number => 353;

    public override ushort TypeNumber => Number;

    public static ClaimDue Read(ref MessageReader reader) => new();

    public override void Write(ref MessageWriter writer)
    {
    }
}
