namespace Simulator.Reporting;

/// <summary>A folded settlement job as a row.</summary>
internal static class SettlementRows
{
    public static void Write(InsertStatement row, SettlementRecord settlement) => row
        .Add(settlement.Session)
        .Add(settlement.Gateway)
        .Add(settlement.Facilitator)
        .Add(settlement.Payer)
        .Add(settlement.Maximum)
        .Add(settlement.ChargedRequests)
        .Add(settlement.Charged)
        .Add(settlement.LastChargeAt)
        .Add(settlement.RequestedAt)
        .Add(settlement.Requested)
        .Add(settlement.BlockAt)
        .Add(settlement.FinishedAt)
        .Add(settlement.Settled)
        .Add(settlement.Transaction)
        .Add(settlement.Refusal)
        .Write();

    public static void Write(InsertStatement row, RevertedSettlement reverted) =>
        row.Add(reverted.Session).Add(reverted.Transaction).Add(reverted.At).Write();
}
