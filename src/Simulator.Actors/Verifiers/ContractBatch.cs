using Simulator.Chain.Execution;

namespace Simulator.Actors.Verifiers;

/// <summary>Rows that wait for their next transaction to the verification contract.</summary>
internal sealed class ContractBatch<TRow>(int most, Func<IReadOnlyList<TRow>, PricedCall> callOf)
{
    private readonly Queue<TRow> waiting = new();

    public void Add(TRow row) => waiting.Enqueue(row);

    public void Clear() => waiting.Clear();

    /// <summary>The calls that take all that waits, each with its rows and exactly the gas it needs.</summary>
    public IEnumerable<(PricedCall Call, ulong Gas, IReadOnlyList<TRow> Rows)> TakeAll()
    {
        while (waiting.Count > 0)
        {
            List<TRow> rows = [];
            while (rows.Count < most && waiting.TryDequeue(out TRow? row))
            {
                rows.Add(row);
            }

            PricedCall call = callOf(rows);
            yield return (call, GasTable.Intrinsic(call.Encode()) + call.Gas, rows);
        }
    }
}
