namespace Simulator.Protocol.X402;

/// <summary>What a resource server makes of a request's payment header. A closed family.</summary>
public abstract record PaymentJudgement
{
    private PaymentJudgement()
    {
    }

    /// <summary>Ask the facilitator.</summary>
    /// <param name="Payment">The client's.</param>
    /// <param name="Requirements">
    /// The server's own entry that matches; this goes to the facilitator, not the client's echo.
    /// </param>
    public sealed record Verify(PaymentPayload Payment, PaymentRequirements Requirements) : PaymentJudgement;

    /// <summary>Answer 402.</summary>
    public sealed record Refuse(HttpReply Reply) : PaymentJudgement;
}
