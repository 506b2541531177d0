using Simulator.Actors.Transactions;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Rewards;

/// <summary>A programme that rewards usage.</summary>
public sealed record RewardsSettings
{
    public required TransactionAccount Account { get; init; }

    /// <summary>What is paid out for every epoch in which anything was settled.</summary>
    public required OpgAmount Pool { get; init; }

    public required SimDuration Epoch { get; init; }

    /// <summary>No epoch ends after this instant.</summary>
    public required SimTime Until { get; init; }

    /// <summary>Accounts of the nodes that take part.</summary>
    public required IReadOnlyList<Address> Nodes { get; init; }
}
