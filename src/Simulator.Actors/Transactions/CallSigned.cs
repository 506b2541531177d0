using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Transactions;

/// <summary>A transaction is signed and ready to be broadcast.</summary>
/// <param name="Case">The sender's number for it.</param>
/// <param name="Raw">Signed EIP-1559 transaction.</param>
/// <param name="Transaction">Its hash.</param>
internal sealed record CallSigned(ulong Case, byte[] Raw, Hash32 Transaction) : Message, IMessage<CallSigned>
{
    public static ushort Number => 274;

    public override ushort TypeNumber => Number;

    public static CallSigned Read(ref MessageReader reader) => new(reader.UInt64(), reader.Bytes(), reader.Hash());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Case);
        writer.Bytes(Raw);
        writer.Hash(Transaction);
    }
}
