using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Gateways.Http;

/// <summary>What became of a client's wish to have the rest of its channel back.</summary>
/// <param name="ChannelId">The channel.</param>
/// <param name="Done">The money is back.</param>
/// <param name="Charged">What the server has charged in all; what a voucher must say.</param>
public sealed record RefundReply(Hash32 ChannelId, bool Done, UInt256 Charged) : Message, IMessage<RefundReply>
{
    public static ushort Number => 355;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(300);

    public static RefundReply Read(ref MessageReader reader) => new(reader.Hash(), reader.Boolean(), reader.UInt256());

    public override void Write(ref MessageWriter writer)
    {
        writer.Hash(ChannelId);
        writer.Boolean(Done);
        writer.UInt256(Charged);
    }
}
