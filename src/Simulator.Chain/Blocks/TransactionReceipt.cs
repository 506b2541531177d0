using System.Buffers.Binary;
using Simulator.Chain.Execution;
using Simulator.Protocol.Ethereum;

namespace Simulator.Chain.Blocks;

/// <summary>The outcome of an included transaction.</summary>
public sealed record TransactionReceipt
{
    public required Hash32 Transaction { get; init; }

    /// <summary>See <see cref="ChainTransaction.Entry"/>.</summary>
    public required Hash32 Entry { get; init; }

    public required int Index { get; init; }

    public required Address Sender { get; init; }

    public required Address To { get; init; }

    /// <summary>Null for success; otherwise nothing but nonce and fee changed.</summary>
    public required Revert? Revert { get; init; }

    public required ulong GasUsed { get; init; }

    /// <summary>Wei per gas: base fee and priority fee.</summary>
    public required UInt128 GasPrice { get; init; }

    public required IReadOnlyList<TokenTransfer> Transfers { get; init; }

    public required IReadOnlyList<ContractLog> Logs { get; init; }

    public bool Succeeded => Revert is null;

    /// <summary>In wei.</summary>
    public UInt128 Fee => GasUsed * GasPrice;

    /// <summary>
    /// Keccak-256 over transaction hash ‖ status ‖ gas ‖ revert data: what the receipts root commits to.
    /// </summary>
    public Hash32 Commitment()
    {
        byte[] data = Revert?.Encode() ?? [];
        byte[] bytes = new byte[Hash32.Length + 9 + data.Length];
        Transaction.CopyTo(bytes);
        bytes[Hash32.Length] = Succeeded ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(Hash32.Length + 1), GasUsed);
        data.CopyTo(bytes, Hash32.Length + 9);
        return Keccak256.Hash(bytes);
    }
}
