using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.X402;

namespace Simulator.Actors.Facilitators;

/// <summary>One settlement on its way through the worker.</summary>
internal sealed class SettlementJob(string id, FacilitatorRequest request)
{
    public string Id => id;

    public FacilitatorRequest Request => request;

    /// <summary>Set once the transaction is signed.</summary>
    public Hash32? Transaction { get; set; }

    /// <summary>Receipt polls made so far.</summary>
    public int Polls { get; set; }

    /// <summary>Times it has failed on the way so far.</summary>
    public int Failures { get; set; }

    /// <summary>It is not looked at before this instant.</summary>
    public SimTime NotBefore { get; set; }

    /// <summary>Transactions that follow the one under way.</summary>
    public Queue<ContractCall> Rest { get; } = new();

    /// <summary>What honesty asks for, while something else has been broadcast; null otherwise.</summary>
    public SettlementStep.Broadcast? Honest { get; set; }

    /// <summary>The amount that has been broadcast in place of the one that is due.</summary>
    public UInt256? Altered { get; set; }
}
