namespace Simulator.Protocol.Enclaves;

/// <summary>One boot of one node: an enclave's keys live exactly that long.</summary>
/// <remarks>Node: [0, 2²⁰), Boot: [0, 2¹¹). Two boots of a run never share a key.</remarks>
public readonly record struct BootIdentity
{
    public const int NodeLimit = 1 << 20;
    public const int BootLimit = 1 << 11;

    /// <exception cref="ArgumentOutOfRangeException">Node or boot outside its range.</exception>
    public BootIdentity(int node, int boot)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(node);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(node, NodeLimit);
        ArgumentOutOfRangeException.ThrowIfNegative(boot);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(boot, BootLimit);
        Node = node;
        Boot = boot;
    }

    public int Node { get; }

    public int Boot { get; }

    /// <summary>Which key of the pool this boot takes; first boots take the first keys.</summary>
    public int KeyIndex => (Boot * NodeLimit) + Node;
}
