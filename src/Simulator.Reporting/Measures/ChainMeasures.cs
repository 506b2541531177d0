using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>Blocks and transactions that stand, and what senders paid for them.</summary>
internal sealed class ChainMeasures
{
    private readonly RecentBlocks<(bool Failed, UInt128 Fee)> recent = new();
    private long transactions;
    private long failed;

    public long Blocks { get; private set; }

    /// <summary>Blocks taken back.</summary>
    public long Reverted { get; private set; }

    /// <summary>In wei.</summary>
    public UInt128 Fees { get; private set; }

    /// <summary>Null for a metric that is not about chains.</summary>
    public long? CountOf(string metric) => metric switch
    {
        "blocks" => Blocks,
        "blocks.reverted" => Reverted,
        "transactions" => transactions,
        "transactions.reverted" => failed,
        _ => null,
    };

    public void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case TransactionExecuted said:
                transactions++;
                failed += said.Revert is null ? 0 : 1;
                Fees += said.Fee;
                recent.Add(said.Chain, said.Height, (said.Revert is not null, said.Fee));
                break;
            case BlockProduced said:
                Blocks++;
                recent.Bury(said.Chain, said.Height);
                break;
            case BlockReverted said:
                Blocks--;
                Reverted++;
                TakeBack(said);
                break;
            default:
                break;
        }
    }

    private void TakeBack(BlockReverted said)
    {
        foreach ((bool isFailed, UInt128 fee) in recent.TakeBack(said.Chain, said.Height))
        {
            transactions--;
            failed -= isFailed ? 1 : 0;
            Fees -= fee;
        }
    }
}
