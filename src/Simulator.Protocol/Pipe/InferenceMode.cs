namespace Simulator.Protocol.Pipe;

/// <summary>How an on-chain inference is to be verified: the second argument of <c>run</c>.</summary>
/// <remarks>The numbers are the wire's (protocol facts §7.6).</remarks>
public enum InferenceMode : byte
{
    /// <summary>Nothing is verified: whatever the block carries is the answer.</summary>
    Vanilla = 0,

    /// <summary>A zero-knowledge proof of the execution.</summary>
    Zkml = 1,

    /// <summary>The signature of a registered enclave.</summary>
    Tee = 2,
}
