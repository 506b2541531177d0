using Simulator.Chain.Execution;

namespace Simulator.Chain.Staking;

/// <summary>The errors of staking.</summary>
public static class StakingErrors
{
    public static readonly ContractError ZeroAmount = new("ZeroAmount()");
    public static readonly ContractError InsufficientStake = new("InsufficientStake(address,uint256,uint256)");
    public static readonly ContractError TooManyUnbondingEntries = new("TooManyUnbondingEntries()");
    public static readonly ContractError NothingToRelease = new("NothingToRelease()");
    public static readonly ContractError UnknownOffence = new("UnknownOffence(uint8)");
    public static readonly ContractError EvidenceInFuture = new("EvidenceInFuture(uint256)");
    public static readonly ContractError EvidenceTooOld = new("EvidenceTooOld(uint256)");
    public static readonly ContractError EvidenceAlreadyUsed = new("EvidenceAlreadyUsed(bytes32)");
    public static readonly ContractError NothingToSlash = new("NothingToSlash(address)");
    public static readonly ContractError InvalidReporter = new("InvalidReporter()");
    public static readonly ContractError NotJailed = new("NotJailed()");
    public static readonly ContractError StillJailed = new("StillJailed(uint256)");
    public static readonly ContractError StakeBelowMinimum = new("StakeBelowMinimum(uint256,uint256)");

    public static IReadOnlyList<ContractError> All { get; } =
    [
        ZeroAmount, InsufficientStake, TooManyUnbondingEntries, NothingToRelease, UnknownOffence, EvidenceInFuture,
        EvidenceTooOld, EvidenceAlreadyUsed, NothingToSlash, InvalidReporter, NotJailed, StillJailed, StakeBelowMinimum,
    ];
}
