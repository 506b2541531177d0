using Simulator.Chain.Execution;

namespace Simulator.Chain.Signatures;

/// <summary>The errors of OpenZeppelin's ECDSA library.</summary>
public static class EcdsaErrors
{
    public static readonly ContractError InvalidSignature = new("ECDSAInvalidSignature()");
    public static readonly ContractError InvalidSignatureLength = new("ECDSAInvalidSignatureLength(uint256)");
    public static readonly ContractError InvalidSignatureS = new("ECDSAInvalidSignatureS(bytes32)");

    public static IReadOnlyList<ContractError> All { get; } =
        [InvalidSignature, InvalidSignatureLength, InvalidSignatureS];
}
