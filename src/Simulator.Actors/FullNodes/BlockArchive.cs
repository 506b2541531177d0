namespace Simulator.Actors.FullNodes;

/// <summary>The newest committed blocks with their certificates, for nodes that lag.</summary>
internal sealed class BlockArchive(int kept)
{
    private const int PerAnswer = 32;

    private readonly Queue<CertifiedBlock> blocks = new();
    private long oldest = 1;

    public long Newest => oldest + blocks.Count - 1;

    public void Add(CertifiedBlock block)
    {
        if (blocks.Count == 0)
        {
            oldest = block.Block.Height;
        }

        blocks.Enqueue(block);
        if (blocks.Count > kept)
        {
            blocks.Dequeue();
            oldest++;
        }
    }

    /// <summary>Successive blocks from a height on; empty when that one is unknown or gone.</summary>
    public CertifiedBlock[] From(long height) => height < oldest || height > Newest
        ? []
        : [.. blocks.Skip((int)(height - oldest)).Take(PerAnswer)];
}
