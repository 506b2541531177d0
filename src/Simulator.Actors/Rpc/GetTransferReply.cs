using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Rpc;

/// <summary>Answer to <see cref="GetTransfer"/>.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Confirmations">Blocks from the transaction's own to the newest, both included; 0 while it is in none.</param>
/// <param name="From">Who gave; zero when nothing moved.</param>
/// <param name="To">Who received.</param>
/// <param name="Amount">Atto-OPG.</param>
public sealed record GetTransferReply(ulong Call, long Confirmations, Address From, Address To, UInt256 Amount)
    : Message, IMessage<GetTransferReply>
{
    public static ushort Number => 343;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Response(900);

    public static GetTransferReply Read(ref MessageReader reader) =>
        new(reader.UInt64(), reader.Int64(), reader.Address(), reader.Address(), reader.UInt256());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Int64(Confirmations);
        writer.Address(From);
        writer.Address(To);
        writer.UInt256(Amount);
    }
}
