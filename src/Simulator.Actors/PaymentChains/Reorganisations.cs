using Simulator.Actors.Network;
using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Actors.PaymentChains;

/// <summary>How often the chain turns to another branch, and how far back that branch begins.</summary>
/// <param name="Share">Chance of it before each block, in [0, 1].</param>
/// <param name="Depth">Most blocks that are taken back at once, in [1, <see cref="MaxDepth"/>].</param>
public sealed record Reorganisations(Ratio Share, int Depth)
{
    /// <summary>What chain and observers remember.</summary>
    public const int MaxDepth = BlockReverted.MaxDepth;

    /// <summary>Blocks to take back before the block of this height is made; mostly none.</summary>
    internal int BlocksToTakeBack(ulong height, KeyedRandom random) =>
        random.Draw(Draws.Reorganisation, height).Chance(Share)
            ? 1 + (int)random.Draw(Draws.ReorganisationDepth, height).Below(Depth)
            : 0;
}
