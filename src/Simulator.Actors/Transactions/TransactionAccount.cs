using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Transactions;

/// <summary>An account from which an actor sends transactions.</summary>
public sealed record TransactionAccount
{
    public required PrivateKey Key { get; init; }

    /// <summary>Full node, or RPC endpoint, that takes its transactions.</summary>
    public required ActorRef FullNode { get; init; }

    public required ulong ChainId { get; init; }

    /// <summary>Virtual time to sign one transaction.</summary>
    public required SimDuration SigningTime { get; init; }

    /// <summary>Most wei it pays for a unit of gas; the default is the inference chain's price (protocol facts §5.7).</summary>
    public ulong MaxFeePerGas { get; init; } = 10_000_000;

    /// <summary>Wei for a unit of gas that go to the block's producer.</summary>
    public ulong MaxPriorityFeePerGas { get; init; }
}
