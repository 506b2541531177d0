using Simulator.Primitives;

namespace Simulator.Chain.Blocks;

/// <summary>Why a transaction is not included in a block. It then leaves no trace, not even its nonce.</summary>
public enum TransactionRefusal
{
    Unset = 0,
    UndecodableTransaction = 1,
    InvalidChainId = 2,
    InvalidSender = 3,
    NonceTooLow = 4,
    NonceTooHigh = 5,
    TipAboveFeeCap = 6,
    FeeCapTooLow = 7,
    InsufficientFunds = 8,
    GasLimitReached = 9,
    IntrinsicGas = 10,
    ContractCreation = 11,
}

/// <summary>The messages nodes answer with.</summary>
public static class TransactionRefusals
{
    public static string Describe(this TransactionRefusal refusal) => refusal switch
    {
        TransactionRefusal.Unset => throw Invariant.Unreachable(refusal),
        TransactionRefusal.UndecodableTransaction => "rlp: transaction cannot be decoded",
        TransactionRefusal.InvalidChainId => "invalid chain id for signer",
        TransactionRefusal.InvalidSender => "invalid sender",
        TransactionRefusal.NonceTooLow => "nonce too low",
        TransactionRefusal.NonceTooHigh => "nonce too high",
        TransactionRefusal.TipAboveFeeCap => "max priority fee per gas higher than max fee per gas",
        TransactionRefusal.FeeCapTooLow => "max fee per gas less than block base fee",
        TransactionRefusal.InsufficientFunds => "insufficient funds for gas * price + value",
        TransactionRefusal.GasLimitReached => "gas limit reached",
        TransactionRefusal.IntrinsicGas => "intrinsic gas too low",
        TransactionRefusal.ContractCreation => "contract creation is not simulated",
    };
}
