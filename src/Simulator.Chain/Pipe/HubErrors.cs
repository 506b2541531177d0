using Simulator.Chain.Execution;

namespace Simulator.Chain.Pipe;

/// <summary>The errors of the inference hub. Names of our own: the real contract's are not published.</summary>
public static class HubErrors
{
    /// <summary>The block carries no result although the deadline had not passed.</summary>
    public static readonly ContractError InferenceResultMissing = new("InferenceResultMissing()");

    /// <summary>No result came in time; the argument is the height at which the request was taken.</summary>
    public static readonly ContractError InferenceTimedOut = new("InferenceTimedOut(uint256)");

    /// <summary>The result answers another request, or is no output at all.</summary>
    public static readonly ContractError InferenceResultMismatch = new("InferenceResultMismatch()");

    /// <summary>Not signed over this request by an enabled enclave within the bounds of its time.</summary>
    public static readonly ContractError InvalidInferenceSignature = new("InvalidInferenceSignature()");

    /// <summary>An inference node says by name that no model can answer this.</summary>
    public static readonly ContractError InferenceRefused = new("InferenceRefused(string)");

    /// <summary>Nobody makes or checks proofs of this kind.</summary>
    public static readonly ContractError InferenceModeUnsupported = new("InferenceModeUnsupported(uint8)");

    public static IReadOnlyList<ContractError> All { get; } =
    [
        InferenceResultMissing, InferenceTimedOut, InferenceResultMismatch, InvalidInferenceSignature, InferenceRefused,
        InferenceModeUnsupported,
    ];
}
