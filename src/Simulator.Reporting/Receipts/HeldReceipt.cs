using Simulator.Protocol.Receipts;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>A receipt that is whole but for its evidence, which a worker still has.</summary>
/// <param name="Request">What was asked and answered.</param>
/// <param name="Settlement">Null when there is none, or none that stands.</param>
/// <param name="Session">What it was charged to.</param>
/// <param name="Transaction">The settlement in its block, where that is known.</param>
internal sealed record HeldReceipt(
    OpenReceipt Request, SettlementFinished? Settlement, SessionEvidence Session, ReceiptTransaction? Transaction);
