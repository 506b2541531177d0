using Simulator.Kernel;
using Simulator.Protocol.Settlement;

namespace Simulator.Actors.Facilitators.Evidence;

/// <summary>An individual settlement on its way into the queue; its caller waits.</summary>
internal sealed class Preparation(EvidenceItem item, ActorRef client, ulong call)
{
    public EvidenceItem Item => item;

    public ActorRef Client => client;

    /// <summary>The caller's number.</summary>
    public ulong Call => call;

    /// <summary>Limits the wait for the chain's answer.</summary>
    public TimerId Timeout { get; set; }

    /// <summary>Set once a nonce is reserved.</summary>
    public long? Nonce { get; set; }

    public SettlementRow? Row { get; set; }
}
