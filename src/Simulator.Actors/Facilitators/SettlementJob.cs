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
}
