using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Rpc;

/// <summary>Answer to <see cref="GetSettledAmount"/>.</summary>
/// <param name="Nonce">The authorisation that was asked for.</param>
/// <param name="Amount">What moved under it; zero when it has not been settled.</param>
public sealed record GetSettledAmountReply(UInt256 Nonce, OpgAmount Amount) : Message, IMessage<GetSettledAmountReply>
{
    public static ushort Number => 444;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(1_400);

    public static GetSettledAmountReply Read(ref MessageReader reader) => new(reader.UInt256(), reader.Amount());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt256(Nonce);
        writer.Amount(Amount);
    }
}
