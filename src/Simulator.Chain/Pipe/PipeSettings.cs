namespace Simulator.Chain.Pipe;

/// <summary>The rules of the inference mempool. Lengths are counted in blocks.</summary>
public sealed record PipeSettings
{
    /// <summary>
    /// Blocks after which a request without a result is given up, counted from the block at which it was taken; at
    /// least 1. Part of the chain's rules.
    /// </summary>
    public int Deadline { get; init; } = 10;

    /// <summary>Nodes that are given each request at once; at least 1. The first valid result counts.</summary>
    public int Executions { get; init; } = 1;

    /// <summary>Blocks after which an unanswered request is given to one node more; at least 1.</summary>
    public int Retry { get; init; } = 4;
}
