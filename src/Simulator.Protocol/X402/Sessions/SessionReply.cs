using Simulator.Primitives;

namespace Simulator.Protocol.X402;

/// <summary>
/// The gateway's 402 about a session. It has no <c>PAYMENT-REQUIRED</c> header, unlike every other 402.
/// </summary>
public static class SessionReply
{
    /// <remarks>The body has a space behind the colon, as the Python server writes it.</remarks>
    public static HttpReply For(SessionRefusal refusal) => new(402, $$"""{"error": "{{Text(refusal)}}"}""", []);

    private static string Text(SessionRefusal refusal) => refusal switch
    {
        SessionRefusal.Unset => throw Invariant.Unreachable(refusal),
        SessionRefusal.ExpiredOrExhausted => "Session expired or exhausted",
        SessionRefusal.DeadlineMissingOrTooSoon => "Payment authorization deadline missing or too soon",
    };
}
