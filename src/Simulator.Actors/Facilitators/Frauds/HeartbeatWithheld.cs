using Simulator.Actors.Network;
using Simulator.Kernel;
using Simulator.Protocol.Responses;
using Simulator.Records;

namespace Simulator.Actors.Facilitators.Frauds;

/// <summary>Takes heartbeats and brings them to nobody.</summary>
/// <remarks>The enclave signs anew and asks again; what is not relayed does not count.</remarks>
internal sealed class HeartbeatWithheld(FacilitatorFraud fraud, string group)
{
    public bool Withholds(Heartbeat heartbeat, ulong call, IActorContext context)
    {
        if (!context.Random.Draw(Draws.FacilitatorFraud, heartbeat.TeeId.Prefix64, call).Chance(fraud.Share))
        {
            return false;
        }

        context.Observe(new FraudAttempted(fraud.Name, context.Name, group, HeartbeatSubjects.Of(heartbeat.TeeId, call)));
        return true;
    }
}
