using Simulator.Kernel;
using Simulator.Primitives;

namespace Simulator.Actors.Gateways.Frauds;

/// <summary>The host reads the request as it passes and keeps it; the answer is honest.</summary>
/// <remarks>Nothing on the wire differs, so nobody can notice; a request encrypted to the enclave would prevent it.</remarks>
internal sealed class PlaintextLeak(string name, string group, Ratio share) : RequestFraud(name, group, share)
{
    protected override bool Cheat(HeldRequest request, Func<OpgAmount> charge, IActorContext context)
    {
        Confess(request, OpgAmount.Zero, context);
        return false;
    }
}
