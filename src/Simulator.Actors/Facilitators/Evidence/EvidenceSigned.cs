using Simulator.Actors.Wire;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Facilitators.Evidence;

/// <summary>A worker's key signed a settlement transaction.</summary>
/// <param name="Step">The desk's own number of this step.</param>
/// <param name="Raw">Signed EIP-1559 transaction.</param>
/// <param name="Transaction">Its hash.</param>
internal sealed record EvidenceSigned(ulong Step, byte[] Raw, Hash32 Transaction) : Message, IMessage<EvidenceSigned>
{
    public static ushort Number => 313;

    public override ushort TypeNumber => Number;

    public static EvidenceSigned Read(ref MessageReader reader) => new(reader.UInt64(), reader.Bytes(), reader.Hash());

    public override void Write(ref MessageWriter writer)
    {
        writer.UInt64(Step);
        writer.Bytes(Raw);
        writer.Hash(Transaction);
    }
}
