using Simulator.Chain.Execution;

namespace Simulator.Chain.Bridge;

/// <summary>The errors of the bridge.</summary>
public static class BridgeErrors
{
    public static readonly ContractError ZeroAmount = new("ZeroAmount()");
    public static readonly ContractError InvalidRecipient = new("InvalidRecipient()");
    public static readonly ContractError UnexpectedSequence = new("UnexpectedSequence(uint256,uint256)");

    public static IReadOnlyList<ContractError> All { get; } = [ZeroAmount, InvalidRecipient, UnexpectedSequence];
}
