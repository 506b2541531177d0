using Simulator.Protocol.Consensus;

namespace Simulator.Chain.Consensus;

/// <summary>Where a validator sends again what a peer may have missed.</summary>
public interface IRetransmission
{
    void Send(Proposal proposal);

    void Send(Vote vote);
}
