using Simulator.Actors.Enclaves;
using Simulator.Actors.FullNodes;
using Simulator.Kernel;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Gateways;

/// <summary>A node's second door: full nodes have on-chain requests computed here, and pay nothing.</summary>
/// <remarks>Sends: <see cref="ComputePreExecution"/>, <see cref="InferenceResultReply"/>.</remarks>
internal sealed class PreExecutionDesk(ActorRef enclave, Hash32 teeId)
{
    private readonly SortedDictionary<ulong, (ActorRef FullNode, Hash32 Request)> open = [];
    private ulong tickets;

    // What the enclave computed for a full node died with the host; the full node will ask elsewhere.
    public void OnRestarted() => open.Clear();

    public void OnRunInference(ActorRef fullNode, RunInference asked, IActorContext context)
    {
        ulong ticket = ++tickets;
        open.Add(ticket, (fullNode, asked.Request));
        context.Tell(enclave, new ComputePreExecution(ticket, asked.Request, asked.CallData));
    }

    public void OnComputed(PreExecutionComputed computed, IActorContext context)
    {
        if (open.Remove(computed.Ticket, out (ActorRef FullNode, Hash32 Request) asked))
        {
            context.Tell(
                asked.FullNode, new InferenceResultReply(asked.Request, teeId, computed.Result, computed.Refusal));
        }
    }
}
