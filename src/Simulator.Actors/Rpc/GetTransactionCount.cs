using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Rpc;

/// <summary>eth_getTransactionCount at <c>pending</c>: the nonce that the account's next transaction needs.</summary>
/// <param name="Call">The caller's number for this call.</param>
/// <param name="Account">Whose transactions are counted.</param>
public sealed record GetTransactionCount(ulong Call, Address Account) : Message, IMessage<GetTransactionCount>
{
    public static ushort Number => 302;

    public override ushort TypeNumber => Number;

    public override long WireBytes => HttpSize.Request(130);

    public static GetTransactionCount Read(ref MessageReader reader) => new(reader.UInt64(), reader.Address());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Call);
        writer.Address(Account);
    }
}
