using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Gateways.Http;

/// <summary>A node asks a client to pay what it has been served on credit.</summary>
/// <param name="Invoice">Its number at the gateway.</param>
/// <param name="PayTo">Where the money goes.</param>
/// <param name="Amount">Atto-OPG.</param>
public sealed record PostInvoice(ulong Invoice, Address PayTo, UInt256 Amount) : Message, IMessage<PostInvoice>
{
    public static ushort Number => 345;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(200);

    public static PostInvoice Read(ref MessageReader reader) => new(reader.UInt64(), reader.Address(), reader.UInt256());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Invoice);
        writer.Address(PayTo);
        writer.UInt256(Amount);
    }
}
