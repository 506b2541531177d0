using Simulator.Kernel;

namespace Simulator.Actors.FullNodes;

/// <summary>A transaction that a full node was sent, passed on to the others.</summary>
/// <param name="Raw">Signed EIP-1559 transaction.</param>
internal sealed record GossipTransaction(byte[] Raw) : Message, IMessage<GossipTransaction>
{
    public static ushort Number => 209;

    public override ushort TypeNumber => Number;

    public static GossipTransaction Read(ref MessageReader reader) => new(reader.Bytes());

    public override void Write(ref MessageWriter writer) => writer.Bytes(Raw);
}
