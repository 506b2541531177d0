using Simulator.Actors.Transactions;
using Simulator.Primitives;

namespace Simulator.Actors.Verifiers;

/// <summary>How a full node rules on disputes.</summary>
public sealed record JurorSettings
{
    /// <summary>The operator's account, on the node beside it.</summary>
    public required TransactionAccount Account { get; init; }

    /// <summary>Between two looks at the chain.</summary>
    public required SimDuration Poll { get; init; }

    /// <summary>Virtual time of one execution.</summary>
    public required SimDuration ExecutionTime { get; init; }

    public required ReexecutionSettings Execution { get; init; }
}
