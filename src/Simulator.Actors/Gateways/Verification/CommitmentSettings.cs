using Simulator.Actors.Transactions;
using Simulator.Primitives;

namespace Simulator.Actors.Gateways.Verification;

/// <summary>How a node brings its answers on chain.</summary>
public sealed record CommitmentSettings
{
    /// <summary>Name of the group in the scenario.</summary>
    public required string Group { get; init; }

    /// <summary>Name of the node.</summary>
    public required string Node { get; init; }

    /// <summary>The account the node is paid at, which answers with its bond.</summary>
    public required TransactionAccount Account { get; init; }

    /// <summary>When the node asks for its bond back; null: never. What it answers afterwards nobody verifies.</summary>
    public SimTime? LeavesAt { get; init; }

    /// <summary>Between two transactions with commitments, and two readings of what became of them.</summary>
    public required SimDuration Batch { get; init; }

    /// <summary>From an answer until it is worth asking whether it stands.</summary>
    public required SimDuration Window { get; init; }

    /// <summary>After which an answer that is neither verified nor convicted is given up.</summary>
    public required SimDuration GivenUpAfter { get; init; }
}
