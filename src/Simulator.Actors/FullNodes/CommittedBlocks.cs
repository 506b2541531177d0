using Simulator.Kernel;
using Simulator.Protocol.Consensus;

namespace Simulator.Actors.FullNodes;

/// <summary>Committed blocks of successive heights, each with the precommits that prove it.</summary>
internal sealed record CommittedBlocks(IReadOnlyList<CertifiedBlock> Blocks) : Message, IMessage<CommittedBlocks>
{
    public static ushort Number => 208;

    public override ushort TypeNumber => Number;

    public static CommittedBlocks Read(ref MessageReader reader)
    {
        CertifiedBlock[] blocks = new CertifiedBlock[reader.Count()];
        for (int i = 0; i < blocks.Length; i++)
        {
            blocks[i] = new CertifiedBlock(ProposedBlock.Read(ref reader), reader.Certificate());
        }

        return new CommittedBlocks(blocks);
    }

    public override void Write(ref MessageWriter writer)
    {
        writer.VarUInt((ulong)Blocks.Count);
        foreach (CertifiedBlock block in Blocks)
        {
            block.Block.Write(ref writer);
            writer.Certificate(block.Certificate);
        }
    }
}

/// <summary>A block and why it is final.</summary>
internal sealed record CertifiedBlock(ProposedBlock Block, CommitCertificate Certificate);
