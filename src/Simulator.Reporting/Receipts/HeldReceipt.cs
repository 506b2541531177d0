using Simulator.Protocol.Receipts;

namespace Simulator.Reporting;

/// <summary>A receipt that is whole but for its evidence, which a worker still has.</summary>
internal sealed record HeldReceipt(OpenReceipt Request, SessionEvidence Session, ReceiptTransaction? Transaction);
