using Simulator.Actors.Enclaves;
using Simulator.Actors.FullNodes;
using Simulator.Kernel;

namespace Simulator.Actors.Gateways;

/// <summary>A node's second door: full nodes have on-chain requests computed here, and pay nothing.</summary>
/// <remarks>Sends: <see cref="ComputePreExecution"/>, <see cref="InferenceResultReply"/>.</remarks>
internal sealed class PreExecutionDesk(ActorRef enclave)
{
    private readonly SortedDictionary<ulong, (ActorRef FullNode, RunInference Asked)> open = [];
    private ulong tickets;

    // What the enclave computed for a full node died with the host; the full node will ask elsewhere.
    public void OnRestarted() => open.Clear();

    public void OnRunInference(ActorRef fullNode, RunInference asked, IActorContext context)
    {
        ulong ticket = ++tickets;
        open.Add(ticket, (fullNode, asked));
        context.Tell(enclave, new ComputePreExecution(ticket, asked.Request, asked.CallData));
    }

    public void OnComputed(PreExecutionComputed computed, IActorContext context)
    {
        if (open.Remove(computed.Ticket, out (ActorRef FullNode, RunInference Asked) held))
        {
            context.Tell(
                held.FullNode,
                new InferenceResultReply(held.Asked.Request, held.Asked.TeeId, computed.Result, computed.Refusal));
        }
    }
}
