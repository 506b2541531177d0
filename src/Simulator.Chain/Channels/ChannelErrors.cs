using Simulator.Chain.Execution;

namespace Simulator.Chain.Channels;

/// <summary>The errors of x402BatchSettlement and its collectors.</summary>
public static class ChannelErrors
{
    public static readonly ContractError InvalidChannel = new("InvalidChannel()");
    public static readonly ContractError WithdrawDelayOutOfRange = new("WithdrawDelayOutOfRange()");
    public static readonly ContractError ZeroDeposit = new("ZeroDeposit()");
    public static readonly ContractError InvalidCollector = new("InvalidCollector()");
    public static readonly ContractError DepositOverflow = new("DepositOverflow()");
    public static readonly ContractError DepositCollectionFailed = new("DepositCollectionFailed()");
    public static readonly ContractError EmptyBatch = new("EmptyBatch()");
    public static readonly ContractError NotAuthorizedToClaim = new("NotAuthorizedToClaim()");
    public static readonly ContractError NotReceiverAuthorizer = new("NotReceiverAuthorizer()");
    public static readonly ContractError ClaimExceedsCeiling = new("ClaimExceedsCeiling()");
    public static readonly ContractError ClaimExceedsBalance = new("ClaimExceedsBalance()");
    public static readonly ContractError InvalidSignature = new("InvalidSignature()");
    public static readonly ContractError NothingToWithdraw = new("NothingToWithdraw()");
    public static readonly ContractError WithdrawalAlreadyPending = new("WithdrawalAlreadyPending()");
    public static readonly ContractError WithdrawAmountExceedsAvailable = new("WithdrawAmountExceedsAvailable()");
    public static readonly ContractError NotAuthorizedToFinalizeWithdraw = new("NotAuthorizedToFinalizeWithdraw()");
    public static readonly ContractError WithdrawalNotPending = new("WithdrawalNotPending()");
    public static readonly ContractError WithdrawDelayNotElapsed = new("WithdrawDelayNotElapsed()");
    public static readonly ContractError NotAuthorizedToRefund = new("NotAuthorizedToRefund()");
    public static readonly ContractError InvalidRefundNonce = new("InvalidRefundNonce()");
    public static readonly ContractError ZeroRefund = new("ZeroRefund()");
    public static readonly ContractError OnlyBatchSettlement = new("OnlyX402BatchSettlement()");
    public static readonly ContractError Permit2612AmountMismatch = new("Permit2612AmountMismatch()");

    public static IReadOnlyList<ContractError> All { get; } =
    [
        InvalidChannel, WithdrawDelayOutOfRange, ZeroDeposit, InvalidCollector, DepositOverflow,
        DepositCollectionFailed, EmptyBatch, NotAuthorizedToClaim, NotReceiverAuthorizer, ClaimExceedsCeiling,
        ClaimExceedsBalance, InvalidSignature, NothingToWithdraw, WithdrawalAlreadyPending,
        WithdrawAmountExceedsAvailable, NotAuthorizedToFinalizeWithdraw, WithdrawalNotPending,
        WithdrawDelayNotElapsed, NotAuthorizedToRefund, InvalidRefundNonce, ZeroRefund, OnlyBatchSettlement,
        Permit2612AmountMismatch,
    ];
}
