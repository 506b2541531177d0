using System.Diagnostics.CodeAnalysis;
using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;

namespace Simulator.Chain.Blocks;

/// <summary>An EIP-1559 transaction whose sender is known: what a block executes.</summary>
public sealed record ChainTransaction
{
    public required Hash32 Hash { get; init; }

    public required Address Sender { get; init; }

    public required ulong ChainId { get; init; }

    public required ulong Nonce { get; init; }

    /// <summary>Wei per gas, base fee included.</summary>
    public UInt128 MaxFeePerGas { get; init; }

    /// <summary>Wei per gas for the block's producer.</summary>
    public UInt128 MaxPriorityFeePerGas { get; init; }

    public required ulong GasLimit { get; init; }

    public required Address To { get; init; }

    /// <summary>Native coin to move, in wei.</summary>
    public UInt128 Value { get; init; }

    /// <summary>Calldata; empty for a plain transfer of native coin.</summary>
    public byte[] Data { get; init; } = [];

    /// <summary>What the block carries next to the transaction; nobody's signature covers that it does.</summary>
    public InferenceAttachment? Attachment { get; init; }

    /// <summary>What the transactions root commits to: the hash, or Keccak-256 of hash ‖ hash of the attachment.</summary>
    public Hash32 Entry => Attachment is null
        ? Hash
        : Keccak256.Hash([.. Hash.ToArray(), .. Attachment.Hash().ToArray()]);

    /// <summary>21,000 and the price of the calldata's bytes.</summary>
    public ulong IntrinsicGas => GasTable.Intrinsic(Data);

    /// <summary>Reads broadcast bytes and recovers their sender.</summary>
    /// <returns>Unset and a transaction, or the name of the refusal and null.</returns>
    public static TransactionRefusal Read(ReadOnlySpan<byte> raw, out ChainTransaction? transaction)
    {
        transaction = null;
        if (!SignedTransaction.TryDecode(raw, out SignedTransaction? signed))
        {
            return TransactionRefusal.UndecodableTransaction;
        }

        if (signed.Transaction.To is null)
        {
            return TransactionRefusal.ContractCreation;
        }

        if (!signed.TryRecoverSender(out Address sender))
        {
            return TransactionRefusal.InvalidSender;
        }

        transaction = From(signed, sender);
        return TransactionRefusal.Unset;
    }

    /// <summary>
    /// Reads broadcast bytes whose sender has been recovered already; false if they are no call or transfer.
    /// </summary>
    public static bool TryDecode(
        ReadOnlySpan<byte> raw, Address sender, [NotNullWhen(true)] out ChainTransaction? transaction)
    {
        bool decoded = SignedTransaction.TryDecode(raw, out SignedTransaction? signed);
        transaction = decoded && signed!.Transaction.To is not null ? From(signed, sender) : null;
        return transaction is not null;
    }

    private static ChainTransaction From(SignedTransaction signed, Address sender)
    {
        Eip1559Transaction terms = signed.Transaction;
        return new ChainTransaction
        {
            Hash = signed.Hash(),
            Sender = sender,
            ChainId = terms.ChainId,
            Nonce = terms.Nonce,
            MaxFeePerGas = Saturate(terms.MaxFeePerGas),
            MaxPriorityFeePerGas = Saturate(terms.MaxPriorityFeePerGas),
            GasLimit = terms.GasLimit,
            To = terms.To ?? Address.Zero,
            Value = Saturate(terms.Value),
            Data = terms.Data,
        };
    }

    // More wei than can exist: refused for lack of funds either way.
    private static UInt128 Saturate(UInt256 wei) => wei.High == UInt128.Zero ? wei.Low : UInt128.MaxValue;
}
