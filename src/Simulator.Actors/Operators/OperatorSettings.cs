using Simulator.Actors.Transactions;
using Simulator.Protocol.Ethereum;

namespace Simulator.Actors.Operators;

/// <summary>What an operator knows: its account, its nodes, and the registry.</summary>
public sealed record OperatorSettings
{
    /// <summary>Name of the group in the scenario.</summary>
    public required string Group { get; init; }

    /// <summary>Holds the role TEE_OPERATOR.</summary>
    public required TransactionAccount Account { get; init; }

    public required Address Registry { get; init; }

    /// <summary>The vendor's root, PEM, as the registry trusts it.</summary>
    public required string VendorRoot { get; init; }

    public required IReadOnlyList<OperatedNode> Nodes { get; init; }
}
