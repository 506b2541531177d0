using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Reporting.Tests;

/// <summary>Money that comes by transfers, invoices and payouts counts as settled like that of settlement jobs.</summary>
public sealed class CollectionTests
{
    private static readonly Hash32 Payout = Keccak256.HashText("payout");

    [Fact]
    public void A_collection_is_a_settlement_from_the_last_charge_to_the_block_of_its_transaction()
    {
        Measures measures = Of(
            (50, new TransactionExecuted("payment", 25, Payout, Address.Zero, "Channels.settle", 60_000, null)),
            (53, Collected(OpgAmount.OneOpg, Payout, null)));

        Assert.Equal(30, measures.Evaluate("settlement.delay", Aggregate.Mean).Estimate!.Value);
        Assert.Equal(1, measures.Evaluate("settled", Aggregate.Value).Estimate!.Value);
        Assert.Equal(1, measures.Settlements.Succeeded);
    }

    [Fact]
    public void An_invoice_that_is_not_paid_is_a_settlement_that_failed()
    {
        Measures measures = Of((50, Collected(OpgAmount.Zero, null, "account_overdue")));

        Assert.Equal((0L, 1L), (measures.Settlements.Succeeded, measures.Settlements.Failed));
        Assert.Equal(1, measures.SettlementRefusals["account_overdue"]);
    }

    [Fact]
    public void Debt_that_is_paid_after_all_is_late_and_bad_no_more()
    {
        Measures measures = Of(
            (20, new DebtWrittenOff("nodes/1", OpgAmount.OneOpg + OpgAmount.OneOpg, 2, "account_overdue")),
            (20, new DebtWrittenOff("nodes/1", OpgAmount.OneOpg, 3, "account_overdue")),
            (50, new DebtRecovered("nodes/1", OpgAmount.OneOpg + OpgAmount.OneOpg, 2)));

        Assert.Equal(1, measures.Evaluate("payment.bad_debt", Aggregate.Value).Estimate!.Value);
        Assert.Equal(2, measures.Evaluate("payment.late_debt", Aggregate.Value).Estimate!.Value);
        Assert.Equal(3, measures.Evaluate("payment.unpaid_answers", Aggregate.Value).Estimate!.Value);
    }

    private static PaymentCollected Collected(OpgAmount amount, Hash32? transaction, string? refusal)
    {
        SimTime charged = SimTime.Start + SimDuration.FromSeconds(20);
        return new PaymentCollected("channel", "nodes/1", Address.Zero, amount, 3, charged, transaction, refusal);
    }

    private static Measures Of(params (int Second, Observation What)[] said)
    {
        Measures measures = new(SimDuration.FromSeconds(100));
        foreach ((int second, Observation what) in said)
        {
            measures.Observe(new ObservedFact(SimTime.Start + SimDuration.FromSeconds(second), "test", what));
        }

        measures.Complete();
        return measures;
    }
}
