using Simulator.Chain.Execution;

namespace Simulator.Chain.Registry;

/// <summary>The errors of the TEE registry.</summary>
/// <remarks>
/// Not listed because the registry declares but never throws them: TEETypeNotFound, PCRAlreadyExists, KeyBindingFailed.
/// </remarks>
public static class RegistryErrors
{
    public static readonly ContractError TeeTypeExists = new("TEETypeExists()");
    public static readonly ContractError InvalidTeeType = new("InvalidTEEType()");
    public static readonly ContractError PcrNotApproved = new("PCRNotApproved()");
    public static readonly ContractError TeeAlreadyExists = new("TEEAlreadyExists()");
    public static readonly ContractError TeeNotFound = new("TEENotFound()");
    public static readonly ContractError TeeNotEnabled = new("TEENotEnabled()");
    public static readonly ContractError NotTeeOwner = new("NotTEEOwner()");
    public static readonly ContractError AttestationInvalid = new("AttestationInvalid(string)");
    public static readonly ContractError HeartbeatSignatureInvalid = new("HeartbeatSignatureInvalid()");
    public static readonly ContractError HeartbeatTimestampTooOld = new("HeartbeatTimestampTooOld()");
    public static readonly ContractError HeartbeatTimestampInFuture = new("HeartbeatTimestampInFuture()");
    public static readonly ContractError OhttpConfigInvalid = new("OHTTPConfigInvalid()");
    public static readonly ContractError OhttpConfigSignatureInvalid = new("OHTTPConfigSignatureInvalid()");
    public static readonly ContractError OhttpConfigNotFound = new("OHTTPConfigNotFound()");

    public const string AttestationFailed = "Attestation document verification failed";

    public static IReadOnlyList<ContractError> All { get; } =
    [
        TeeTypeExists, InvalidTeeType, PcrNotApproved, TeeAlreadyExists, TeeNotFound, TeeNotEnabled, NotTeeOwner,
        AttestationInvalid, HeartbeatSignatureInvalid, HeartbeatTimestampTooOld, HeartbeatTimestampInFuture,
        OhttpConfigInvalid, OhttpConfigSignatureInvalid, OhttpConfigNotFound,
    ];
}
