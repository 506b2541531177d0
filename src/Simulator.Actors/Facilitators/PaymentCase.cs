using Simulator.Kernel;
using Simulator.Protocol.X402;

namespace Simulator.Actors.Facilitators;

/// <summary>A payment under verification: for a caller of <c>/verify</c>, or before a settlement.</summary>
internal sealed class PaymentCase(ulong number, Permit2Candidate candidate, VerificationContext context, SettlementJob? job)
{
    /// <summary>The facilitator's own number; also the call number towards the chain.</summary>
    public ulong Number => number;

    public Permit2Candidate Candidate => candidate;

    public VerificationContext Context => context;

    /// <summary>The settlement this verification belongs to, or null for <c>/verify</c>.</summary>
    public SettlementJob? Job => job;

    /// <summary>Who called <c>/verify</c>, and under which number.</summary>
    public (ActorRef Actor, ulong Call) Client { get; init; }

    public TimerId Timeout { get; set; }

    /// <summary>The contract error that the simulated settlement ended with.</summary>
    public string? SimulatedRevert { get; set; }
}
