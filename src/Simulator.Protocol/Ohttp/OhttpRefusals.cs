using Simulator.Primitives;

namespace Simulator.Protocol.Ohttp;

/// <summary>What a gateway answers for each refusal of an encapsulated request.</summary>
public static class OhttpRefusals
{
    /// <summary>HTTP status and plaintext error of the gateway's endpoint.</summary>
    public static (int Status, string Error) HttpAnswer(this OhttpRefusal refusal) => refusal switch
    {
        OhttpRefusal.Unset => throw Invariant.Unreachable(refusal),
        OhttpRefusal.RequestTooLarge => (413, "encapsulated request too large"),
        OhttpRefusal.RequestEmpty => (400, "empty encapsulated request"),
        _ => (400, "malformed encapsulated request"),
    };
}
