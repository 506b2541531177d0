using Simulator.Chain.Blocks;
using Simulator.Chain.Execution;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.PaymentChains;

/// <summary>Makes the payment chain's blocks, and now and then other blocks in the place of the newest.</summary>
/// <remarks>
/// A reorganisation shows a branch that others have built meanwhile: the same heights and block times, other blocks. It
/// never shortens the chain. Memory: the transactions of as many blocks as can be taken back.
/// </remarks>
internal sealed class BlockProduction(PaymentChainSettings settings, Mempool mempool)
{
    /// <summary>A transaction whose nonce is ahead of its account is dropped after so many blocks.</summary>
    private const ulong MostBlocksHeld = 2_048;

    private readonly PaymentChain chain = settings.Chain;
    private readonly Bookkeeper books = new(PaymentChainNode.ChainName, settings.Chain.Token, settings.Names);
    private readonly ReturnedTransactions returned = new();
    private readonly SortedDictionary<Hash32, ulong> heldSince = [];
    private readonly LinkedList<MinedBlock> recent = new();
    private ulong reorganisations;

    /// <summary>What the blocks have settled.</summary>
    public SettledAmounts Settled { get; } = new();

    /// <summary>Makes block 0.</summary>
    public void Start(IActorContext context)
    {
        foreach ((Address owner, UInt256 allowance) in settings.Allowances)
        {
            Revert? refused = chain.Token.Approve(owner, chain.Permit2.Address, allowance);
            Invariant.That(refused is null);
        }

        books.Announce(chain.Start(new ChainGenesis((ulong)settings.Clock.At(context.Now), settings.Genesis)), _ => [], context);
    }

    /// <summary>Makes the next block, after a reorganisation if the draw says so.</summary>
    public void Next(IActorContext context)
    {
        if (settings.Reorganisations is { } rule)
        {
            Reorganise(rule, rule.BlocksToTakeBack(chain.Chain.Head.Height + 1, context.Random), context);
        }

        Append((ulong)settings.Clock.At(context.Now), mempool.TakeAll(), 0, context);
    }

    private void Reorganise(Reorganisations rule, int depth, IActorContext context)
    {
        Stack<MinedBlock> undone = new();
        while (undone.Count < depth && recent.Last is { } newest)
        {
            recent.RemoveLast();
            TakeBack(newest.Value, context);
            undone.Push(newest.Value);
        }

        if (undone.Count == 0)
        {
            return;
        }

        reorganisations++;
        foreach (MinedBlock block in undone)
        {
            foreach (PooledTransaction transaction in block.Transactions)
            {
                returned.Return(transaction, block.Header.Height, rule.Depth, reorganisations, context.Random);
            }
        }

        foreach (MinedBlock block in undone)
        {
            Append(block.Header.UnixTime, [], reorganisations, context);
        }
    }

    private void TakeBack(MinedBlock block, IActorContext context)
    {
        BlockHeader header = chain.Chain.UndoBlock();
        Invariant.That(header.Hash == block.Header.Hash);
        mempool.TakeBack(block.Transactions);
        Settled.TakeBack(header.Height);
        books.TakeBack(block, context);
    }

    private void Append(ulong unixTime, IReadOnlyList<PooledTransaction> arrived, ulong branch, IActorContext context)
    {
        IReadOnlyList<PooledTransaction> offered =
            InNonceOrder([.. returned.Take(chain.Chain.Head.Height + 1), .. arrived]);
        BlockResult block = chain.Chain.Produce(unixTime, [.. offered.Select(transaction => transaction.Content)], branch);
        SortedDictionary<Hash32, PooledTransaction> byHash =
            new(offered.ToDictionary(transaction => transaction.Content.Hash));
        HoldBack(block, byHash);
        mempool.Settle(block, heldSince.ContainsKey);
        foreach (TransactionReceipt receipt in block.Receipts)
        {
            Announce(receipt, byHash[receipt.Transaction].Content, block, context);
        }

        Remember(new MinedBlock(
            block.Header,
            [.. block.Receipts.Select(receipt => byHash[receipt.Transaction])],
            books.Announce(block, hash => byHash[hash].Raw, context)));
    }

    // Nodes keep what only comes too early: a nonce with a gap before it, or more gas than the block has left.
    private void HoldBack(BlockResult block, SortedDictionary<Hash32, PooledTransaction> byHash)
    {
        foreach (TransactionReceipt receipt in block.Receipts)
        {
            heldSince.Remove(receipt.Transaction);
        }

        foreach (RefusedTransaction refused in block.Refused)
        {
            ulong height = block.Header.Height;
            if (refused.Reason is not (TransactionRefusal.NonceTooHigh or TransactionRefusal.GasLimitReached))
            {
                heldSince.Remove(refused.Transaction);
                continue;
            }

            heldSince.TryAdd(refused.Transaction, height);
            if (height < heldSince[refused.Transaction] + MostBlocksHeld)
            {
                returned.Hold(byHash[refused.Transaction], height + 1);
            }
            else
            {
                heldSince.Remove(refused.Transaction);
            }
        }
    }

    private void Remember(MinedBlock block)
    {
        recent.AddLast(block);
        if (recent.Count > (settings.Reorganisations?.Depth ?? 0))
        {
            recent.RemoveFirst();
        }
    }

    // What a settlement moved is read from the token's transfers, not from what the call asked for.
    private void Announce(TransactionReceipt receipt, ChainTransaction transaction, BlockResult block, IActorContext context)
    {
        if (SettledAuthorisation.Of(chain.Chain.Machine.Find(transaction.To)?.Decode(transaction.Data)) is not { } settled)
        {
            return;
        }

        if (receipt.Revert is { } revert)
        {
            string sender = settings.Names.GetValueOrDefault(receipt.Sender) ?? receipt.Sender.ToString();
            string subject = AuthorisationSubjects.Of(settled.Payer, settled.Nonce, sender);
            context.Observe(new FraudNoticed(subject, context.Name, revert.Name));
            return;
        }

        foreach (TokenTransfer transfer in receipt.Transfers.Where(transfer => transfer.From == settled.Payer))
        {
            Settled.Add(block.Header.Height, settled, transfer.Amount);
            context.Observe(new AuthorisationUsed(
                PaymentChainNode.ChainName,
                (long)block.Header.Height,
                receipt.Transaction,
                settled.Payer,
                settled.Nonce,
                transfer.To,
                transfer.Amount));
        }
    }

    // The places of one sender's transactions stay; within them the lowest nonce comes first, as every node orders them.
    private static PooledTransaction[] InNonceOrder(IReadOnlyList<PooledTransaction> offered)
    {
        Dictionary<Address, Queue<PooledTransaction>> bySender = offered
            .GroupBy(transaction => transaction.Content.Sender)
            .ToDictionary(
                group => group.Key,
                group => new Queue<PooledTransaction>(group.OrderBy(transaction => transaction.Content.Nonce)));
        return [.. offered.Select(transaction => bySender[transaction.Content.Sender].Dequeue())];
    }
}
