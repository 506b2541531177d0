using Simulator.Chain.Execution;

namespace Simulator.Chain.Verification;

/// <summary>The error of the verifiers; a signature that does not verify is an answer, not an error.</summary>
public static class VerifierErrors
{
    public static readonly ContractError InvalidRegistryAddress = new("InvalidRegistryAddress()");

    public static IReadOnlyList<ContractError> All { get; } = [InvalidRegistryAddress];
}
