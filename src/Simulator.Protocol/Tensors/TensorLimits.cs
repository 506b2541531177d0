namespace Simulator.Protocol.Tensors;

/// <summary>What one request may hold at most, so that a hostile question costs a bounded amount to read.</summary>
public static class TensorLimits
{
    public const int MaximumTensors = 64;
    public const int MaximumRank = 8;
    public const int MaximumElements = 1 << 20;
    public const int MaximumNameLength = 256;
    public const int MaximumJsonBytes = 64 << 20;

    /// <summary>Elements a shape asks for, or −1 beyond <see cref="MaximumElements"/>.</summary>
    internal static long ElementsOf(ReadOnlySpan<uint> shape)
    {
        ulong product = 1;
        foreach (uint dimension in shape)
        {
            product *= dimension;
            if (product > MaximumElements)
            {
                return -1;
            }
        }

        return (long)product;
    }
}
