namespace Simulator.Scenarios.Settings;

/// <summary>How a question reaches the network.</summary>
public enum AskPath
{
    Unset = 0,

    /// <summary>Over HTTP to a node, paid by x402.</summary>
    X402,

    /// <summary>As a transaction to the hub contract, answered within its block.</summary>
    Chain,
}
