using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Permit2;

namespace Simulator.Actors.Facilitators.Frauds;

/// <summary>Lets settlements lie. Nothing signed prevents it; past the deadline the money cannot be collected any more.</summary>
internal sealed class Delay(FacilitatorFraud fraud, string group) : Misconduct
{
    public override SimDuration Hold(Permit2Authorization payment, IActorContext context) =>
        Cheats(fraud, group, payment, context) ? fraud.Hold : SimDuration.Zero;
}
