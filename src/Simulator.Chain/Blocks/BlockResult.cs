using Simulator.Chain.Execution;

namespace Simulator.Chain.Blocks;

/// <summary>An executed block and everything it did, in order.</summary>
public sealed record BlockResult
{
    public required BlockHeader Header { get; init; }

    public required IReadOnlyList<TransactionReceipt> Receipts { get; init; }

    public required IReadOnlyList<RefusedTransaction> Refused { get; init; }

    /// <summary>Token the block itself moved: genesis allocations and other duties outside of transactions.</summary>
    public required IReadOnlyList<TokenTransfer> DutyTransfers { get; init; }

    /// <summary>Events of the block itself.</summary>
    public required IReadOnlyList<ContractLog> DutyLogs { get; init; }

    /// <summary>All movements of token: the block's own first, then those of its transactions.</summary>
    public IEnumerable<TokenTransfer> Transfers =>
        DutyTransfers.Concat(Receipts.SelectMany(receipt => receipt.Transfers));
}
