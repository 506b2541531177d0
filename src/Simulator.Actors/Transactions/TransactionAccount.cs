using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Transactions;

/// <summary>An account on the inference chain from which an actor sends transactions.</summary>
public sealed record TransactionAccount
{
    public required PrivateKey Key { get; init; }

    /// <summary>Full node that takes its transactions.</summary>
    public required ActorRef FullNode { get; init; }

    public required ulong ChainId { get; init; }

    /// <summary>Virtual time to sign one transaction.</summary>
    public required SimDuration SigningTime { get; init; }
}
