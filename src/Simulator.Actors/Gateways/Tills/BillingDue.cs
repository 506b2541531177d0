using Simulator.Kernel;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>It is time to send invoices.</summary>
internal sealed record BillingDue : Message, IMessage<BillingDue>
{
    public static ushort Number => 348;

    public override ushort TypeNumber => Number;

    public static BillingDue Read(ref MessageReader reader) => new();

    public override void Write(ref MessageWriter writer)
    {
    }
}
