using Simulator.Chain.Execution;

namespace Simulator.Chain.Access;

/// <summary>The errors of OpenZeppelin's AccessControl.</summary>
public static class AccessErrors
{
    public static readonly ContractError UnauthorizedAccount = new("AccessControlUnauthorizedAccount(address,bytes32)");
    public static readonly ContractError BadConfirmation = new("AccessControlBadConfirmation()");

    public static IReadOnlyList<ContractError> All { get; } = [UnauthorizedAccount, BadConfirmation];
}
