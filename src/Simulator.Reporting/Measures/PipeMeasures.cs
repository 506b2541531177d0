using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>What on-chain inference took, and what it did to blocks.</summary>
/// <param name="series">Distributions by metric name.</param>
/// <param name="counts">Counts by metric name.</param>
internal sealed class PipeMeasures(
    IReadOnlyDictionary<string, Statistics.ObservationSeries> series, SortedDictionary<string, long> counts)
{
    private const string Chain = "inference";
    private const string TimedOut = "InferenceTimedOut";

    private readonly SortedDictionary<Hash32, SimTime> pending = [];
    private SimTime? lastBlock;

    public void Observe(in ObservedFact fact)
    {
        switch (fact.What)
        {
            case InferencePending said:
                counts["inference.requested"]++;
                pending[said.Transaction] = fact.At;
                break;
            case InferenceDispatched: counts["inference.dispatched"]++; break;
            case InferenceIncluded said: Include(said, fact.At); break;
            case TransactionExecuted { Chain: Chain } said: Execute(said); break;
            case BlockProduced { Chain: Chain }: Block(fact.At); break;
            default: break;
        }
    }

    private void Include(InferenceIncluded said, SimTime at)
    {
        counts["inference.included"]++;
        series["inference.blocks_waited"].Add(said.Height - said.Since);
        if (pending.Remove(said.Transaction, out SimTime since))
        {
            series["latency.onchain"].Add((at - since).TotalSeconds);
        }
    }

    private void Execute(TransactionExecuted said)
    {
        counts["inference.timed_out"] += said.Revert == TimedOut ? 1 : 0;
        pending.Remove(said.Transaction);
    }

    private void Block(SimTime at)
    {
        if (lastBlock is { } before)
        {
            series["blocks.interval"].Add((at - before).TotalSeconds);
        }

        lastBlock = at;
    }
}
