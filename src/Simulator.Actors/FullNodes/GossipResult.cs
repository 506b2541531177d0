using Simulator.Kernel;

namespace Simulator.Actors.FullNodes;

/// <summary>An inference result that a full node was sent, passed on to the others.</summary>
/// <param name="Result">The signed result.</param>
internal sealed record GossipResult(byte[] Result) : Message, IMessage<GossipResult>
{
    public static ushort Number => 339;

    public override ushort TypeNumber => Number;

    public static GossipResult Read(ref MessageReader reader) => new(reader.Bytes());

    public override void Write(ref MessageWriter writer) => writer.Bytes(Result);
}
