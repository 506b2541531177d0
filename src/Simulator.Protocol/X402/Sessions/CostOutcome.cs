namespace Simulator.Protocol.X402;

/// <summary>What became of one request's cost. Zero is deliberately not a verdict.</summary>
public enum CostOutcome
{
    Unset = 0,

    /// <summary>Added to what the session owes.</summary>
    Added,

    /// <summary>The request cost nothing; the session did not notice it.</summary>
    Nothing,

    /// <summary>
    /// It would exceed the signed maximum: nothing is charged and the session stays open for smaller requests.
    /// </summary>
    BeyondMaximum,

    /// <summary>The session is being settled or gone: nothing is charged.</summary>
    SessionClosed,
}
