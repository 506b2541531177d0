namespace Simulator.Scenarios.Settings;

/// <summary>Rules of the inference mempool; lengths in blocks.</summary>
public sealed record InferencePipeSettings
{
    /// <summary>Blocks after which a request without a result is given up; at least 1.</summary>
    public required int Deadline { get; init; }

    /// <summary>Nodes that are given each request at once; at least 1.</summary>
    public required int Executions { get; init; }

    /// <summary>Blocks after which an unanswered request is given to one node more; at least 1.</summary>
    public required int Retry { get; init; }
}
