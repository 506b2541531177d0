using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Facilitators;

/// <summary>The facilitator's key signed a transaction.</summary>
/// <param name="Case">The facilitator's own number of the case.</param>
/// <param name="Raw">Signed EIP-1559 transaction.</param>
/// <param name="Transaction">Its hash.</param>
internal sealed record TransactionSigned(ulong Case, byte[] Raw, Hash32 Transaction) : Message, IMessage<TransactionSigned>
{
    public static ushort Number => 171;

    public override ushort TypeNumber => Number;

    public static TransactionSigned Read(ref MessageReader reader) => new(reader.UInt64(), reader.Bytes(), reader.Hash());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Case);
        writer.Bytes(Raw);
        writer.Hash(Transaction);
    }
}
