using Simulator.Chain.Blocks;
using Simulator.Chain.Execution;
using Simulator.Chain.Token;
using Simulator.Economics.Ledgers;
using Simulator.Kernel;
using Simulator.Primitives;
using Simulator.Protocol.Ethereum;
using Simulator.Records;

namespace Simulator.Actors.PaymentChains;

/// <summary>Says aloud what a block did with money, and keeps the derived ledger in step with contract state.</summary>
internal sealed class Bookkeeper(string chain, OpgToken token, IReadOnlyDictionary<Address, string> names)
{
    private readonly Ledger<Address> ledger = new();

    /// <summary>Says what the block did.</summary>
    /// <returns>What it posted, in order.</returns>
    public IReadOnlyList<Posting<Address>> Announce(
        BlockResult block, Func<Hash32, byte[]> rawOf, IActorContext context) => Post(block, rawOf, context.Observe);

    /// <summary>Posts a block that has been announced before: after a restart the ledger begins anew.</summary>
    public void Repeat(BlockResult block) => Post(block, static _ => [], static _ => { });

    /// <summary>Says that the block stands no more. The contract state has been taken back already.</summary>
    public void TakeBack(MinedBlock block, IActorContext context)
    {
        foreach (Posting<Address> posting in block.Postings.Reverse())
        {
            ledger.TakeBack(posting);
        }

        ledger.Reconcile(token.BalanceOf, token.TotalSupply);
        context.Observe(new BlockReverted(chain, (long)block.Header.Height, block.Header.Hash, token.TotalSupply));
    }

    private List<Posting<Address>> Post(BlockResult block, Func<Hash32, byte[]> rawOf, Action<Observation> say)
    {
        long height = (long)block.Header.Height;
        foreach (TransactionReceipt receipt in block.Receipts)
        {
            say(new TransactionExecuted(
                chain,
                height,
                receipt.Transaction,
                receipt.Sender,
                NameOf(receipt.To),
                (long)receipt.GasUsed,
                receipt.Revert?.Name,
                rawOf(receipt.Transaction),
                receipt.Fee));
        }

        List<Posting<Address>> postings = [];
        foreach (TokenTransfer transfer in block.Transfers)
        {
            Hash32 transaction = transfer.Transaction < 0 ? Hash32.Zero : block.Receipts[transfer.Transaction].Transaction;
            postings.Add(Post(transfer, height, transaction, say));
        }

        ledger.Reconcile(token.BalanceOf, token.TotalSupply);
        say(new BlockProduced(
            chain,
            height,
            (long)block.Header.UnixTime,
            block.Header.Hash,
            block.Header.StateRoot,
            block.Receipts.Count,
            token.TotalSupply));
        return postings;
    }

    private Posting<Address> Post(TokenTransfer transfer, long height, Hash32 transaction, Action<Observation> say)
    {
        string cause = TransferCauses.NameOf(transfer.Cause);
        say(new TokenTransferred(
            chain, height, transaction, transfer.From, transfer.To, transfer.Amount, cause));
        Posting<Address> posting = transfer.From.IsZero ? ledger.Mint(transfer.To, transfer.Amount, cause)
            : transfer.To.IsZero ? ledger.Burn(transfer.From, transfer.Amount, cause)
            : ledger.Move(transfer.From, transfer.To, transfer.Amount, cause);
        say(new LedgerPosted(
            chain,
            posting.Entry,
            height,
            transaction,
            posting.Debit is { } debit ? NameOf(debit) : "mint",
            posting.Credit is { } credit ? NameOf(credit) : "burn",
            posting.Amount,
            cause));
        return posting;
    }

    private string NameOf(Address account) => names.TryGetValue(account, out string? name) ? name : account.ToString();
}
