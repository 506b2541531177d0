using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Reporting.Tests;

/// <summary>Money that comes by transfers, invoices and payouts counts as settled like that of settlement jobs.</summary>
public sealed class CollectionTests
{
    private static readonly Hash32 Payout = Keccak256.HashText("payout");
    private static readonly SimTime Charged = SimTime.Start + SimDuration.FromSeconds(20);
    private static readonly SimTime Included = SimTime.Start + SimDuration.FromSeconds(50);

    [Fact]
    public void A_collection_is_a_settlement_from_the_last_charge_to_the_block_of_its_transaction()
    {
        List<SettlementRecord> folded = [];
        SettlementFold fold = new(folded.Add);

        fold.Observe(new ObservedFact(Included, "payment-chain", new TransactionExecuted(
            "payment", 25, Payout, Address.Zero, "Channels.settle", 60_000, null)));
        fold.Observe(new ObservedFact(Included + SimDuration.FromSeconds(3), "nodes/1", Collected(Payout, null)));

        SettlementRecord record = Assert.Single(folded);
        Assert.Equal(SimDuration.FromSeconds(30), record.Delay);
        Assert.Equal((3L, OpgAmount.OneOpg, true), (record.ChargedRequests, record.Settled, record.Succeeded));
    }

    [Fact]
    public void An_invoice_that_is_not_paid_is_a_settlement_that_failed()
    {
        List<SettlementRecord> folded = [];
        SettlementFold fold = new(folded.Add);

        fold.Observe(new ObservedFact(Included, "nodes/1", Collected(null, "account_overdue")));

        SettlementRecord record = Assert.Single(folded);
        Assert.False(record.Succeeded);
        Assert.Null(record.Delay);
    }

    [Fact]
    public void Debt_that_is_paid_after_all_is_late_and_bad_no_more()
    {
        PaymentMeasures measures = new();
        measures.Observe(new ObservedFact(Charged, "nodes/1", new DebtWrittenOff("nodes/1", new OpgAmount(5), 2, "account_overdue")));
        measures.Observe(new ObservedFact(Charged, "nodes/1", new DebtWrittenOff("nodes/1", new OpgAmount(7), 3, "account_overdue")));
        measures.Observe(new ObservedFact(Included, "nodes/1", new DebtRecovered("nodes/1", new OpgAmount(5), 2)));

        Assert.Equal(new OpgAmount(7).ToDouble(), measures.Amount("payment.bad_debt", null));
        Assert.Equal(new OpgAmount(5).ToDouble(), measures.Amount("payment.late_debt", null));
        Assert.Equal(3, measures.CountOf("payment.unpaid_answers", null));
    }

    private static PaymentCollected Collected(Hash32? transaction, string? refusal) => new(
        "channel", "nodes/1", Address.Zero, OpgAmount.OneOpg, 3, Charged, transaction, refusal);
}
