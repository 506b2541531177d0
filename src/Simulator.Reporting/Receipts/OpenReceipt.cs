using Simulator.Primitives;
using Simulator.Protocol.Receipts;
using Simulator.Records;

namespace Simulator.Reporting;

/// <summary>What is known so far about a request that may come to have a receipt.</summary>
internal sealed class OpenReceipt(RequestIssued issued)
{
    public RequestIssued Issued => issued;

    /// <summary>PAYMENT-SIGNATURE header of the payment that came with this request, if one did.</summary>
    public string? Payment { get; set; }

    public SimTime VerifiedAt { get; set; }

    public InferenceCompleted? Inference { get; set; }

    public AnswerReceived? Answer { get; set; }

    public string? Session { get; set; }

    /// <summary>What the session was charged for this request; zero when it was served for nothing.</summary>
    public OpgAmount Cost { get; set; }

    /// <summary>The block that the user read the registry at; null when it did not.</summary>
    public long? ReadAt { get; set; }

    /// <summary>How the registry spoke of the enclave when the answer was accepted; null without a registry.</summary>
    public ReceiptStanding? Standing { get; set; }
}
