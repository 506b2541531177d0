namespace Simulator.Protocol.X402;

/// <summary>Why the gateway does not serve a request on a session. Zero is deliberately not a verdict.</summary>
public enum SessionRefusal
{
    Unset = 0,

    /// <summary>Unknown, being settled, used up, too near its deadline, or opened for another route.</summary>
    ExpiredOrExhausted,

    /// <summary>The payment's signed deadline is missing or within the margin, so no session is opened.</summary>
    DeadlineMissingOrTooSoon,
}
