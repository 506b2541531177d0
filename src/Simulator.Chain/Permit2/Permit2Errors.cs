using Simulator.Chain.Execution;

namespace Simulator.Chain.Permit2;

/// <summary>The errors of Permit2's signature transfers.</summary>
public static class Permit2Errors
{
    public static readonly ContractError SignatureExpired = new("SignatureExpired(uint256)");
    public static readonly ContractError InvalidAmount = new("InvalidAmount(uint256)");
    public static readonly ContractError InvalidNonce = new("InvalidNonce()");
    public static readonly ContractError InvalidSignatureLength = new("InvalidSignatureLength()");
    public static readonly ContractError InvalidSignature = new("InvalidSignature()");
    public static readonly ContractError InvalidSigner = new("InvalidSigner()");
    public static readonly ContractError InvalidContractSignature = new("InvalidContractSignature()");

    /// <summary>The message that replaces whatever the token said.</summary>
    public const string TransferFailed = "TRANSFER_FROM_FAILED";

    public static IReadOnlyList<ContractError> All { get; } =
    [
        SignatureExpired, InvalidAmount, InvalidNonce, InvalidSignatureLength, InvalidSignature, InvalidSigner,
        InvalidContractSignature,
    ];
}
