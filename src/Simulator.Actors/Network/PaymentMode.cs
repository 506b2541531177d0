namespace Simulator.Actors.Network;

/// <summary>How nodes are paid; all nodes and users of a world have the same.</summary>
public enum PaymentMode
{
    Unset = 0,

    /// <summary>x402 <c>upto</c>: an authorised maximum that a session of requests draws on.</summary>
    Upto,

    /// <summary>x402 <c>exact</c>: one authorisation of the price for every request.</summary>
    Exact,

    /// <summary>A transfer of the user's own before every request.</summary>
    OnChain,

    /// <summary>Served on credit, billed, paid by transfers.</summary>
    PostPaid,

    /// <summary>x402 <c>batch-settlement</c>: a prefunded channel, vouchers off the chain, claims in batches.</summary>
    Channel,
}
