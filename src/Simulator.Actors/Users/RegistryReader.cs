using Simulator.Actors.Network;
using Simulator.Actors.Rpc;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Registry;

namespace Simulator.Actors.Users;

/// <summary>A client's view of the registry: the list of active enclaves, and questions about single ones.</summary>
/// <remarks>
/// Each reading is one <c>eth_call</c> through Multicall3, so that the client learns the height it was read at. A call
/// that fails or is not answered counts as an empty list, as in the network's client. Source: protocol facts §7.1.
/// </remarks>
internal sealed class RegistryReader(RegistryAccess access, Address self)
{
    private const byte LlmProxy = 0;

    private static readonly SimDuration Timeout = SimDuration.FromSeconds(10);

    private readonly SortedDictionary<ulong, int> standings = [];
    private ulong calls;
    private ulong reading;

    public RegistryAccess Access => access;

    /// <summary>The list as it was read last.</summary>
    public IReadOnlyList<KnownNode> Latest { get; private set; } = [];

    /// <summary>The block that it was read at.</summary>
    public long LatestHeight { get; private set; }

    /// <summary>Reads the list, unless that is under way.</summary>
    public void ReadList(IActorContext context)
    {
        if (reading == 0)
        {
            reading = Ask(new GetActiveTeesCall(access.Registry, LlmProxy), context);
            context.StartTimer(Timeout, new RegistryReadTimedOut(reading));
        }
    }

    /// <summary>Asks whether one enclave is active, on behalf of a request.</summary>
    public void AskStanding(int attempt, Hash32 teeId, IActorContext context) =>
        standings.Add(Ask(new IsTeeActiveCall(access.Registry, teeId), context), attempt);

    /// <summary>Nothing that was asked before will be answered.</summary>
    public void Reset()
    {
        standings.Clear();
        reading = 0;
    }

    /// <summary>True when the list was given up just now.</summary>
    public bool OnTimedOut(RegistryReadTimedOut due)
    {
        if (due.Call != reading)
        {
            return false;
        }

        (reading, Latest) = (0, []);
        return true;
    }

    /// <summary>True when the reply was the list that was waited for.</summary>
    public bool OnList(EthCallReply reply)
    {
        if (reply.Call != reading)
        {
            return false;
        }

        reading = 0;
        Latest = [];
        if (Answer(reply) is { } answer && RegistryEntry.TryReadList(answer.Data) is { } entries)
        {
            Latest = [.. entries.Select(Node).OfType<KnownNode>()];
            LatestHeight = answer.Height;
        }

        return true;
    }

    /// <summary>The request that was asked for, what was answered, and at which block; null for any other reply.</summary>
    public (int Attempt, bool Active, long Height)? OnStanding(EthCallReply reply)
    {
        if (!standings.Remove(reply.Call, out int attempt))
        {
            return null;
        }

        return Answer(reply) is { } answer
            ? (attempt, new AbiReader(answer.Data).Boolean(), answer.Height)
            : (attempt, false, 0);
    }

    private ulong Ask(ContractCall view, IActorContext context)
    {
        AggregateCall call = new(Deployments.Multicall3, [(view.Target, view.Encode())]);
        context.Tell(access.FullNode, new EthCall(++calls, self, call.Target, call.Encode()));
        return calls;
    }

    private static (long Height, byte[] Data)? Answer(EthCallReply reply) =>
        reply.Revert is null && AggregateCall.TryReadAnswer(reply.Data) is { Answers: [var data] } read
            ? ((long)read.BlockNumber, data)
            : null;

    // Entries without endpoint or certificate are skipped, and so are names that lead nowhere.
    private KnownNode? Node(RegistryEntry entry) =>
        entry.TlsCertificate.Length > 0 && access.Endpoints.TryGetValue(entry.Endpoint, out (string Name, ActorRef Gateway) host)
            ? new KnownNode(
                host.Name,
                host.Gateway,
                entry.TeeId,
                entry.PublicKey,
                entry.PaymentAddress,
                Pins.Of(entry.TlsCertificate))
            {
                Card = access.Cards.GetValueOrDefault(host.Name),
            }
            : null;
}
