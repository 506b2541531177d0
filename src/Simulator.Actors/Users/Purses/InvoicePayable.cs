using Simulator.Kernel;

namespace Simulator.Actors.Users.Purses;

/// <summary>The user pays an invoice now.</summary>
/// <param name="Invoice">The user's own number for it.</param>
internal sealed record InvoicePayable(ulong Invoice) : Message, IMessage<InvoicePayable>
{
    public static ushort Number => 446;

    public override ushort TypeNumber => Number;

    public static InvoicePayable Read(ref MessageReader reader) => new(reader.UInt64());

    public override void Write(ref MessageWriter writer) => writer.UInt64(Invoice);
}
