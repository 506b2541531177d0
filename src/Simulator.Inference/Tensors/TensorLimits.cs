namespace Simulator.Inference.Tensors;

/// <summary>What one request may hold at most, so that a hostile question costs a bounded amount to read.</summary>
public static class TensorLimits
{
    public const int MaximumTensors = 64;
    public const int MaximumRank = 8;
    public const int MaximumElements = 1 << 20;
    public const int MaximumNameLength = 256;
    public const int MaximumJsonBytes = 64 << 20;
}
