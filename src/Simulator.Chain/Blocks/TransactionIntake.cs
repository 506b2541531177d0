using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Blocks;

/// <summary>Turns what was broadcast into what a block executes: decoding, sender, chain, calldata.</summary>
public static class TransactionIntake
{
    /// <summary>Unset and a transaction, or the name of the refusal.</summary>
    public static TransactionRefusal Read(
        ReadOnlySpan<byte> raw, ContractMachine machine, out ChainTransaction? transaction)
    {
        transaction = null;
        return SignedTransaction.TryDecode(raw, out SignedTransaction? signed)
            ? Read(signed, machine, out transaction)
            : TransactionRefusal.UndecodableTransaction;
    }

    /// <inheritdoc cref="Read(ReadOnlySpan{byte}, ContractMachine, out ChainTransaction?)"/>
    public static TransactionRefusal Read(
        SignedTransaction signed, ContractMachine machine, out ChainTransaction? transaction)
    {
        transaction = null;
        if (signed.Transaction.ChainId != machine.ChainId)
        {
            return TransactionRefusal.InvalidChainId;
        }

        if (signed.Transaction.To is null)
        {
            return TransactionRefusal.ContractCreation;
        }

        if (!signed.TryRecoverSender(out Address sender))
        {
            return TransactionRefusal.InvalidSender;
        }

        transaction = From(signed, sender, machine);
        return TransactionRefusal.Unset;
    }

    /// <summary>For a sender that has been recovered already; the transaction names a recipient.</summary>
    public static ChainTransaction From(SignedTransaction signed, Address sender, ContractMachine machine)
    {
        Eip1559Transaction terms = signed.Transaction;
        Address to = terms.To ?? Address.Zero;
        return new ChainTransaction
        {
            Hash = signed.Hash(),
            Sender = sender,
            ChainId = terms.ChainId,
            Nonce = terms.Nonce,
            MaxFeePerGas = Saturate(terms.MaxFeePerGas),
            MaxPriorityFeePerGas = Saturate(terms.MaxPriorityFeePerGas),
            GasLimit = terms.GasLimit,
            IntrinsicGas = GasTable.Intrinsic(terms.Data),
            To = to,
            Value = Saturate(terms.Value),
            Call = machine.Find(to)?.Decode(terms.Data),
        };
    }

    // More wei than can exist: refused for lack of funds either way.
    private static UInt128 Saturate(UInt256 wei) => wei.High == UInt128.Zero ? wei.Low : UInt128.MaxValue;
}
