using Simulator.Kernel;

namespace Simulator.Actors.FullNodes;

/// <summary>Asks a peer for committed blocks from a height on.</summary>
internal sealed record GetBlocks(long From) : Message, IMessage<GetBlocks>
{
    public static ushort Number => 207;

    public override ushort TypeNumber => Number;

    public static GetBlocks Read(ref MessageReader reader) => new(reader.Int64());

    public override void Write(ref MessageWriter writer) => writer.Int64(From);
}
