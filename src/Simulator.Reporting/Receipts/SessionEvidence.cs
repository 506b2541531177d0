using Simulator.Primitives;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>One payment session: the payment it was opened with, and the accepted requests that wait for its settlement.</summary>
internal sealed class SessionEvidence(string payment, SimTime verifiedAt)
{
    public string Payment => payment;

    public SimTime VerifiedAt => verifiedAt;

    public List<OpenReceipt> Waiting { get; } = [];

    public SettlementFinished? Settlement { get; set; }

    /// <summary>Its receipts have been written; one for an answer that is accepted only now follows at once.</summary>
    public bool IsWritten { get; set; }
}
