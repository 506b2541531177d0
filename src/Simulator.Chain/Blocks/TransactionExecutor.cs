using Simulator.Chain.Execution;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Blocks;

/// <summary>Admits a transaction to the block in Ethereum's order of checks, runs it and charges its fee.</summary>
internal sealed class TransactionExecutor(ChainSettings settings, ContractMachine machine, Accounts accounts)
{
    /// <summary>Unset when the transaction may be included.</summary>
    public TransactionRefusal Check(ChainTransaction transaction, UInt128 baseFee, ulong gasLeft)
    {
        if (transaction.ChainId != settings.ChainId)
        {
            return TransactionRefusal.InvalidChainId;
        }

        AccountState account = accounts[transaction.Sender];
        if (transaction.Nonce != account.Nonce)
        {
            return transaction.Nonce < account.Nonce ? TransactionRefusal.NonceTooLow : TransactionRefusal.NonceTooHigh;
        }

        return CheckFees(transaction, account, baseFee, gasLeft);
    }

    /// <summary>Runs an admitted transaction. A revert keeps its nonce and its fee.</summary>
    public TransactionReceipt Run(ChainTransaction transaction, in BlockContext block, UInt128 baseFee, int index)
    {
        UInt128 tip = UInt128.Min(transaction.MaxPriorityFeePerGas, transaction.MaxFeePerGas - baseFee);
        accounts.UseNonce(transaction.Sender);
        machine.Transaction = index;
        ContractCall? call = machine.Find(transaction.To)?.Decode(transaction.Data);
        ulong needed = transaction.IntrinsicGas + GasTable.Execution(call);
        Revert? revert = needed > transaction.GasLimit
            ? new Revert(SolidityErrors.OutOfGas)
            : Execute(transaction, call, block);
        machine.Transaction = -1;
        ulong gasUsed = Math.Min(needed, transaction.GasLimit);
        accounts.Burn(transaction.Sender, gasUsed * baseFee);
        accounts.Debit(transaction.Sender, gasUsed * tip);
        accounts.Credit(settings.FeeRecipient, gasUsed * tip);
        (IReadOnlyList<TokenTransfer> transfers, IReadOnlyList<ContractLog> logs) = machine.TakeEffects();
        Invariant.That(revert is null || (transfers.Count == 0 && logs.Count == 0));
        return new TransactionReceipt
        {
            Transaction = transaction.Hash,
            Entry = transaction.Entry,
            Index = index,
            Sender = transaction.Sender,
            To = transaction.To,
            Revert = revert,
            GasUsed = gasUsed,
            GasPrice = baseFee + tip,
            Transfers = transfers,
            Logs = logs,
        };
    }

    private static TransactionRefusal CheckFees(
        ChainTransaction transaction, AccountState account, UInt128 baseFee, ulong gasLeft)
    {
        if (transaction.MaxPriorityFeePerGas > transaction.MaxFeePerGas)
        {
            return TransactionRefusal.TipAboveFeeCap;
        }

        if (transaction.MaxFeePerGas < baseFee)
        {
            return TransactionRefusal.FeeCapTooLow;
        }

        if (!CanPay(transaction, account.Wei))
        {
            return TransactionRefusal.InsufficientFunds;
        }

        if (transaction.GasLimit > gasLeft)
        {
            return TransactionRefusal.GasLimitReached;
        }

        return transaction.IntrinsicGas > transaction.GasLimit
            ? TransactionRefusal.IntrinsicGas
            : TransactionRefusal.Unset;
    }

    // Divides instead of multiplying: a hostile fee cap may be anything up to 2¹²⁸−1.
    private static bool CanPay(ChainTransaction transaction, UInt128 wei) =>
        transaction.Value <= wei
        && (transaction.GasLimit == 0 || transaction.MaxFeePerGas <= (wei - transaction.Value) / transaction.GasLimit);

    // A contract takes no native coin and an unknown function is refused: both revert without data.
    private Revert? Execute(ChainTransaction transaction, ContractCall? call, in BlockContext block)
    {
        if (machine.HasCode(transaction.To))
        {
            return call is null || transaction.Value != 0
                ? SolidityErrors.Bare()
                : machine.Call(
                    new CallContext(transaction.Sender, block)
                    {
                        Transaction = new TransactionInput(transaction.Hash, transaction.Data, transaction.Attachment),
                    },
                    call);
        }

        accounts.Debit(transaction.Sender, transaction.Value);
        accounts.Credit(transaction.To, transaction.Value);
        return null;
    }
}
