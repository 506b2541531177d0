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

    public void Announce(BlockResult block, Func<Hash32, byte[]> rawOf, IActorContext context) =>
        Post(block, rawOf, context.Observe);

    /// <summary>Posts a block that has been announced before: after a restart the ledger begins anew.</summary>
    public void Repeat(BlockResult block) => Post(block, static _ => [], static _ => { });

    private void Post(BlockResult block, Func<Hash32, byte[]> rawOf, Action<Observation> say)
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
                rawOf(receipt.Transaction)));
        }

        foreach (TokenTransfer transfer in block.Transfers)
        {
            Hash32 transaction = transfer.Transaction < 0 ? Hash32.Zero : block.Receipts[transfer.Transaction].Transaction;
            Post(transfer, height, transaction, say);
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
    }

    private void Post(TokenTransfer transfer, long height, Hash32 transaction, Action<Observation> say)
    {
        string cause = TransferCauses.NameOf(transfer.Cause);
        say(new TokenTransferred(
            chain, height, transaction, transfer.From, transfer.To, transfer.Amount, cause));
        Posting<Address> posting = transfer.From.IsZero ? ledger.Mint(transfer.To, transfer.Amount, cause)
            : transfer.To.IsZero ? ledger.Burn(transfer.From, transfer.Amount, cause)
            : ledger.Move(transfer.From, transfer.To, transfer.Amount, cause);
        say(new LedgerPosted(
            posting.Entry,
            height,
            transaction,
            posting.Debit is { } debit ? NameOf(debit) : "mint",
            posting.Credit is { } credit ? NameOf(credit) : "burn",
            posting.Amount,
            cause));
    }

    private string NameOf(Address account) => names.TryGetValue(account, out string? name) ? name : account.ToString();
}
