using Simulator.Primitives;
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
}
