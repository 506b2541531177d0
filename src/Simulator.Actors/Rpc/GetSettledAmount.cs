using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Rpc;

/// <summary>
/// eth_getLogs for the payer's transfers and eth_getTransactionByHash of each, in one batch: what one authorisation of the
/// payer's has been settled for.
/// </summary>
/// <param name="Payer">Who signed.</param>
/// <param name="Nonce">The authorisation's Permit2 nonce.</param>
public sealed record GetSettledAmount(Address Payer, UInt256 Nonce) : Message, IMessage<GetSettledAmount>
{
    public static ushort Number => 443;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(480);

    public static GetSettledAmount Read(ref MessageReader reader) => new(reader.Address(), reader.UInt256());

    public override void Write(ref MessageWriter writer)
    {
        writer.Address(Payer);
        writer.UInt256(Nonce);
    }
}
