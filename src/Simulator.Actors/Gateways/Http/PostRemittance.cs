using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Gateways.Http;

/// <summary>A client says by which transfer it has paid an invoice.</summary>
/// <param name="Invoice">Its number at the gateway.</param>
/// <param name="Transaction">Transaction hash.</param>
public sealed record PostRemittance(ulong Invoice, Hash32 Transaction) : Message, IMessage<PostRemittance>
{
    public static ushort Number => 346;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(120);

    public static PostRemittance Read(ref MessageReader reader) => new(reader.UInt64(), reader.Hash());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Invoice);
        writer.Hash(Transaction);
    }
}
