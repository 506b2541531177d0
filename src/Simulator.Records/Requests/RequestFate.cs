namespace Simulator.Records;


/// <summary>How a request ended. Every request ends in exactly one of these.</summary>
public enum RequestFate
{
    Unset = 0,

    /// <summary>An answer arrived whose signature is valid and whose node was known.</summary>
    Accepted,

    /// <summary>The network refused by name (payment refused, queue full, session expired, …).</summary>
    Refused,

    /// <summary>An answer arrived that its user does not accept (wrong hash, bad signature, unknown node).</summary>
    Rejected,

    /// <summary>The user's patience ended first.</summary>
    TimedOut,
}
