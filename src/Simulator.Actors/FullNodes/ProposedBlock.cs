using System.Buffers.Binary;
using Simulator.Actors.PaymentChains;
using Simulator.Chain.Blocks;
using Simulator.Kernel;
using Simulator.Protocol.Consensus;
using Simulator.Protocol.Ethereum;
using Simulator.Protocol.Pipe;

namespace Simulator.Actors.FullNodes;

/// <summary>What validators vote on: transactions and evidence in order, on top of one block and its state.</summary>
/// <remarks>
/// As in CometBFT the header carries the state <em>before</em> the block (its app hash), since execution follows the
/// commit. The hash is Keccak-256 over all fields; the executed block has a hash of its own.
/// </remarks>
internal sealed record ProposedBlock
{
    private Hash32? hash;
    private Hash32[]? transactionHashes;

    public ProposedBlock()
    {
    }

    // What was computed of the original does not hold for the copy.
    private ProposedBlock(ProposedBlock original)
    {
        Height = original.Height;
        Parent = original.Parent;
        ParentState = original.ParentState;
        UnixTime = original.UnixTime;
        Maker = original.Maker;
        MadeInRound = original.MadeInRound;
        Transactions = original.Transactions;
        Evidence = original.Evidence;
    }

    public required long Height { get; init; }

    /// <summary>Hash of the committed block below.</summary>
    public required Hash32 Parent { get; init; }

    /// <summary>State root after the block below.</summary>
    public required Hash32 ParentState { get; init; }

    /// <summary>The maker's clock in seconds.</summary>
    public required long UnixTime { get; init; }

    /// <summary>Index of the validator that made it.</summary>
    public required int Maker { get; init; }

    /// <summary>Round in which it was made.</summary>
    public required int MadeInRound { get; init; }

    public IReadOnlyList<PooledTransaction> Transactions { get; init; } = [];

    public IReadOnlyList<DuplicateVote> Evidence { get; init; } = [];

    /// <summary>Computed once; the record never changes.</summary>
    public Hash32 Hash => hash ??= ComputeHash();

    /// <summary>Hashes of the transactions, in order.</summary>
    public IReadOnlyList<Hash32> TransactionHashes =>
        transactionHashes ??= [.. Transactions.Select(transaction => transaction.Content.Hash)];

    public static ProposedBlock Read(ref MessageReader reader)
    {
        ProposedBlock block = new()
        {
            Height = reader.Height(),
            Parent = reader.RawHash(),
            ParentState = reader.RawHash(),
            UnixTime = reader.Int64(),
            Maker = reader.Small(),
            MadeInRound = reader.Small(),
        };
        PooledTransaction[] transactions = new PooledTransaction[reader.Count()];
        for (int i = 0; i < transactions.Length; i++)
        {
            transactions[i] = ReadTransaction(ref reader);
        }

        DuplicateVote[] evidence = new DuplicateVote[reader.Count()];
        for (int i = 0; i < evidence.Length; i++)
        {
            evidence[i] = ReadEvidence(ref reader);
        }

        return block with { Transactions = transactions, Evidence = evidence };
    }

    public void Write(ref MessageWriter writer)
    {
        writer.VarUInt((ulong)Height);
        writer.RawHash(Parent);
        writer.RawHash(ParentState);
        writer.Int64(UnixTime);
        writer.VarUInt((ulong)Maker);
        writer.VarUInt((ulong)MadeInRound);
        writer.VarUInt((ulong)Transactions.Count);
        foreach (PooledTransaction transaction in Transactions)
        {
            writer.Bytes(transaction.Raw);
            writer.Bytes(transaction.Content.Attachment?.Encode() ?? []);
        }

        writer.VarUInt((ulong)Evidence.Count);
        foreach (DuplicateVote evidence in Evidence)
        {
            writer.Vote(evidence.First);
            writer.Vote(evidence.Second);
        }
    }

    // The sender is not in the bytes: whoever reads them recovers it, as every node of the network would.
    private static PooledTransaction ReadTransaction(ref MessageReader reader)
    {
        byte[] raw = reader.Bytes();
        byte[] attached = reader.Bytes();
        _ = ChainTransaction.Read(raw, out ChainTransaction? content);
        InferenceAttachment? attachment = InferenceAttachment.Read(attached);
        return content is null || !attached.AsSpan().SequenceEqual(attachment?.Encode() ?? [])
            ? throw new MessageFormatException("a block holds what is no transaction")
            : new PooledTransaction(content with { Attachment = attachment }, raw);
    }

    private static DuplicateVote ReadEvidence(ref MessageReader reader)
    {
        Vote first = reader.Vote();
        Vote second = reader.Vote();
        DuplicateVote? evidence = DuplicateVote.Is(first, second) ? DuplicateVote.Of(first, second) : null;
        return evidence is not null && ReferenceEquals(evidence.First, first)
            ? evidence
            : throw new MessageFormatException("evidence is two votes that contradict each other, the lower hash first");
    }

    private Hash32 ComputeHash()
    {
        Keccak256Sponge sponge = default;
        Span<byte> word = stackalloc byte[Hash32.Length];
        Append(ref sponge, word, Height);
        Append(ref sponge, word, Parent);
        Append(ref sponge, word, ParentState);
        Append(ref sponge, word, UnixTime);
        Append(ref sponge, word, Maker);
        Append(ref sponge, word, MadeInRound);
        Append(ref sponge, word, Transactions.Count);
        foreach (PooledTransaction transaction in Transactions)
        {
            Append(ref sponge, word, transaction.Content.Entry);
        }

        foreach (DuplicateVote evidence in Evidence)
        {
            Append(ref sponge, word, evidence.Hash(""));
        }

        return sponge.Finish();
    }

    private static void Append(ref Keccak256Sponge sponge, Span<byte> word, Hash32 value)
    {
        value.CopyTo(word);
        sponge.Append(word);
    }

    private static void Append(ref Keccak256Sponge sponge, Span<byte> word, long value)
    {
        word.Clear();
        BinaryPrimitives.WriteInt64BigEndian(word[24..], value);
        sponge.Append(word);
    }
}
