using Simulator.Kernel;
using Simulator.Protocol.Consensus;

namespace Simulator.Actors.FullNodes;

/// <summary>A proposal with its whole block (CometBFT sends it in parts; the size is the same).</summary>
internal sealed record ProposeBlock(Proposal Proposal, ProposedBlock Block) : Message, IMessage<ProposeBlock>
{
    public static ushort Number => 201;

    public override ushort TypeNumber => Number;

    public static ProposeBlock Read(ref MessageReader reader) =>
        new(reader.Proposal(), ProposedBlock.Read(ref reader));

    public override void Write(ref MessageWriter writer)
    {
        writer.Proposal(Proposal);
        Block.Write(ref writer);
    }
}
