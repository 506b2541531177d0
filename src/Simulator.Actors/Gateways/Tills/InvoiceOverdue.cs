using Simulator.Kernel;

namespace Simulator.Actors.Gateways.Tills;

/// <summary>An invoice should have been paid by now.</summary>
/// <param name="Invoice">Its number at the gateway.</param>
internal sealed record InvoiceOverdue(ulong Invoice) : Message, IMessage<InvoiceOverdue>
{
    public static ushort Number => 347;

    public override ushort TypeNumber => Number;

    public static InvoiceOverdue Read(ref MessageReader reader) => new(reader.UInt64());

    public override void Write(ref MessageWriter writer) => writer.UInt64(Invoice);
}
