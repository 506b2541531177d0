using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Rpc;

/// <summary>Reads what a channel payment is judged by, in one multicall: the channel, and its payer's balance and allowance.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="ChannelId">The channel.</param>
/// <param name="Payer">Owner of the tokens.</param>
public sealed record ReadChannel(ulong Call, Hash32 ChannelId, Address Payer) : Message, IMessage<ReadChannel>
{
    public static ushort Number => 350;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(400);

    public static ReadChannel Read(ref MessageReader reader) => new(reader.UInt64(), reader.Hash(), reader.Address());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Hash(ChannelId);
        writer.Address(Payer);
    }
}
