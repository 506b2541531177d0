using Simulator.Protocol.Receipts;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>A receipt that is whole but for its evidence, which a worker still has.</summary>
internal sealed record HeldReceipt(
    OpenReceipt Request, SettlementFinished? Settlement, SessionEvidence Session, ReceiptTransaction? Transaction);
