using Simulator.Protocol.Ethereum;

namespace Simulator.Protocol.X402;

/// <summary>What a facilitator does next about a verified payment. A closed family.</summary>
public abstract record SettlementStep
{
    private SettlementStep()
    {
    }

    /// <summary>Nothing goes to the chain; this is the answer.</summary>
    public sealed record Answer(SettleResponse Response) : SettlementStep;

    /// <summary>Send this call and wait for its receipt.</summary>
    /// <param name="Call">The settlement.</param>
    /// <param name="Approval">The payer's approval transaction, to be funded and broadcast first; usually null.</param>
    public sealed record Broadcast(ContractCall Call, SignedTransaction? Approval = null) : SettlementStep;
}
