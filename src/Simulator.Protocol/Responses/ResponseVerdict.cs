namespace Simulator.Protocol.Responses;

/// <summary>
/// How a client's checks of a signed answer end, in the order of the checks. protocol: OHTTP, last rule.
/// </summary>
public enum ResponseVerdict
{
    Unset = 0,
    Accepted,

    /// <summary>The answer's tee_id is not the hash of the registered signing key.</summary>
    TeeIdNotOfSigningKey,

    /// <summary>The answer comes from another enclave than the one asked.</summary>
    TeeIdUnexpected,

    /// <summary>Another request was signed than the one sent.</summary>
    RequestHashMismatch,

    /// <summary>Another output was signed than the one received.</summary>
    OutputHashMismatch,

    SignatureInvalid,
}
