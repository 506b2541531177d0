using Simulator.Actors.Gateways.Http;
using Simulator.Actors.Network;
using Simulator.Actors.Rpc;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.Users;

/// <summary>How a user finds its node in the registry, and asks it about the answer in hand.</summary>
public sealed partial class User
{
    /// <summary>The network client's own words.</summary>
    public const string NoActiveNode = "No active LLM proxy TEE found in the registry.";

    /// <summary>The answer's enclave is not active as the user reads the registry.</summary>
    public const string NotActive = "tee_not_active";

    private const string NoNode = "none";

    private readonly RegistryReader? registry =
        settings.Registry is null ? null : new RegistryReader(settings.Registry, Secp256k1.AddressOf(settings.Key));

    private readonly SortedSet<int> unconnected = [];

    private void Follow(IActorContext context)
    {
        if (registry!.Access.Check != StandingCheck.None)
        {
            context.Observe(new RegistryFollowed(context.Name));
        }

        OnRefreshDue(context);
    }

    // What was asked before the crash is never answered; the requests it was asked for have been given up.
    private void ResumeReading(IActorContext context)
    {
        if (registry is not null)
        {
            unconnected.Clear();
            registry.Reset();
            OnRefreshDue(context);
        }
    }

    private void OnRefreshDue(IActorContext context)
    {
        if (registry is not null)
        {
            registry.ReadList(context);
            context.StartTimer(registry.Access.Refresh, new RegistryRefreshDue());
        }
    }

    // Every connection begins with a reading of its own; requests that come meanwhile share it.
    private void Connect(OpenRequest request, IActorContext context)
    {
        if (registry is null)
        {
            AskChosen(request, context);
            return;
        }

        node = null;
        request.Node = null;
        unconnected.Add(request.Attempt);
        registry.ReadList(context);
    }

    private void OnReadTimedOut(RegistryReadTimedOut due, IActorContext context)
    {
        if (registry is not null && registry.OnTimedOut(due))
        {
            OnList(context);
        }
    }

    private void OnEthCallReply(EthCallReply reply, IActorContext context)
    {
        if (registry is null)
        {
            return;
        }

        if (registry.OnList(reply))
        {
            OnList(context);
        }
        else if (registry.OnStanding(reply) is { } read)
        {
            OnStanding(read.Attempt, read.Active, read.Height, context);
        }
    }

    // A node that is still listed is kept; an empty list leaves the old connection as it is.
    private void OnList(IActorContext context)
    {
        IReadOnlyList<KnownNode> active = registry!.Latest;
        bool isListed = node is not null && active.Any(known => known.TeeId == node.TeeId);
        if (!isListed && active.Count > 0)
        {
            Choose(active, context);
        }

        foreach (int attempt in unconnected.ToList())
        {
            unconnected.Remove(attempt);
            if (open.TryGetValue(attempt, out OpenRequest? request))
            {
                AskChosen(request, context);
            }
        }
    }

    private void AskChosen(OpenRequest request, IActorContext context)
    {
        if (node is null)
        {
            bool isAnyActive = registry is null || registry.Latest.Count > 0;
            Finish(request.Attempt, RequestFate.Refused, isAnyActive ? NoCapableNode : NoActiveNode, context);
            return;
        }

        request.Node = node;
        BeginTry(request, context);
        Purse.Ask(request, context);
    }

    private void OnHandshakeFailed(HandshakeFailed failure, IActorContext context)
    {
        if (open.TryGetValue(failure.Attempt, out OpenRequest? request) && request.Node is not null)
        {
            context.Observe(new ConnectionFailed(IdOf(request, context), request.Node.Name, failure.Reason));
            request.Drawn = null;
            DropSession(request);
            Rate(request, isGood: false, waited: false, context);
            RetryElsewhere(request, RequestFate.Refused, failure.Reason, context);
        }
    }

    private void JudgeStanding(OpenRequest request, IActorContext context)
    {
        Hash32 teeId = request.Node!.TeeId;
        switch (registry!.Access.Check)
        {
            case StandingCheck.EveryAnswer:
                registry.AskStanding(request.Attempt, teeId, context);
                break;
            case StandingCheck.LatestList:
                bool isListed = registry.Latest.Any(known => known.TeeId == teeId);
                OnStanding(request.Attempt, isListed, registry.LatestHeight, context);
                break;
            case StandingCheck.None:
                Finish(request.Attempt, RequestFate.Accepted, null, context);
                break;
            default:
                throw Invariant.Unreachable(registry.Access.Check);
        }
    }

    // A client that has learned of its node's end connects anew for its next question, whatever the list's age.
    private void OnStanding(int attempt, bool active, long height, IActorContext context)
    {
        if (!open.TryGetValue(attempt, out OpenRequest? request))
        {
            return;
        }

        context.Observe(new StandingRead(IdOf(request, context), request.Node!.TeeId, active, height));
        if (!active && node?.TeeId == request.Node.TeeId)
        {
            node = null;
        }

        RequestFate fate = active ? RequestFate.Accepted : RequestFate.Rejected;
        Finish(attempt, fate, active ? null : NotActive, context);
    }
}
