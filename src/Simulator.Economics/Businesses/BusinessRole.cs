namespace Simulator.Economics.Businesses;

/// <summary>What a business earns with.</summary>
public enum BusinessRole
{
    Unset = 0,

    /// <summary>Answers requests: earns the node's share of payments in proportion to its slots.</summary>
    Node,

    /// <summary>Checks answers: earns the verifiers' share evenly.</summary>
    Verifier,

    /// <summary>Runs the chain: earns the full nodes' share in proportion to stake.</summary>
    FullNode,
}
