using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>Knows the rows that belong to the newest blocks, and removes those of a block that is taken back.</summary>
/// <remarks>The tables so hold the blocks that stand; <c>reverted_blocks</c> says which there were beside them.</remarks>
internal sealed class BlockRows(Database database)
{
    private readonly RecentBlocks<(Table Table, long Row)> recent = new();

    /// <summary>Called right after the observation has been written as a row.</summary>
    public void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case TransactionExecuted said: Add(said.Chain, said.Height, Schema.Transactions); break;
            case AuthorisationUsed said: Add(said.Chain, said.Height, Schema.AuthorisationUses); break;
            case TokenTransferred said: Add(said.Chain, said.Height, Schema.Transfers); break;
            case LedgerPosted said: Add(said.Chain, said.Height, Schema.Postings); break;
            case BlockProduced said:
                Add(said.Chain, said.Height, Schema.Blocks);
                recent.Bury(said.Chain, said.Height);
                break;
            case BlockReverted said:
                foreach ((Table table, long row) in recent.TakeBack(said.Chain, said.Height))
                {
                    database.Execute(string.Create(null, $"DELETE FROM {table.Name} WHERE id = {row}"));
                }

                break;
            default: break;
        }
    }

    private void Add(string chain, long height, Table table) => recent.Add(chain, height, (table, database.LastRow));
}
